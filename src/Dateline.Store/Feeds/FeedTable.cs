using System.Data.Common;
using System.Globalization;
using Dateline.Store.Databases;

namespace Dateline.Store.Feeds;

/// <summary>The table of watched feeds.</summary>
internal static class FeedTable
{
    /// <summary>How an instant is written.</summary>
    public const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The state of a feed; null for one that was never asked.</summary>
    public static FeedState? Read(Database database, DbTransaction? transaction, string url)
    {
        using DbCommand command = database.Command();
        command.Transaction = transaction;
        command.CommandText = "SELECT etag, last_modified, due, failures, gone, asked, error FROM feed WHERE url = @url";
        database.Set(command, "@url", url);
        using DbDataReader row = command.ExecuteReader();
        return row.Read() ? State(row, url) : null;
    }

    /// <summary>The state of every feed.</summary>
    public static IReadOnlyList<FeedState> All(Database database)
    {
        using DbCommand command = database.Command();
        command.CommandText = "SELECT etag, last_modified, due, failures, gone, asked, error, url FROM feed ORDER BY url";
        List<FeedState> feeds = [];
        using DbDataReader row = command.ExecuteReader();
        while (row.Read()) { feeds.Add(State(row, row.GetString(7))); }
        return feeds;
    }

    /// <summary>Keeps the state of a feed.</summary>
    public static void Write(Database database, DbTransaction transaction, FeedState feed)
    {
        using DbCommand command = database.Command();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT INTO feed (url, etag, last_modified, due, failures, gone, asked, error) VALUES (@url, @etag, @modified, @due, @failures, @gone, @asked, @error)
            ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified, due = excluded.due, failures = excluded.failures, gone = excluded.gone, asked = excluded.asked, error = excluded.error
            """;
        database.Set(command, "@url", feed.Url);
        database.Set(command, "@etag", feed.ETag);
        database.Set(command, "@modified", feed.LastModified);
        database.Set(command, "@due", feed.Due.ToString(Instant, CultureInfo.InvariantCulture));
        database.Set(command, "@failures", feed.Failures);
        database.Set(command, "@gone", feed.IsGone ? 1 : 0);
        database.Set(command, "@asked", feed.Asked.ToString(Instant, CultureInfo.InvariantCulture));
        database.Set(command, "@error", feed.Error);
        command.ExecuteNonQuery();
    }

    private static FeedState State(DbDataReader row, string url) => new()
    {
        Url = url, ETag = row.IsDBNull(0) ? null : row.GetString(0), LastModified = row.IsDBNull(1) ? null : row.GetString(1), Due = At(row.GetString(2)), Failures = (int)row.GetInt64(3),
        IsGone = row.GetInt64(4) == 1, Asked = At(row.GetString(5)), Error = row.IsDBNull(6) ? null : row.GetString(6),
    };

    private static DateTime At(string text) => DateTime.ParseExact(text, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
