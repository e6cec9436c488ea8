using System.Diagnostics;
using System.Text;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary><c>dateline explain</c> as users run it.</summary>
public sealed class ExplainTests : IDisposable
{
    private const string Text = "\"I spoke with Prime Minister Erik Lind, who confirmed that the inspectors had been let in,\" the envoy said.";
    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-explain-").FullName;

    [Fact]
    public void A_nested_statement_shows_its_words_its_rules_its_chain_and_the_versions()
    {
        string records = Records("one.ndjson", "a");
        string id = Id(records, "\"lemma\":\"confirm\"");
        (int code, string output, string errors) = Run("explain", id, "--in", records);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("who confirmed that the inspectors", output, StringComparison.Ordinal);
        Assert.Contains("statements/", output, StringComparison.Ordinal);
        int outlet = output.IndexOf("\n  Volta Press", StringComparison.Ordinal), envoy = output.IndexOf("\n    the envoy", StringComparison.Ordinal), lind = output.IndexOf("\n      who (Erik Lind)", StringComparison.Ordinal);
        Assert.True(0 < outlet && outlet < envoy && envoy < lind, output);
        Assert.Contains("made by: dateline ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_one_story_among_many_is_named_with_its_story()
    {
        string records = Records("two.ndjson", "a", "b");
        Assert.StartsWith("e1: entity", Run("explain", "b#e1", "--in", records).Output, StringComparison.Ordinal);
        (int code, _, string errors) = Run("explain", "e1", "--in", records);
        Assert.Equal(2, code);
        Assert.Contains("say which: a#e1, b#e1", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s77", 2, "has no record s77; it has s1")]
    [InlineData("z#s1", 2, "holds no story \"z\"; it holds a")]
    public void What_is_not_there_is_an_error_that_names_what_is(string id, int expected, string message)
    {
        (int code, string output, string errors) = Run("explain", id, "--in", Records("one.ndjson", "a"));
        Assert.Equal((expected, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_exit_code_3() => Assert.Equal(3, Run("explain", "s1", "--in", Path.Combine(_folder, "none.ndjson")).Code);

    [Fact]
    public void A_file_that_holds_no_records_is_refused_with_its_line()
    {
        string file = Path.Combine(_folder, "story.txt");
        File.WriteAllText(file, Text);
        (int code, _, string errors) = Run("explain", "s1", "--in", file);
        Assert.Equal(2, code);
        Assert.Contains("story.txt(1) is no record of Dateline", errors, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Records(string name, params string[] ids)
    {
        string input = Path.Combine(_folder, "in.jsonl"), output = Path.Combine(_folder, name);
        File.WriteAllLines(input, ids.Select(id => $"{{\"id\":\"{id}\",\"outlet\":\"Volta Press\",\"date\":\"2017-09-05\",\"text\":\"{Text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}"));
        File.WriteAllText(output, Run("read", input, "--format", "ndjson").Output);
        return output;
    }

    /// <summary>The id of the statement whose JSON holds the words.</summary>
    private static string Id(string records, string words)
    {
        string line = File.ReadAllText(records);
        int at = line.IndexOf(words, line.IndexOf("\"statements\"", StringComparison.Ordinal), StringComparison.Ordinal);
        int id = line.LastIndexOf("\"id\":\"s", at, StringComparison.Ordinal) + 6;
        return line[id..line.IndexOf('"', id)];
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        string program = Environment.GetEnvironmentVariable("DATELINE_BIN") is { Length: > 0 } native ? native : Path.Combine(Repository(), "dateline");
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    private static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) { folder = folder.Parent; }
        return folder?.FullName ?? ".";
    }
}
