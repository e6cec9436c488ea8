using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dateline.Store.Feeds;

/// <summary>The table of watched feeds.</summary>
internal static class FeedTable
{
    /// <summary>How an instant is written.</summary>
    public const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The state of a feed; null for one that was never asked.</summary>
    public static FeedState? Read(SqliteConnection connection, SqliteTransaction? transaction, string url)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT etag, last_modified, due, failures, gone, asked, error FROM feed WHERE url = $url";
        command.Parameters.AddWithValue("$url", url);
        using SqliteDataReader row = command.ExecuteReader();
        return row.Read() ? State(row, url) : null;
    }

    /// <summary>The state of every feed.</summary>
    public static IReadOnlyList<FeedState> All(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT etag, last_modified, due, failures, gone, asked, error, url FROM feed ORDER BY url";
        List<FeedState> feeds = [];
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read()) { feeds.Add(State(row, row.GetString(7))); }
        return feeds;
    }

    /// <summary>Keeps the state of a feed.</summary>
    public static void Write(SqliteConnection connection, SqliteTransaction transaction, FeedState feed)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT OR REPLACE INTO feed (url, etag, last_modified, due, failures, gone, asked, error) VALUES ($url, $etag, $modified, $due, $failures, $gone, $asked, $error)";
        command.Parameters.AddWithValue("$url", feed.Url);
        command.Parameters.AddWithValue("$etag", (object?)feed.ETag ?? DBNull.Value);
        command.Parameters.AddWithValue("$modified", (object?)feed.LastModified ?? DBNull.Value);
        command.Parameters.AddWithValue("$due", feed.Due.ToString(Instant, CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$failures", feed.Failures);
        command.Parameters.AddWithValue("$gone", feed.IsGone ? 1 : 0);
        command.Parameters.AddWithValue("$asked", feed.Asked.ToString(Instant, CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$error", (object?)feed.Error ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private static FeedState State(SqliteDataReader row, string url) => new()
    {
        Url = url, ETag = row.IsDBNull(0) ? null : row.GetString(0), LastModified = row.IsDBNull(1) ? null : row.GetString(1), Due = At(row.GetString(2)), Failures = row.GetInt32(3),
        IsGone = row.GetInt64(4) == 1, Asked = At(row.GetString(5)), Error = row.IsDBNull(6) ? null : row.GetString(6),
    };

    private static DateTime At(string text) => DateTime.ParseExact(text, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
