using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>A server keeps counts, maps and lists of what it was asked; what another process changes in the store must show at once all the same.</summary>
public sealed class LiveStoreTests
{
    private const string Person = "Erik Lind";

    private static readonly string[] s_screens =
    [
        "/", "/?q=erik", "/people", "/people.json", "/people?words=Erik", "/events", "/events.geojson", "/events?q=actor:Lind", "/search", "/search?q=lind", "/search?q=about:Lind&kind=stories", "/search?kind=events", "/news.json", "/news.ndjson",
        "/statements.csv", "/story/brief-1", "/story/brief-1.json", "/why?story=brief-1&r=s3",
    ];

    [Fact]
    public async Task A_new_version_a_recoding_and_a_redaction_show_at_once()
    {
        using BriefServer server = new();
        long statements = await Statements(server), events = await Number(server, "events");
        string map = await Marks(server);
        Assert.Contains(Person, await All(server), StringComparison.Ordinal);
        Assert.True(statements > 0 && events > 0 && map.Length > 0);

        // The same stories sent again, as an older coder might have read them: nothing said, nothing happening.
        IEnumerable<string> lines = Cli.Run("export", "--db", server.Db).Lines.Select(line =>
        {
            JsonNode record = JsonNode.Parse(line)!;
            record["coder"]!["knowledge"] = "older";
            record["story"]!["inputHash"] = "sha256:" + new string('0', 64);
            (record["statements"], record["events"]) = (new JsonArray(), new JsonArray());
            return record.ToJsonString();
        });
        CliResult added = Cli.Run(["add", "-", "--db", server.Db], Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        Assert.Equal(0, added.ExitCode);
        Assert.Equal((0, 0, ""), (await Statements(server), await Number(server, "events"), await Marks(server)));

        Assert.Equal(0, Cli.Run("recode", "--db", server.Db).ExitCode);
        Assert.Equal((statements, events, map), (await Statements(server), await Number(server, "events"), await Marks(server)));
        Assert.Contains(Person, await All(server), StringComparison.Ordinal);

        Assert.Equal(0, Cli.Run("redact", Person, "--db", server.Db, "--yes").ExitCode);
        // What was asked for stands in the answer; a name in a text has a blank before it.
        Assert.DoesNotContain(" Lind", await All(server), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync("/people?name=Erik+Lind")).StatusCode);
        Assert.Equal(0, JsonNode.Parse(await server.Client.GetStringAsync("/statements.json?q=speaker:Lind"))!["counts"]!["stories"]!.GetValue<long>());
        Assert.Contains("████", await server.Client.GetStringAsync("/story/brief-1"), StringComparison.Ordinal);
        using StringContent call = new("""{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "search_statements", "arguments": {"query": "speaker:\"Erik Lind\""}}}""", Encoding.UTF8, "application/json");
        Assert.Empty(JsonNode.Parse(await (await server.Client.PostAsync("/mcp", call)).Content.ReadAsStringAsync())!["result"]!["structuredContent"]!["hits"]!.AsArray());
    }

    private static async Task<string> All(RunningServer server)
    {
        StringBuilder all = new();
        foreach (string screen in s_screens)
        {
            HttpResponseMessage answer = await server.Client.GetAsync(screen);
            string text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, screen + ": " + text);
            all.Append(WebUtility.HtmlDecode(text));
        }
        return all.ToString();
    }

    private static Task<long> Statements(RunningServer server) => Number(server, "statements");

    private static async Task<long> Number(RunningServer server, string what) => JsonNode.Parse(await server.Client.GetStringAsync("/news.json"))!["counts"]![what]!.GetValue<long>();

    /// <summary>The circles of the map.</summary>
    private static async Task<string> Marks(RunningServer server) => string.Join('\n', (await server.Client.GetStringAsync("/events")).Split('\n').Where(line => line.Contains("<circle", StringComparison.Ordinal)));

    private sealed class BriefServer() : RunningServer(samples: false);
}
