using System.Globalization;
using Dateline.Entities;
using Dateline.Events;
using Dateline.Places;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Export.EventData;

/// <summary>A story's records with what the event formats look up in them.</summary>
internal sealed class ExportStory(StoryRecords records)
{
    private readonly CsvStory _flat = new(records);
    private readonly Dictionary<string, Entity> _entities = records.Entities.DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = records.Places.DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);

    public StoryRecords Records { get; } = records;

    public string Id => Records.Story.Id;

    /// <summary>Day of publication, from markup, feed or option; null when unknown.</summary>
    public DateOnly? Published =>
        Records.Story.Published is { Length: >= 10 } text && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day : Records.Story.Dateline?.Date;

    /// <summary>The place with the id; null for none.</summary>
    public Place? Place(string? id) => id is not null && _places.TryGetValue(id, out Place? place) ? place : null;

    /// <summary>First character of a span, in code points.</summary>
    public int Start(TextSpan span) => _flat.Start(span)!.Value;

    /// <summary>Character after the last, in code points.</summary>
    public int End(TextSpan span) => _flat.End(span)!.Value;

    /// <summary>The words of a span on one line.</summary>
    public string Words(TextSpan span) => span.In(Records.Story.Text).ToString();

    /// <summary>Who makes the statement with the id: its source's entity, else its source's words, else the id.</summary>
    public string Speaker(string statement)
    {
        Statements.Statement? found = Records.Statements.FirstOrDefault(s => s.Id == statement);
        if (found?.Source?.Entity is { } id && _entities.TryGetValue(id, out Entity? entity)) { return entity.Name; }
        return found?.Source?.Span is { } span ? Words(span) : statement;
    }

    /// <summary>An event's party with its entity.</summary>
    public EventParty Party(EventActor actor)
    {
        Entity? entity = actor.Entity is { } id && _entities.TryGetValue(id, out Entity? known) ? known : null;
        string words = Words(actor.Span);
        return new EventParty(entity?.Name ?? words, words, Start(actor.Span), entity, actor.Code ?? entity?.Code);
    }

    /// <summary>From 1: the paragraph a span begins in, headline and deck counted; the record keeps paragraphs, not sentences.</summary>
    public int Paragraph(TextSpan span)
    {
        int number = 0;
        foreach (Block block in Records.Story.Blocks)
        {
            if (block.Span.Start > span.Start) { break; }
            if (block.IsNarrative) { number++; }
        }
        return Math.Max(1, number);
    }

    /// <summary>True when the span lies in headline, deck or first paragraph.</summary>
    public bool IsInLead(TextSpan span)
    {
        foreach (Block block in Records.Story.Blocks)
        {
            if (!block.IsNarrative) { continue; }
            if (block.Span.Contains(span.Start)) { return true; }
            if (block.Role == BlockRole.Paragraph) { return false; }
        }
        return false;
    }

    /// <summary>Names of the entities of a type, each once, in text order.</summary>
    public IEnumerable<string> Names(params ReadOnlySpan<EntityType> types)
    {
        List<string> names = [];
        foreach (Entity entity in Records.Entities)
        {
            if (types.Contains(entity.Type) && entity.Mentions.Any(m => m.Form == MentionForm.Name) && !names.Contains(entity.Name)) { names.Add(entity.Name); }
        }
        return names;
    }
}
