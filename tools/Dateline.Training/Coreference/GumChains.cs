using Dateline.Text;

namespace Dateline.Training.Coreference;

/// <summary>Which gold chain the mentions of an entity belong to.</summary>
public static class GumChains
{
    /// <summary>The group that most of the spans lie nearest to, or null when they touch no gold mention.</summary>
    /// <param name="spans">Names and nominals of one entity.</param>
    /// <param name="gold">The gold mentions that are no pronouns.</param>
    public static string? GroupOf(IEnumerable<TextSpan> spans, IReadOnlyList<GumMention> gold)
    {
        Dictionary<string, int> votes = new(StringComparer.Ordinal);
        foreach (TextSpan span in spans)
        {
            GumMention? best = null;
            foreach (GumMention mention in gold)
            {
                if (mention.Head.Overlaps(span) && (best is null || Distance(mention.Head, span) < Distance(best.Head, span))) { best = mention; }
            }
            if (best is not null) { votes[best.Group] = votes.GetValueOrDefault(best.Group) + 1; }
        }
        return votes.Count == 0 ? null : votes.OrderByDescending(v => v.Value).First().Key;
    }

    private static int Distance(TextSpan a, TextSpan b) => Math.Abs(a.Start - b.Start) + Math.Abs(a.End - b.End);
}
