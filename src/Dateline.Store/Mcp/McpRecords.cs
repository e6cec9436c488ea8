using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dateline.Export;
using Dateline.Provenance;
using Dateline.Store.Query;
using Dateline.Text;

namespace Dateline.Store.Mcp;

/// <summary>Writes records for a model: each with its id, its spans, the quoted words, and by whose word it stands.</summary>
internal sealed class McpRecords(StoreReader reader)
{
    private readonly Explainer _explainer = new();
    private readonly Dictionary<string, StoryRecords> _stories = new(StringComparer.Ordinal);

    /// <summary>The story, read once a call.</summary>
    /// <exception cref="McpFault">There is none with this id.</exception>
    public StoryRecords Story(string id)
    {
        if (_stories.TryGetValue(id, out StoryRecords? known)) { return known; }
        StoryRecords records = reader.Story(id) ?? throw new McpFault(McpFault.InvalidParams, $"The store has no story \"{id}\". Ids come from the search tools.");
        return _stories[id] = records;
    }

    /// <summary>Story and record of <c>STORY-ID#s1</c>.</summary>
    public (StoryRecords Story, Explanation Record) Record(string id)
    {
        int hash = id.LastIndexOf('#');
        if (hash < 0) { throw new McpFault(McpFault.InvalidParams, $"\"{id}\" is no record. Expected STORY-ID#s1, STORY-ID#v1 and the like."); }
        StoryRecords story = Story(id[..hash]);
        return (story, _explainer.Explain(story, id[(hash + 1)..]) ?? throw new McpFault(McpFault.InvalidParams,
            $"The story \"{id[..hash]}\" has no record {id[(hash + 1)..]}; it has {string.Join(", ", _explainer.Near(story, id[(hash + 1)..]).Take(12))}."));
    }

    /// <summary>Writes a record: what it says, the words of its fields with their spans in code points, and the chain from the outlet inward.</summary>
    public static void Write(Utf8JsonWriter json, StoryRecords story, Explanation record, bool allFields)
    {
        int[]? map = RecordJson.CodePointOffsets(story.Story.Text);
        json.WriteStartObject();
        json.WriteString("id", $"{story.Story.Id}#{record.Id}");
        json.WriteString("kind", record.Kind);
        Text(json, "outlet", story.Story.Outlet);
        Text(json, "published", story.Story.Published);
        Text(json, "url", story.Story.Url);
        json.WriteStartArray("byTheWordOf");
        foreach (ChainLink link in record.Chain) { json.WriteStringValue(link.Voice); }
        json.WriteEndArray();
        json.WriteStartArray("quoted");
        foreach (ExplainedWords words in record.Words)
        {
            json.WriteStartObject();
            json.WriteString("field", words.Field);
            json.WriteString("words", words.Span.In(story.Story.Text));
            Span(json, words.Span, map);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("says");
        HashSet<string> written = new(StringComparer.Ordinal);
        foreach (ExplainedField field in record.Fields)
        {
            if (!written.Add(field.Name)) { continue; }
            json.WriteString(field.Name, field.Value);
            if (allFields && field.Rule is not null && written.Add(field.Name + ".rule")) { json.WriteString(field.Name + ".rule", field.Rule); }
        }
        json.WriteEndObject();
        if (allFields)
        {
            json.WriteString("context", record.Context.In(story.Story.Text));
            json.WritePropertyName("record");
            WriteWhole(json, story, record.Id);
        }
        json.WriteEndObject();
    }

    /// <summary>What is said of a story beside its records.</summary>
    public static void Head(Utf8JsonWriter json, StoryRecords records)
    {
        Dateline.Stories.Story story = records.Story;
        json.WriteString("id", story.Id);
        Text(json, "headline", story.Headline?.Span.In(story.Text).ToString());
        Text(json, "outlet", story.Outlet);
        Text(json, "agency", story.Dateline?.Agency ?? story.Agency);
        Text(json, "published", story.Published);
        Text(json, "url", story.Url);
        Text(json, "language", story.Language);
        json.WriteNumber("characters", story.Text.Length);
        json.WriteNumber("statements", records.Statements.Count);
        json.WriteNumber("eventMentions", records.Events.Count);
    }

    /// <summary>The record as <c>dateline read</c> writes it.</summary>
    private static void WriteWhole(Utf8JsonWriter json, StoryRecords story, string id)
    {
        RecordJson context = RecordJson.For(story.Story.Text);
        switch (id.Length == 0 ? ' ' : id[0])
        {
            case 's' when story.Statements.FirstOrDefault(s => s.Id == id) is { } statement: Serialize(json, statement, context.Statement); break;
            case 'v' when story.Events.FirstOrDefault(v => v.Id == id) is { } happening: Serialize(json, happening, context.Event); break;
            case 'e' when story.Entities.FirstOrDefault(e => e.Id == id) is { } entity: Serialize(json, entity, context.Entity); break;
            case 't' when story.Times.FirstOrDefault(t => t.Id == id) is { } time: Serialize(json, time, context.TimeExpression); break;
            case 'p' when story.Places.FirstOrDefault(p => p.Id == id) is { } place: Serialize(json, place, context.Place); break;
            case 'q' when story.Quantities.FirstOrDefault(q => q.Id == id) is { } quantity: Serialize(json, quantity, context.Quantity); break;
            default: json.WriteNullValue(); break;
        }
    }

    private static void Serialize<T>(Utf8JsonWriter json, T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(json, value, type);

    private static void Span(Utf8JsonWriter json, TextSpan span, int[]? map)
    {
        json.WriteStartArray("span");
        json.WriteNumberValue(map is null ? span.Start : map[span.Start]);
        json.WriteNumberValue(map is null ? span.End : map[span.End]);
        json.WriteEndArray();
    }

    /// <summary>A member, left out when there is nothing to say.</summary>
    public static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) { json.WriteString(name, value); }
    }
}
