using Dateline.Entities;
using Dateline.Events;
using Dateline.Places;
using Dateline.Quantities;
using Dateline.Statements;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Provenance;

/// <summary>Explains a record from the records of its story alone.</summary>
public sealed class Explainer
{
    private const int ContextBefore = 160;
    private const int ContextAfter = 120;

    /// <summary>Explains the record with the id, or returns null when the story has none.</summary>
    public Explanation? Explain(StoryRecords records, string id)
    {
        FieldList list = new(records);
        if (records.Statements.FirstOrDefault(s => s.Id == id) is { } statement)
        {
            StatementFields.Add(list, statement);
            return Make(list, id, "statement", [.. statement.Content.Spans, .. Some(statement.Cue?.Span), .. Some(statement.Source?.Span)],
                ChainLink.Of(records, ChainLink.WithParents(records, statement)));
        }
        if (records.Events.FirstOrDefault(v => v.Id == id) is { } happening)
        {
            EventFields.Add(list, happening);
            IEnumerable<Statement> vouchers = happening.Attribution.Select(a => records.Statements.FirstOrDefault(s => s.Id == a)).OfType<Statement>();
            return Make(list, id, "event", [happening.Span, happening.Trigger.Span], ChainLink.Of(records, vouchers));
        }
        if (records.Entities.FirstOrDefault(e => e.Id == id) is { Mentions.Count: > 0 } entity)
        {
            MentionFields.Add(list, entity);
            return Make(list, id, "entity", [entity.Mentions.Min(m => m.Span)], []);
        }
        if (records.Times.FirstOrDefault(t => t.Id == id) is { } time)
        {
            MentionFields.Add(list, time);
            return Make(list, id, "time", [time.Span], []);
        }
        if (records.Places.FirstOrDefault(p => p.Id == id) is { } place)
        {
            MentionFields.Add(list, place);
            return Make(list, id, "place", [place.Span], []);
        }
        if (records.Quantities.FirstOrDefault(q => q.Id == id) is { } quantity)
        {
            MentionFields.Add(list, quantity);
            return Make(list, id, "quantity", [quantity.Span], []);
        }
        return null;
    }

    /// <summary>Ids of the same kind as the one asked for, else some of every kind.</summary>
    public IReadOnlyList<string> Near(StoryRecords records, string id)
    {
        string[] all =
        [
            .. records.Statements.Select(s => s.Id), .. records.Events.Select(v => v.Id), .. records.Entities.Select(e => e.Id),
            .. records.Times.Select(t => t.Id), .. records.Places.Select(p => p.Id), .. records.Quantities.Select(q => q.Id),
        ];
        string[] same = [.. all.Where(a => id.Length > 0 && a[0] == id[0])];
        return same.Length > 0 ? same : all;
    }

    private static IEnumerable<TextSpan> Some(TextSpan? span) => span is { } s ? [s] : [];

    private static Explanation Make(FieldList list, string id, string kind, IEnumerable<TextSpan> core, IReadOnlyList<ChainLink> chain)
    {
        TextSpan around = core.Aggregate((a, b) => a.Cover(b));
        return new Explanation
        {
            Id = id, Kind = kind, Story = list.Records, Context = Context(list.Records.Story, around), Words = list.Words, Fields = list.Fields, Chain = chain,
        };
    }

    /// <summary>The words with what stands around them in their block, cut between words.</summary>
    private static TextSpan Context(Story story, TextSpan core)
    {
        Block? first = story.Blocks.FirstOrDefault(b => b.Span.Contains(core.Start)), last = story.Blocks.LastOrDefault(b => b.Span.Start < core.End && b.Span.End >= core.End);
        int start = Math.Max(first?.Span.Start ?? 0, core.Start - ContextBefore), end = Math.Min(last?.Span.End ?? story.Text.Length, core.End + ContextAfter);
        while (start > (first?.Span.Start ?? 0) && !char.IsWhiteSpace(story.Text[start - 1])) { start--; }
        while (end < (last?.Span.End ?? story.Text.Length) && !char.IsWhiteSpace(story.Text[end])) { end++; }
        return new TextSpan(Math.Min(start, core.Start), Math.Max(end, core.End));
    }
}
