using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Dateline.EndToEnd;
using Microsoft.Data.Sqlite;

namespace Dateline.Browser;

/// <summary>Serves a store into which feeds are watched: one answers, one fails and its outlet fell silent, one has not been asked, one is gone.</summary>
public sealed class WatchedServer() : RunningServer(samples: false, Watch)
{
    private const string Coast = "Coast News", Harbour = "Harbour Post", Ledger = "The Weekly Ledger";
    private static readonly DateTime s_now = DateTime.UtcNow;

    /// <summary>Adds stories of a month, then writes down when each came, as watch would have, had it run so long.</summary>
    private static void Watch(string db)
    {
        List<(string Outlet, DateTime Published)> stories = [];
        for (int day = 0; day < 30; day++)
        {
            for (int n = 0; n <= day % 3; n++) { stories.Add((Coast, s_now.AddDays(-day).AddMinutes(-10 - (40 * n)))); }
            if (day > 9) { stories.Add((Harbour, s_now.AddDays(-day).AddHours(-1))); }
            if (day % 7 == 2) { stories.Add((Ledger, s_now.AddDays(-day).AddHours(-3))); }
        }
        string lines = string.Join('\n', stories.Select((s, i) => new JsonObject
        {
            ["id"] = $"watched-{i}", ["outlet"] = s.Outlet, ["date"] = Instant(s.Published), ["text"] = $"Ferry {i} sails again\n\nThe ferry sails again, Transport Minister Ada Brandt said in Oslo.",
        }.ToJsonString()));
        string paragraphs = string.Join("\n\n", Enumerable.Range(1, 40).Select(i =>
            $"Prime Minister Erik Lind told parliament in Oslo on Tuesday that Norway would send {i + 200} soldiers to the strait by Friday. \"We will not wait for number {i},\" he said. Opposition leader Anna Berg denied that anybody had asked for {i} ships."));
        lines += "\n" + new JsonObject { ["id"] = "long", ["outlet"] = Ledger, ["date"] = "2020-10-07", ["text"] = "Soldiers for the strait\n\n" + paragraphs }.ToJsonString();
        CliResult added = Cli.Run(["add", "-", "--db", db], Encoding.UTF8.GetBytes(lines + "\n"));
        if (added.ExitCode != 0) { throw new InvalidOperationException(added.Errors); }
        using SqliteConnection connection = new($"Data Source={db};Pooling=False");
        connection.Open();
        for (int i = 0; i < stories.Count; i++)
        {
            // From nine minutes to three quarters of an hour later, and a few long after.
            DateTime read = stories[i].Published.AddMinutes(i % 11 == 7 ? 190 : 7 + (i * 7 % 37));
            Execute(connection, "UPDATE story SET file = $0, added = $1 WHERE id = $2", Feed(stories[i].Outlet), Instant(read), $"watched-{i}");
        }
        Add(connection, Feed(Coast), minutesToGo: 11, asked: 4, 0, null);
        Add(connection, Feed(Harbour), minutesToGo: 310, asked: 170, 5, $"DL1009 {Feed(Harbour)}: the server answered 503 Service Unavailable.");
        Add(connection, Feed(Ledger), minutesToGo: -700, asked: 715, 0, null);
        Add(connection, "https://old.example/rss", minutesToGo: 0, asked: 9000, 1, "DL1009 https://old.example/rss: the server answered 410 Gone.", gone: 1);
    }

    private static string Feed(string outlet) => $"https://{outlet.Replace(" ", "-", StringComparison.Ordinal).ToLowerInvariant()}.example/feed.xml";

    private static void Add(SqliteConnection connection, string url, int minutesToGo, int asked, int failures, string? error, int gone = 0) => Execute(connection,
        "INSERT INTO feed (url, due, failures, gone, asked, error) VALUES ($0, $1, $2, $3, $4, $5)", url, Instant(s_now.AddMinutes(minutesToGo)), failures, gone, Instant(s_now.AddMinutes(-asked)), error ?? (object)DBNull.Value);

    private static void Execute(SqliteConnection connection, string sql, params object[] values)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++) { command.Parameters.AddWithValue("$" + i.ToString(CultureInfo.InvariantCulture), values[i]); }
        command.ExecuteNonQuery();
    }

    private static string Instant(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
