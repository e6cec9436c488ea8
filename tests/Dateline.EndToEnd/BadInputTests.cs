using System.Text;
using System.Text.Json;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>Inputs that no one should feed a program: each ends in a result or a coded failure, and the others are read on.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_kind_has_its_code_and_the_good_story_behind_it_is_read()
    {
        byte[] noise = new byte[3000];
        new Random(7).NextBytes(noise);
        byte[] packed = Folder.Gzip(string.Concat(Enumerable.Range(0, 3000).Select(i => $"Ferry {i} will sail. ")));
        string[] files =
        [
            _folder.Write("01-empty.txt", ""),
            _folder.Write("02-blank.txt", " \n\n\t"),
            _folder.Write("03-binary.txt", noise),
            _folder.Write("04-pdf.pdf", "%PDF-1.4 and so on"),
            _folder.Write("05-damaged.txt.gz", [.. packed[..200], .. noise]),
            _folder.Write("06-cut.txt.gz", packed[..(packed.Length / 2)]),
            _folder.Write("07-feed.xml", "<?xml version=\"1.0\"?><rss/>"),
            _folder.Write("08-long-row.jsonl", "{\"id\": \"x\", \"text\": \"" + string.Concat(Enumerable.Repeat("word ", 2_000_000)) + "\"}\n{\"id\": \"after\", \"text\": \"The harbour is open.\"}"),
            _folder.Write("09-html-empty.html", "<html><body></body></html>"),
            _folder.Write("99-good.txt", "The harbour is open, the mayor said."),
        ];
        CliResult result = Cli.Run(["read", .. files]);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            ["DL1101", "DL1101", "DL1102", "DL1106", "DL1105", "DL1105", "DL1107", "DL1104 line 1", "after", "DL1101", "99-good.txt"],
            result.Lines.Select(ReadTests.Name));
    }

    [Fact]
    public void Invalid_UTF_8_and_lone_surrogates_are_replaced_and_said()
    {
        string text = _folder.Write("latin.txt", [.. "The caf"u8, 0xE9, .. " is open, the mayor said."u8]);
        string rows = _folder.Write("rows.jsonl", "{\"id\": \"s\", \"text\": \"The mayor \\ud83d said the \\udc00 harbour is open. \\ud83d\\udea2\"}");
        CliResult result = Cli.Run("read", text, rows);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["The caf\uFFFD is open, the mayor said.", "The mayor \uFFFD said the \uFFFD harbour is open. 🚢"],
            result.Lines.Select(line => ReadTests.Json(line).GetProperty("story").GetProperty("text").GetString()));
        Assert.All(result.Lines, line => Assert.Equal(["DL1201"], Codes(line)));
    }

    [Fact]
    public void A_hundred_thousand_nested_quotation_marks_are_passed_over_and_said()
    {
        string deep = string.Concat(Enumerable.Repeat("\"He said 'no ", 100_000));
        string file = _folder.Write("deep.txt", "Harbour opens\n\nThe harbour is open, the mayor said on Sunday after two days.\n\n" + deep);
        CliResult result = Cli.Run("read", file);
        // A text of that size is refused whole, or its endless paragraph is passed over: never a crash.
        string line = Assert.Single(result.Lines);
        Assert.InRange(result.ExitCode, 0, 1);
        Assert.True(ReadTests.Name(line) == "DL1104" || Codes(line).Contains("DL1206"));
    }

    [Fact]
    public void Quotation_marks_nested_as_deep_as_a_paragraph_may_be_are_read()
    {
        string deep = string.Concat(Enumerable.Repeat("\"‘", 20_000)) + "The harbour is open, the mayor said." + string.Concat(Enumerable.Repeat("’\"", 20_000));
        CliResult result = Cli.Run("read", _folder.Write("deep.txt", deep));
        Assert.Equal((0, 1), (result.ExitCode, result.Lines.Length));
    }

    /// <summary>Pages made to break parsers. Each holds plain paragraphs that are found all the same.</summary>
    [Fact]
    public void Hostile_pages_give_their_paragraphs()
    {
        string folder = Path.Combine(Cli.Root, "tests/Dateline.EndToEnd/hostile");
        string[] files = [.. Directory.GetFiles(folder, "*.html.gz").Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        CliResult result = Cli.Run("read", Path.Combine(folder, "*.html.gz"));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(files, result.Lines.Select(ReadTests.Name));
        foreach (string line in result.Lines)
        {
            JsonElement story = ReadTests.Json(line).GetProperty("story");
            int paragraphs = story.GetProperty("blocks").EnumerateArray().Count(block => block.GetProperty("role").GetString() == "paragraph");
            Assert.True(paragraphs >= 4, $"{ReadTests.Name(line)}: {paragraphs} paragraphs");
        }
    }

    [Fact]
    public void Hostile_feeds_neither_grow_nor_fetch()
    {
        CliResult result = Cli.Run("read", Path.Combine(Cli.Root, "tests/Dateline.EndToEnd/hostile/*.xml"));
        Assert.InRange(result.ExitCode, 0, 1);
        Assert.NotEmpty(result.Lines);
        Assert.InRange(result.Output.Length, 1, 100_000);
        Assert.DoesNotContain("root:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Giant_pages_end_in_bounded_time_and_memory()
    {
        const string Paragraph = "<p>The harbour reopened on Sunday, two days after the storm had flooded the fish market, the mayor said.</p>";
        string many = string.Concat(Enumerable.Repeat(Paragraph, 4));
        string[] files =
        [
            _folder.Write("1-attributes.html", "<html><body><div " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=\"{i}\" ")) + ">" + many + "</div></body></html>"),
            _folder.Write("2-attribute.html", "<html><body><div title=\"" + new string('x', 20_000_000) + "\">" + many + "</div></body></html>"),
            _folder.Write("3-text.html", "<html><body>" + many + "<p>" + new string('y', 20_000_000) + "</p></body></html>"),
            _folder.Write("4-entities.html", "<html><body>" + many + "<p>" + string.Concat(Enumerable.Repeat("&amp;", 1_000_000)) + "</p></body></html>"),
            _folder.Write("5-too-large.html", new string('z', 33 << 20)),
        ];
        CliResult result = Cli.Run(["read", "--jobs", "2", .. files]);
        Assert.Equal(["1-attributes.html", "2-attribute.html", "3-text.html", "4-entities.html", "DL1104"], result.Lines.Select(ReadTests.Name));
        Assert.All(result.Lines[2..4], line => Assert.Contains("DL1206", Codes(line)));
    }

    private static List<string> Codes(string line) =>
        [.. ReadTests.Json(line).GetProperty("diagnostics").EnumerateArray().Select(d => d.GetProperty("code").GetString()!)];
}
