using Dateline.Provenance;
using Dateline.Text;

namespace Dateline.Store.Recoding;

/// <summary>Compares the records of one story by two codings: records are the same when their words are.</summary>
public static class RecordDiff
{
    /// <summary>How sure a coder is changes with every model and says nothing about what the record says.</summary>
    private const string Confidence = "confidence";

    /// <summary>What became of each record, by kind, in the order of the old ids and then of the new ones.</summary>
    public static IReadOnlyList<RecordChange> Of(StoryRecords before, StoryRecords after)
    {
        List<RecordChange> changes = [];
        Compare("statement", before.Statements.Select(s => (s.Id, Words(s))), after.Statements.Select(s => (s.Id, Words(s))));
        Compare("event", before.Events.Select(v => (v.Id, Of(v.Trigger.Span) + v.Plover)), after.Events.Select(v => (v.Id, Of(v.Trigger.Span) + v.Plover)));
        Compare("entity", before.Entities.Select(e => (e.Id, e.Mentions.Count > 0 ? Of(e.Mentions.Min(m => m.Span)) : e.Name)), after.Entities.Select(e => (e.Id, e.Mentions.Count > 0 ? Of(e.Mentions.Min(m => m.Span)) : e.Name)));
        Compare("time", before.Times.Select(t => (t.Id, Of(t.Span))), after.Times.Select(t => (t.Id, Of(t.Span))));
        Compare("place", before.Places.Select(p => (p.Id, Of(p.Span))), after.Places.Select(p => (p.Id, Of(p.Span))));
        Compare("quantity", before.Quantities.Select(q => (q.Id, Of(q.Span))), after.Quantities.Select(q => (q.Id, Of(q.Span))));
        return changes;

        void Compare(string kind, IEnumerable<(string Id, string Words)> old, IEnumerable<(string Id, string Words)> now)
        {
            Dictionary<string, Queue<string>> left = now.GroupBy(n => n.Words, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<string>(g.Select(n => n.Id)), StringComparer.Ordinal);
            HashSet<string> met = new(StringComparer.Ordinal);
            foreach ((string id, string words) in old)
            {
                string? successor = left.TryGetValue(words, out Queue<string>? ids) && ids.Count > 0 ? ids.Dequeue() : null;
                if (successor is null) { changes.Add(new RecordChange(after.Story.Id, kind, RecordFate.Withdrawn, id, null)); continue; }
                met.Add(successor);
                string[] fields = Differing(before, id, after, successor);
                changes.Add(new RecordChange(after.Story.Id, kind, fields.Length == 0 ? RecordFate.Kept : RecordFate.Changed, id, successor, fields.Length == 0 ? null : fields));
            }
            foreach ((string id, string _) in now)
            {
                if (!met.Contains(id)) { changes.Add(new RecordChange(after.Story.Id, kind, RecordFate.Added, null, id)); }
            }
        }
    }

    private static string Words(Statements.Statement statement) => Of(statement.Content.Spans.Count > 0 ? statement.Content.Spans[0] : default) + Of(statement.Cue?.Span ?? default);

    private static string Of(TextSpan span) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{span.Start}-{span.End} ");

    /// <summary>Names of the fields whose values, as a person reads them, differ.</summary>
    private static string[] Differing(StoryRecords before, string old, StoryRecords after, string now)
    {
        Explainer explainer = new();
        ILookup<string, string> a = Fields(explainer.Explain(before, old)), b = Fields(explainer.Explain(after, now));
        return [.. a.Select(f => f.Key).Union(b.Select(f => f.Key), StringComparer.Ordinal).Where(name => !a[name].SequenceEqual(b[name], StringComparer.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private static ILookup<string, string> Fields(Explanation? explanation) =>
        (explanation?.Fields ?? []).Where(f => !f.Name.StartsWith(Confidence, StringComparison.Ordinal)).ToLookup(f => f.Name, f => f.Value, StringComparer.Ordinal);
}
