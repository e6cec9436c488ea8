using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>The read command from outside: exit codes, order, outputs.</summary>
public sealed class ReadTests : IDisposable
{
    private const string Story = "Harbour reopens\n\nOSLO, May 3 (AP) — Ferries will sail from Bergen on Monday, Transport Minister Ada Brandt told reporters.\n\n\"We are ready,\" she said.\n";
    private const string Row = """{"id": "ok", "text": "Ferries will sail on Monday, the minister said."}""";
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_good_story_is_one_line_and_exit_code_0()
    {
        CliResult result = Cli.Run("read", _folder.Write("a.txt", Story), "--date", "2019-05-04");
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        JsonElement story = Json(Assert.Single(result.Lines)).GetProperty("story");
        Assert.Equal("a.txt", story.GetProperty("file").GetString());
        Assert.Equal(Story, story.GetProperty("text").GetString());
        Assert.Equal("2019-05-04", story.GetProperty("published").GetString());
        Assert.Equal("2019-05-03", story.GetProperty("dateline").GetProperty("date").GetString());
    }

    [Fact]
    public void Failed_stories_are_lines_of_their_own_and_exit_code_1()
    {
        string file = _folder.Write("a.jsonl", Row + "\nno json\n{\"id\": 7}\n" + Row);
        CliResult result = Cli.Run("read", file, "--errors", _folder["errors.ndjson"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["ok", "DL1103 line 2", "DL1103 line 3", "ok"], result.Lines.Select(Name));
        Assert.Equal("7", Json(result.Lines[2]).GetProperty("story").GetProperty("id").GetString());
        Assert.Equal(result.Lines[1..3], File.ReadAllLines(_folder["errors.ndjson"]));
    }

    [Fact]
    public void Strict_stops_at_the_first_failure_and_limit_at_its_number()
    {
        string file = _folder.Write("a.jsonl", Row + "\nno json\n" + Row);
        CliResult strict = Cli.Run("read", file, "--strict");
        Assert.Equal((1, 2), (strict.ExitCode, strict.Lines.Length));
        CliResult limited = Cli.Run("read", file, "--limit", "1");
        Assert.Equal((0, 1), (limited.ExitCode, limited.Lines.Length));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "a.txt", "--format", "xml")]
    [InlineData("read", "a.txt", "--format", "csv")]
    [InlineData("read", "a.txt", "--date", "yesterday")]
    [InlineData("read", "a.txt", "--jobs", "0")]
    [InlineData("read", "a.txt", "--table", "weather")]
    [InlineData("read", "a.txt", "--format", "ndjson", "--out", "x")]
    [InlineData("raed", "a.txt")]
    [InlineData]
    public void A_wrong_command_line_says_what_is_wrong_and_ends_with_2(params string[] arguments)
    {
        CliResult result = Cli.Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("dateline: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("--help", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_that_cannot_be_opened_is_a_line_and_the_rest_is_read()
    {
        CliResult result = Cli.Run("read", _folder["none.txt"], _folder.Write("a.txt", Story));
        Assert.Equal(3, result.ExitCode);
        Assert.Equal(["DL1001", "a.txt"], result.Lines.Select(Name));
    }

    [Fact]
    public void An_output_that_cannot_be_opened_ends_with_3()
    {
        CliResult result = Cli.Run("read", _folder.Write("a.txt", Story), "--errors", _folder.Path);
        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains("DL1001", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_defect_met_in_one_story_costs_that_story_and_ends_with_70()
    {
        string file = _folder.Write("a.jsonl", Row + "\n" + Row + "\n" + Row);
        CliResult result = Cli.Run(["read", file], environment: ("DATELINE_TEST_FAULT_AT", "a.jsonl(2)"));
        Assert.Equal(70, result.ExitCode);
        Assert.Equal(["ok", "DL1901 line 2", "ok"], result.Lines.Select(Name));
    }

    [Fact]
    public void Interrupted_it_keeps_what_is_done_and_ends_with_4()
    {
        using Process process = Cli.Start(["read", "-"]);
        process.StandardInput.WriteLine(Row);
        process.StandardInput.Flush();
        // More than the reader's look at the format, so that it does not wait for more.
        for (int i = 0; i < 200; i++) { process.StandardInput.WriteLine(Row); }
        process.StandardInput.Flush();
        string? first = process.StandardOutput.ReadLine();
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        string rest = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal(4, process.ExitCode);
        Assert.All([first!, .. rest.Split('\n', StringSplitOptions.RemoveEmptyEntries)], line => Assert.Equal("ok", Name(line)));
    }

    [Fact]
    public void Many_threads_write_the_same_bytes_as_one()
    {
        StringBuilder rows = new();
        for (int i = 0; i < 120; i++)
        {
            string text = string.Concat(Enumerable.Repeat("Ferries will sail on Monday, the minister said. 🚢 ", 1 + (i * 7 % 12)));
            rows.Append(i % 17 == 3 ? "broken\n" : JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = "r" + i, ["text"] = text, ["date"] = "2019-05-03" }) + "\n");
        }
        string file = _folder.Write("many.jsonl", rows.ToString());
        CliResult one = Cli.Run("read", file, "--jobs", "1"), four = Cli.Run("read", file, "--jobs", "4");
        Assert.Equal(120, one.Lines.Length);
        Assert.Equal("r119", Name(one.Lines[^1]));
        Assert.Equal(one.Output, four.Output);
    }

    [Fact]
    public void Folders_are_read_with_all_below_them_in_order_and_globs_by_name()
    {
        foreach (string name in (string[])["b.txt", "a/z.txt", "a.txt", "c/d/e.txt", "skip.md5"]) { _folder.Write("news/" + name, Story); }
        File.Delete(_folder["news/skip.md5"]);
        Assert.Equal(["a.txt", "z.txt", "b.txt", "e.txt"], Cli.Run("read", _folder["news"]).Lines.Select(Name));
        Assert.Equal(["a.txt", "b.txt"], Cli.Run("read", _folder["news/*.txt"]).Lines.Select(Name));
    }

    [Fact]
    public void Standard_input_and_gzip_are_read_like_files()
    {
        CliResult text = Cli.Run(["read", "-"], Encoding.UTF8.GetBytes(Story));
        Assert.Equal((0, 1), (text.ExitCode, text.Lines.Length));
        Assert.Equal(["ok", "ok"], Cli.Run(["read", "-"], Folder.Gzip(Row + "\n" + Row)).Lines.Select(Name));
        Assert.Equal(["a.txt.gz"], Cli.Run("read", _folder.Write("a.txt.gz", Folder.Gzip(Story))).Lines.Select(Name));
    }

    [Fact]
    public void Tables_are_files_in_a_folder_or_one_of_them_on_standard_output()
    {
        string file = _folder.Write("a.jsonl", Row + "\nno json");
        CliResult folder = Cli.Run("read", file, "--out", _folder["tables"]);
        Assert.Equal((1, ""), (folder.ExitCode, folder.Output));
        Assert.Contains("DL1103", folder.Errors, StringComparison.Ordinal);
        Assert.Equal(["entities", "events", "places", "quantities", "statements", "stories", "times"],
            Directory.GetFiles(_folder["tables"]).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        CliResult table = Cli.Run("read", file, "--table", "statements");
        Assert.Equal(File.ReadAllText(_folder["tables/statements.csv"]), table.Output);
        Assert.StartsWith("story,id,act,source,", table.Output, StringComparison.Ordinal);
        Assert.Contains("the minister", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_view_keeps_80_columns_and_has_colour_only_when_asked()
    {
        string file = _folder.Write("a.txt", Story);
        CliResult plain = Cli.Run("read", file, "--format", "text");
        Assert.All(plain.Lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("Ada Brandt", plain.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', plain.Output);
        Assert.Contains('\u001B', Cli.Run("read", file, "--format", "text", "--color", "always").Output);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("schema")]
    public void Help_shows_examples(string command)
    {
        CliResult result = Cli.Run(command, "--help");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Example", result.Output, StringComparison.Ordinal);
        Assert.Contains("dateline " + command, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_prints_the_published_schema() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Cli.Root, "docs/reference/records.schema.json")), Cli.Run("schema").Output);

    internal static JsonElement Json(string line) => JsonDocument.Parse(line).RootElement;

    /// <summary>File or id of a story; code and row of a failed one.</summary>
    internal static string Name(string line)
    {
        JsonElement record = Json(line), story = record.GetProperty("story");
        if (record.TryGetProperty("error", out JsonElement error))
        {
            return error.GetProperty("code").GetString() + (story.TryGetProperty("line", out JsonElement row) ? " line " + row : "");
        }
        string id = story.GetProperty("id").GetString()!;
        return story.TryGetProperty("file", out JsonElement file) && !file.GetString()!.EndsWith(".jsonl", StringComparison.Ordinal) ? file.GetString()! : id;
    }
}
