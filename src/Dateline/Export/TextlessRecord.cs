using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dateline.Export;

/// <summary>Lines of records without their stories' text, for sets that may be shared where the texts may not: offsets, hashes and codes stay, and whoever has the texts can put them back.</summary>
public static class TextlessRecord
{
    private static readonly JsonSerializerOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions s_reading = new() { MaxDepth = 64 };

    /// <summary>The line without <c>story.text</c>; a line of a failed story as it is.</summary>
    /// <exception cref="JsonException">The line is no record.</exception>
    public static string Without(string line)
    {
        JsonObject record = Parse(line);
        return record["story"] is JsonObject story && story.Remove("text") ? record.ToJsonString(s_writing) : line;
    }

    /// <summary>What names the text that a line lacks; null for a line that has its text, or that tells of a failed story.</summary>
    /// <exception cref="JsonException">The line is no record.</exception>
    public static TextName? Missing(string line)
    {
        if (Parse(line)["story"] is not JsonObject story || story.ContainsKey("text") || story["textHash"] is not JsonValue hash) { return null; }
        return new TextName(story["id"]?.GetValue<string>() ?? "", hash.GetValue<string>(), story["url"]?.GetValue<string>());
    }

    /// <summary>The line with its text, in the place where <c>read</c> writes it.</summary>
    /// <exception cref="JsonException">The line is no record.</exception>
    public static string With(string line, string text)
    {
        JsonObject record = Parse(line);
        JsonObject story = record["story"] as JsonObject ?? throw new JsonException("The line has no story.");
        int blocks = story.IndexOf("blocks");
        story.Insert(blocks < 0 ? story.Count : blocks, "text", text);
        return record.ToJsonString(s_writing);
    }

    private static JsonObject Parse(string line) => JsonNode.Parse(line, documentOptions: s_reading) as JsonObject ?? throw new JsonException("The line is no JSON object.");
}

/// <summary>A text that a record was made of.</summary>
/// <param name="Story">Id of its story.</param>
/// <param name="Hash"><c>sha256:…</c> of the text.</param>
/// <param name="Url">Where it was published, if that is known.</param>
public sealed record TextName(string Story, string Hash, string? Url);
