using Dateline.Events;
using Dateline.Statements;

namespace Dateline;

/// <summary>Leaves out the statements and events that are less sure than asked.</summary>
/// <remarks>What is told by a statement that is left out goes with it: without its voice it would pass for the outlet's own telling.</remarks>
public static class ConfidenceFilter
{
    /// <summary>The records without those under <paramref name="least"/> (0 to 1), and how many were left out. Ids stay as they are.</summary>
    public static (StoryRecords Records, int Statements, int Events) Apply(StoryRecords records, double least)
    {
        HashSet<string> gone = Gone(records.Statements, least);
        List<Statement> statements = [.. records.Statements.Where(s => !gone.Contains(s.Id)).Select(s => s.Repeats is { } other && gone.Contains(other) ? s with { Repeats = null } : s)];
        List<Event> events = [.. records.Events.Where(e => e.Confidence >= least && !e.Attribution.Any(gone.Contains)).Select(e => Without(e, gone))];
        return (records with { Statements = statements, Events = events }, records.Statements.Count - statements.Count, records.Events.Count - events.Count);
    }

    /// <summary>The statements that are too unsure, and those inside them; a parent may stand behind its child.</summary>
    private static HashSet<string> Gone(IReadOnlyList<Statement> statements, double least)
    {
        HashSet<string> gone = new(StringComparer.Ordinal);
        foreach (Statement statement in statements)
        {
            if (statement.Confidence < least) { gone.Add(statement.Id); }
        }
        for (bool more = gone.Count > 0; more;)
        {
            more = false;
            foreach (Statement statement in statements)
            {
                if (statement.Parent is { } parent && gone.Contains(parent)) { more |= gone.Add(statement.Id); }
            }
        }
        return gone;
    }

    private static Event Without(Event happening, HashSet<string> gone)
    {
        if (happening.Statement is { } act && gone.Contains(act)) { happening = happening with { Statement = null }; }
        return happening.Reports is { } reports && reports.Any(r => r.Chain.Any(gone.Contains)) ? happening with { Reports = [.. reports.Where(r => !r.Chain.Any(gone.Contains))] } : happening;
    }
}
