using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>The store from outside: add, kill, search, export.</summary>
public sealed class AddTests : IDisposable
{
    private const int Stories = 4000, Kills = 50;
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Killed_fifty_times_nothing_is_lost_and_nothing_is_there_twice()
    {
        string records = Records(), db = _folder["news.db"];
        Random random = new(17);
        for (int i = 0; i < Kills; i++)
        {
            using Process process = Cli.Start(["add", records, "--db", db]);
            process.StandardInput.Close();
            Thread.Sleep(random.Next(100, 500));
            process.Kill();
            process.WaitForExit();
        }
        Assert.Equal(0, Cli.Run("add", records, "--db", db).ExitCode);
        CliResult again = Cli.Run("add", records, "--db", db);
        Assert.Contains("0 added", again.Errors, StringComparison.Ordinal);
        Assert.Contains(Stories.ToString("N0", CultureInfo.InvariantCulture) + " known", again.Errors, StringComparison.Ordinal);
        string[] exported = Cli.Run("export", "--db", db).Lines;
        Assert.Equal(File.ReadAllLines(records).Order(StringComparer.Ordinal), exported.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_was_added_is_found_and_a_mistake_is_shown()
    {
        string db = _folder["news.db"];
        CliResult added = Cli.Run("add", Path.Combine(Cli.Root, "samples"), "--db", db);
        Assert.Equal((0, ""), (added.ExitCode, added.Output));
        CliResult found = Cli.Run("search", "speaker:\"Maria Costa\"", "--db", db, "--kind", "statements", "--format", "text");
        Assert.Equal(0, found.ExitCode);
        Assert.Contains("brief-1#s2", found.Output, StringComparison.Ordinal);
        CliResult wrong = Cli.Run("search", "spaeker:x", "--db", db);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("^ there is no field", wrong.Errors, StringComparison.Ordinal);
        Assert.Equal(3, Cli.Run("search", "x", "--db", _folder["none.db"]).ExitCode);
        CliResult panel = Cli.Run("aggregate", "--by", "country,month", "--codes", "cow", "--all", "--db", db);
        Assert.Equal("country,period,plover,event_mentions,stories,dated_by_publication,exposure_stories", panel.Lines[0].TrimEnd());
        Assert.Contains("not de-duplicated", panel.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Cli.Run("aggregate", "--by", "planet", "--db", db).ExitCode);
        Assert.NotEmpty(Cli.Run("export", "code:CONSULT", "--db", db, "--format", "polecat").Lines);
    }

    [Fact]
    public void Recoding_reads_anew_what_another_version_read_and_nothing_else()
    {
        string db = _folder["news.db"];
        string[] lines = Cli.Run("read", Path.Combine(Cli.Root, "samples")).Lines;
        string records = _folder.Write("older.ndjson", string.Concat(lines.Select(line => System.Text.RegularExpressions.Regex.Replace(line, "\"knowledge\":\"[^\"]*\"", "\"knowledge\":\"older\"") + "\n")));
        Assert.Equal(0, Cli.Run("add", records, "--db", db).ExitCode);
        CliResult dry = Cli.Run("recode", "--db", db, "--dry-run");
        Assert.Equal((0, ""), (dry.ExitCode, dry.Output));
        Assert.Contains($"{lines.Length} stories would be read anew, 0 are of this version", dry.Errors, StringComparison.Ordinal);
        CliResult result = Cli.Run("recode", "--db", db);
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Contains("0 changed, 0 new, 0 withdrawn", result.Errors, StringComparison.Ordinal);
        Assert.Contains($"0 stories read anew, {lines.Length} are of this version", Cli.Run("recode", "--db", db).Errors, StringComparison.Ordinal);
        Assert.Equal(lines.Order(StringComparer.Ordinal), Cli.Run("export", "--db", db).Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Records_shared_without_texts_become_whole_with_the_same_texts_and_no_others()
    {
        string db = _folder["news.db"], samples = Path.Combine(Cli.Root, "samples");
        Assert.Equal(0, Cli.Run("add", samples, "--db", db).ExitCode);
        string[] whole = Cli.Run("export", "--db", db).Lines;
        CliResult without = Cli.Run("export", "--db", db, "--no-text");
        Assert.Equal((0, whole.Length), (without.ExitCode, without.Lines.Length));
        Assert.All(without.Lines, line => Assert.False(ReadTests.Json(line).GetProperty("story").TryGetProperty("text", out _)));
        Assert.DoesNotContain("The harbour", without.Output, StringComparison.Ordinal);
        string shared = _folder.Write("shared.ndjson", without.Output);
        CliResult again = Cli.Run("rehydrate", shared, "--texts", samples);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(whole, again.Lines);
        string other = _folder.Write("other.txt", "Another text, which no record was made of.");
        CliResult missing = Cli.Run("rehydrate", shared, "--texts", other);
        Assert.Equal((1, ""), (missing.ExitCode, missing.Output));
        Assert.Contains("is not among yours", missing.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Cli.Run("export", "--db", db, "--no-text", "--format", "csv", "--out", _folder["t"]).ExitCode);
        Assert.Equal(2, Cli.Run("redact", "Maria Costa", "--db", db).ExitCode);
        Assert.Equal(0, Cli.Run("redact", "Maria Costa", "--db", db, "--yes").ExitCode);
        Assert.DoesNotContain("Costa", Cli.Run("export", "--db", db).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_release_is_whole_cited_hashed_and_says_what_changed(bool noText)
    {
        string db = _folder["news.db"];
        string[] flag = noText ? ["--no-text"] : [];
        Assert.Equal(0, Cli.Run("add", Path.Combine(Cli.Root, "samples"), "--db", db).ExitCode);
        Assert.Equal(0, Cli.Run(["release", _folder["one"], "--db", db, "--title", "Say \"so\"", "--author", "Jane Doe", .. flag]).ExitCode);
        string[] records = File.ReadAllLines(Path.Combine(_folder["one"], "records.ndjson"));
        System.Text.Json.JsonElement manifest = ReadTests.Json(File.ReadAllText(Path.Combine(_folder["one"], "manifest.json")));
        Assert.Equal(records.Length, manifest.GetProperty("stories").GetInt32());
        Assert.Equal(noText ? 3 : 10, manifest.GetProperty("files").GetArrayLength());
        Assert.All(manifest.GetProperty("files").EnumerateArray(), file => Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder["one"], file.GetProperty("name").GetString()!)))), file.GetProperty("sha256").GetString()));
        Assert.Contains("title: \"Say \\\"so\\\"\"", File.ReadAllText(Path.Combine(_folder["one"], "CITATION.cff")), StringComparison.Ordinal);
        Assert.Contains("not de-duplicated", File.ReadAllText(Path.Combine(_folder["one"], "CODEBOOK.md")), StringComparison.Ordinal);
        Assert.Equal(2, Cli.Run("release", _folder["one"], "--db", db).ExitCode);

        Assert.Equal(0, Cli.Run("add", _folder.Write("new.jsonl", """{"id": "new", "text": "The harbour is open, the mayor said.", "date": "2020-10-02"}"""), "--db", db).ExitCode);
        Assert.Equal(0, Cli.Run(["release", _folder["two"], "--db", db, "--previous", _folder["one"], .. flag]).ExitCode);
        string changes = File.ReadAllText(Path.Combine(_folder["two"], "CHANGES.md"));
        Assert.Contains($"{records.Length} stories in both, 1 new, 0 no longer in", changes, StringComparison.Ordinal);
        Assert.Matches(@"\| statement \| [1-9]\d* \| 0 \| 0 \| 0 \|", changes);
        Assert.Equal(3, Cli.Run("release", _folder["three"], "--db", db, "--previous", _folder["none"]).ExitCode);
    }

    /// <summary>Stories read once, made many by their ids.</summary>
    private string Records()
    {
        string line = Assert.Single(Cli.Run("read", _folder.Write("a.jsonl", """{"id": "story-0", "text": "Ferries will sail from Bergen on Monday, Transport Minister Ada Brandt told reporters in Oslo.", "date": "2020-10-02"}""")).Lines);
        StringBuilder all = new();
        for (int i = 0; i < Stories; i++) { all.Append(line.Replace("\"story-0\"", string.Create(CultureInfo.InvariantCulture, $"\"story-{i}\""), StringComparison.Ordinal)).Append('\n'); }
        return _folder.Write("records.ndjson", all.ToString());
    }
}
