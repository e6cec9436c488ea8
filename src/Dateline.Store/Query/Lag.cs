namespace Dateline.Store.Query;

/// <summary>How long after its publication a story was read, in minutes, over the stories of which both are known.</summary>
/// <param name="Stories">How many those are.</param>
/// <param name="Median">Half of them were read within so many minutes.</param>
/// <param name="P90">Nine of ten were.</param>
public sealed record Lag(int Stories, double Median, double P90)
{
    /// <summary>Of minutes in any order; null of none.</summary>
    public static Lag? Of(List<double> minutes)
    {
        if (minutes.Count == 0) { return null; }
        minutes.Sort();
        return new Lag(minutes.Count, Rank(minutes, 0.5), Rank(minutes, 0.9));
    }

    /// <summary>The least value that so great a share does not exceed.</summary>
    private static double Rank(List<double> sorted, double share) => Math.Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1], 1);
}
