using Dateline.Entities;
using Dateline.Events;
using Dateline.Places;
using Dateline.Statements;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Web.Marking;

/// <summary>A story's text cut into runs, each under the marks of the records that were read from it.</summary>
internal sealed class StoryMarks
{
    /// <summary>A run tells of no more records than this; a text made to nest thousands of quotations must not make a page of gigabytes.</summary>
    private const int MostOnRun = 16;

    private const int DeepestShade = 3;
    private readonly string _text;
    private readonly Mark[] _marks;

    public StoryMarks(StoryRecords records)
    {
        _text = records.Story.Text;
        _marks = [.. Marks(records).Where(m => !m.Span.IsEmpty).OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.End)];
    }

    /// <summary>The runs of a part of the text.</summary>
    public IReadOnlyList<Run> Runs(TextSpan part)
    {
        Mark[] here = [.. _marks.Where(m => m.Span.Overlaps(part))];
        int[] cuts = [.. here.SelectMany(m => (int[])[Math.Max(m.Span.Start, part.Start), Math.Min(m.Span.End, part.End)]).Append(part.Start).Append(part.End).Distinct().Order()];
        List<Run> runs = [];
        List<Mark> open = [];
        int next = 0;
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            int start = cuts[i], end = cuts[i + 1];
            open.RemoveAll(m => m.Span.End <= start);
            List<string> begun = [];
            for (; next < here.Length && here[next].Span.Start <= start; next++)
            {
                Mark mark = here[next];
                if (open.Count < MostOnRun) { open.Add(mark); }
                if (mark.Lane is Lane.Content or Lane.Trigger && mark.Span.Start == start && !begun.Contains(mark.Record)) { begun.Add(mark.Record); }
            }
            runs.Add(new Run(_text[start..end], Classes(open), open.Count == 0 ? null : string.Join(' ', open.Select(m => m.Record).Distinct(StringComparer.Ordinal)), begun));
        }
        return runs;
    }

    private static string? Classes(List<Mark> open)
    {
        if (open.Count == 0) { return null; }
        int depth = open.Count(m => m.Lane == Lane.Content);
        IEnumerable<string> classes = open.Where(m => m.Lane != Lane.Content).Select(m => Class(m.Lane)).Distinct(StringComparer.Ordinal);
        if (depth > 0) { classes = classes.Prepend("s" + Math.Min(depth, DeepestShade)); }
        return string.Join(' ', classes.Prepend("m"));
    }

    private static string Class(Lane lane) => lane switch
    {
        Lane.Source => "so", Lane.Cue => "cu", Lane.Clause => "cl", Lane.Trigger => "tr", Lane.Time => "ti", Lane.Place => "pl", _ => "pe",
    };

    private static IEnumerable<Mark> Marks(StoryRecords records)
    {
        foreach (Statement s in records.Statements)
        {
            foreach (TextSpan part in s.Content.Spans) { yield return new Mark(s.Id, Lane.Content, part); }
            if (s.Source?.Span is { } source) { yield return new Mark(s.Id, Lane.Source, source); }
            if (s.Cue is { } cue) { yield return new Mark(s.Id, Lane.Cue, cue.Span); }
        }
        foreach (Event v in records.Events)
        {
            yield return new Mark(v.Id, Lane.Clause, v.Span);
            yield return new Mark(v.Id, Lane.Trigger, v.Trigger.Span);
        }
        foreach (TimeExpression t in records.Times) { yield return new Mark(t.Id, Lane.Time, t.Span); }
        foreach (Place p in records.Places) { yield return new Mark(p.Id, Lane.Place, p.Span); }
        foreach (Entity e in records.Entities)
        {
            // A country or town that is named is marked as the place it is, when it is one.
            if (e.Type is not (EntityType.Person or EntityType.Organization or EntityType.Group)) { continue; }
            foreach (Mention mention in e.Mentions) { yield return new Mark(e.Id, Lane.Person, mention.Span); }
        }
    }
}
