using System.Data.Common;
using System.Globalization;
using Dateline.Store.Databases;

namespace Dateline.Store.Query;

/// <summary>What the watched feeds have brought, and how soon after its publication. Read once for all feeds and outlets.</summary>
internal sealed class FeedStories
{
    /// <summary>Older stories say nothing of how soon we read now.</summary>
    private const int DaysBack = 30;

    private readonly Dictionary<string, Feed> _feeds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<double>> _outlets = new(StringComparer.Ordinal);

    /// <summary>Reads what has an address for its file: stories of feeds, and pages that were added by hand.</summary>
    public FeedStories(Database database, IReadOnlySet<string> feeds)
    {
        List<(string File, DateTimeOffset Added, string? Published, string? Outlet, bool IsFirst)> rows = [];
        using DbCommand command = database.Command();
        command.CommandText = "SELECT file, added, published, outlet, CAST(CASE WHEN supersedes IS NULL THEN 1 ELSE 0 END AS BIGINT) FROM story WHERE file >= 'http' AND file < 'httq' ORDER BY file, added";
        using (DbDataReader row = command.ExecuteReader())
        {
            while (row.Read())
            {
                if (!feeds.Contains(row.GetString(0))) { continue; }
                rows.Add((row.GetString(0), Instant(row.GetString(1)) ?? default, row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetInt64(4) == 1));
            }
        }
        DateTimeOffset since = rows.Count == 0 ? default : rows.Max(r => r.Added).AddDays(-DaysBack);
        foreach ((string file, DateTimeOffset added, string? published, string? outlet, bool isFirst) in rows)
        {
            if (!_feeds.TryGetValue(file, out Feed? feed)) { _feeds[file] = feed = new Feed(added); }
            feed.Changed = added;
            if (!isFirst) { continue; }
            feed.Stories++;
            if (outlet is not null) { feed.Outlets[outlet] = feed.Outlets.GetValueOrDefault(outlet) + 1; }
            // What lay in the feed when it was first asked had waited for us to begin, not for us to look.
            if (added < since || Instant(published) is not { } at || at < feed.First) { continue; }
            double minutes = Math.Max(0, (added - at).TotalMinutes);
            feed.Minutes.Add(minutes);
            if (!_outlets.TryGetValue(outlet ?? "", out List<double>? all)) { _outlets[outlet ?? ""] = all = []; }
            all.Add(minutes);
        }
    }

    /// <summary>What a feed brought; null for nothing.</summary>
    public Feed? Of(string url) => _feeds.GetValueOrDefault(url);

    /// <summary>How late the stories of an outlet were read; null where that is not known.</summary>
    public Lag? OfOutlet(string? outlet) => _outlets.TryGetValue(outlet ?? "", out List<double>? minutes) ? Lag.Of(minutes) : null;

    /// <summary>A day with the time of day and its place on the earth; a day alone or a clock without offset says too little.</summary>
    private static DateTimeOffset? Instant(string? text) =>
        text is { Length: >= 17 } && text[10] == 'T' && (text[^1] == 'Z' || text[^6] is '+' or '-') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant) ? instant : null;

    /// <summary>What one feed brought.</summary>
    /// <param name="first">When its first story was read.</param>
    internal sealed class Feed(DateTimeOffset first)
    {
        public DateTimeOffset First => first;
        public DateTimeOffset Changed { get; set; }
        public long Stories { get; set; }
        public Dictionary<string, long> Outlets { get; } = new(StringComparer.Ordinal);
        public List<double> Minutes { get; } = [];
    }
}
