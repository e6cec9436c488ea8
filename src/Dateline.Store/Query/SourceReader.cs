using System.Data.Common;
using System.Globalization;
using Dateline.Store.Feeds;

namespace Dateline.Store.Query;

/// <summary>What came from whom: outlets with their coverage, and the feeds that are watched.</summary>
public sealed class SourceReader(StoreReader reader)
{
    /// <summary>A feed that nobody has asked for so long after it was due is overdue.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromHours(1);

    /// <summary>Every outlet, the one with the most stories first.</summary>
    public IReadOnlyList<SourceRow> All()
    {
        using DbCommand command = reader.Database.Command();
        command.CommandText = $"""
            SELECT s.outlet, count(*) AS stories, min(s.day), max(s.day), count(*) FILTER (WHERE s.day IS NULL), {reader.Database.Distinct("s.language")}, count(s.copy_of), CAST(sum(s.statements) AS BIGINT), CAST(sum(s.events) AS BIGINT), max(s.added)
            FROM story s WHERE NOT EXISTS (SELECT 1 FROM story later WHERE later.supersedes = s.n) GROUP BY s.outlet ORDER BY stories DESC, s.outlet NULLS FIRST LIMIT 1000
            """;
        Dictionary<string, List<(DateOnly Day, long Stories)>> days = Days();
        DateOnly newest = days.Values.Select(d => d[^1].Day).DefaultIfEmpty().Max();
        FeedStories feeds = new(reader.Database, Watched().Select(f => f.Url).ToHashSet(StringComparer.Ordinal));
        List<SourceRow> rows = [];
        using DbDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            string? outlet = row.IsDBNull(0) ? null : row.GetString(0);
            Coverage coverage = new(days.GetValueOrDefault(outlet ?? "") ?? []);
            rows.Add(new SourceRow
            {
                Outlet = outlet, Stories = row.GetInt64(1), First = StoreReader.Day(row.IsDBNull(2) ? null : row.GetInt64(2)), Last = StoreReader.Day(row.IsDBNull(3) ? null : row.GetInt64(3)), Undated = row.GetInt64(4),
                Languages = row.IsDBNull(5) ? null : string.Join(',', row.GetString(5).Split(',').Order(StringComparer.Ordinal)), Copies = row.GetInt64(6), Statements = row.GetInt64(7), Events = row.GetInt64(8), Added = row.GetString(9),
                Months = coverage.Months, Days = coverage.Days(newest), DaysUntil = days.Count == 0 ? null : newest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SilentDays = coverage.Silent(newest), Lag = feeds.OfOutlet(outlet),
            });
        }
        return rows;
    }

    /// <summary>Every watched feed as it is at an instant: those with trouble first, then by address.</summary>
    public IReadOnlyList<FeedRow> Feeds(DateTime now)
    {
        IReadOnlyList<FeedState> watched = Watched();
        FeedStories stories = new(reader.Database, watched.Select(f => f.Url).ToHashSet(StringComparer.Ordinal));
        return [.. watched.Select(f => Row(f, stories.Of(f.Url), now)).OrderBy(f => f.State switch { "fails" => 0, "gone" => 1, "overdue" => 2, _ => 3 }).ThenBy(f => f.Url, StringComparer.Ordinal)];
    }

    private static FeedRow Row(FeedState feed, FeedStories.Feed? stories, DateTime now) => new()
    {
        Url = feed.Url, Outlet = stories?.Outlets.OrderByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Key).FirstOrDefault(),
        State = feed.IsGone ? "gone" : feed.Failures > 0 ? "fails" : feed.Due + s_patience < now ? "overdue" : "answers",
        Asked = Instant(feed.Asked), Changed = stories is null ? null : Instant(stories.Changed.UtcDateTime), Due = feed.IsGone ? null : Instant(feed.Due),
        Failures = feed.Failures, Error = feed.Error, Stories = stories?.Stories ?? 0, Lag = stories is null ? null : Lag.Of(stories.Minutes),
    };

    private IReadOnlyList<FeedState> Watched() => [.. FeedTable.All(reader.Database).Select(f => f with { Url = Ingest.Web.WebFetcher.WithoutUser(f.Url) }).DistinctBy(f => f.Url, StringComparer.Ordinal)];

    private static string Instant(DateTime instant) => instant.ToString(FeedTable.Instant, CultureInfo.InvariantCulture);

    private Dictionary<string, List<(DateOnly Day, long Stories)>> Days()
    {
        using DbCommand command = reader.Database.Command();
        command.CommandText = "SELECT coalesce(s.outlet, ''), s.day, count(*) FROM story s WHERE s.day IS NOT NULL AND NOT EXISTS (SELECT 1 FROM story later WHERE later.supersedes = s.n) GROUP BY s.outlet, s.day ORDER BY s.outlet NULLS FIRST, s.day";
        Dictionary<string, List<(DateOnly, long)>> days = new(StringComparer.Ordinal);
        using DbDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            if (!days.TryGetValue(row.GetString(0), out List<(DateOnly, long)>? counts)) { days[row.GetString(0)] = counts = []; }
            if (DateOnly.TryParseExact(StoreReader.Day(row.GetInt64(1)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) { counts.Add((day, row.GetInt64(2))); }
        }
        return days;
    }
}
