using System.Diagnostics;
using System.Net.Http;
using Dateline.Tests.Keeping;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>The commands over a PostgreSQL base say what they say over a file.</summary>
public sealed class PostgresTests : IDisposable
{
    private const int Kills = 12;
    private readonly Folder _folder = new();
    private readonly string _base;

    public PostgresTests()
    {
        Assert.SkipWhen(PostgresServer.Trouble is not null, PostgresServer.Trouble ?? "");
        _base = PostgresServer.Emptied();
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("search", "speaker:\"Maria Costa\"", "--kind", "statements", "--format", "text")]
    [InlineData("search", "--facets")]
    [InlineData("search", "police", "--kind", "events", "--limit", "2")]
    [InlineData("search", "-police", "since:1990", "--facets")]
    [InlineData("export")]
    [InlineData("export", "code:CONSULT", "--format", "polecat")]
    [InlineData("export", "--no-text")]
    [InlineData("aggregate", "--by", "country,month", "--all")]
    [InlineData("aggregate", "--by", "admin1,week", "--codes", "cow")]
    [InlineData("recode", "--dry-run")]
    public void A_command_says_the_same(params string[] command)
    {
        string file = _folder["news.db"];
        foreach (string db in (string[])[file, _base]) { Assert.Equal(0, Cli.Run("add", Path.Combine(Cli.Root, "samples"), "--db", db).ExitCode); }
        CliResult one = Cli.Run([.. command, "--db", file]), two = Cli.Run([.. command, "--db", _base]);
        Assert.Equal((0, one.Output), (two.ExitCode, two.Output));
        Assert.DoesNotContain("secret", two.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_served_and_who_is_taken_out_is_gone()
    {
        Assert.Equal(0, Cli.Run("add", Path.Combine(Cli.Root, "samples"), "--db", _base).ExitCode);
        Assert.Equal(0, Cli.Run("redact", "Maria Costa", "--db", _base, "--yes").ExitCode);
        Assert.Empty(Cli.Run("search", "speaker:Costa", "--kind", "statements", "--db", _base).Lines);
        using Process server = Cli.Start(["serve", "--db", _base, "--port", "0"]);
        try
        {
            string line = (await server.StandardError.ReadLineAsync())!;
            using HttpClient client = new() { BaseAddress = new Uri(line.Split(' ').First(w => w.StartsWith("http://", StringComparison.Ordinal))) };
            foreach (string page in (string[])["", "search?q=police", "events", "people", "sources", "about", "news.json?q=police", "events.geojson", "sources.csv"])
            {
                string answer = await client.GetStringAsync(page);
                Assert.DoesNotContain(":secret", answer, StringComparison.Ordinal);
                Assert.DoesNotContain("Costa", answer, StringComparison.Ordinal);
            }
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    [Fact]
    public void Killed_again_and_again_nothing_is_lost_and_nothing_is_there_twice()
    {
        string input = _folder.Write("one.jsonl", """{"id":"ferry","text":"Ferries sail\\n\\nOSLO, June 3 (AP) - Ferries will sail on Monday, the minister said. Police arrested 20 protesters.","date":"2016-06-04"}""" + "\n");
        string one = Cli.Run("read", input, "--format", "ndjson").Lines[0];
        Assert.Contains("\"id\":\"ferry\"", one, StringComparison.Ordinal);
        string records = _folder.Write("records.ndjson", string.Concat(Enumerable.Range(0, 400).Select(i => one.Replace("\"id\":\"ferry\"", $"\"id\":\"ferry-{i}\"", StringComparison.Ordinal) + "\n")));
        Random random = new(17);
        for (int i = 0; i < Kills; i++)
        {
            using Process process = Cli.Start(["add", records, "--db", _base]);
            process.StandardInput.Close();
            Thread.Sleep(random.Next(100, 900));
            process.Kill();
            process.WaitForExit();
        }
        Assert.Equal(0, Cli.Run("add", records, "--db", _base).ExitCode);
        Assert.Contains("0 added", Cli.Run("add", records, "--db", _base).Errors, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllLines(records).Order(StringComparer.Ordinal), Cli.Run("export", "--db", _base).Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_base_that_cannot_be_had_ends_with_3_and_shows_no_password()
    {
        foreach (string db in (string[])["postgres://me:hush@127.0.0.1:1/news", "postgres://me:hush@", _base.Replace("secret", "hush", StringComparison.Ordinal), _base.Replace("/postgres?", "/nobase?", StringComparison.Ordinal)])
        {
            CliResult result = Cli.Run("search", "x", "--db", db);
            Assert.Equal((3, ""), (result.ExitCode, result.Output));
            Assert.NotEmpty(result.Errors);
            Assert.DoesNotContain("hush", result.Errors, StringComparison.Ordinal);
        }
    }
}
