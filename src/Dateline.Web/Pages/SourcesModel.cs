using Dateline.Store.Query;

namespace Dateline.Web.Pages;

/// <summary>What came from whom, and how late.</summary>
/// <param name="Head">The frame.</param>
/// <param name="Rows">Outlets.</param>
/// <param name="Feeds">Watched feeds, those with trouble first.</param>
/// <param name="Now">When the page was made; ages are told from it.</param>
public sealed record SourcesModel(PageHead Head, IReadOnlyList<SourceRow> Rows, IReadOnlyList<FeedRow> Feeds, DateTimeOffset Now)
{
    /// <summary>What somebody should look after, in words; none when all is well.</summary>
    public IReadOnlyList<string> Trouble { get; } = [.. Of(Rows, Feeds)];

    private static IEnumerable<string> Of(IReadOnlyList<SourceRow> rows, IReadOnlyList<FeedRow> feeds)
    {
        if (feeds.Count(f => f.State == "fails") is > 0 and var fails) { yield return $"{Of(fails, feeds.Count)} fail{(fails == 1 ? "s" : "")}."; }
        if (feeds.Count(f => f.State == "gone") is > 0 and var gone) { yield return $"{Of(gone, feeds.Count)} {(gone == 1 ? "is" : "are")} gone for good."; }
        if (feeds.Count(f => f.State == "overdue") is > 0 and var overdue) { yield return overdue == feeds.Count ? "No feed is asked although all are due: dateline watch is not running." : $"{Of(overdue, feeds.Count)} {(overdue == 1 ? "has" : "have")} not been asked though due."; }
        foreach (SourceRow row in rows.Where(r => r.SilentDays is not null).OrderByDescending(r => r.Stories).Take(10)) { yield return $"{row.Outlet ?? "What names no outlet"} has brought nothing since {Days.Short(row.Last)}, {row.SilentDays} days before the newest story here."; }
    }

    private static string Of(int some, int all) => $"{Link.Number(some)} of {(all == 1 ? "one watched feed" : Link.Number(all) + " watched feeds")}";
}
