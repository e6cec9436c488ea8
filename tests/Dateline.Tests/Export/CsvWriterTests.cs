using System.Text;
using Dateline.Export;
using Xunit;

namespace Dateline.Tests.Export;

/// <summary>CSV that spreadsheets and RFC 4180 readers take.</summary>
public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("he said \"no\"", "\"he said \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "")]
    public void Cells_are_quoted_where_they_must_be(string text, string cell) => Assert.Equal(cell, Cell(row => row.Text(text)));

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+49 30", "\"'+49 30\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@handle", "\"'@handle\"")]
    public void Words_that_look_like_a_formula_are_text(string text, string cell) => Assert.Equal(cell, Cell(row => row.Text(text)));

    [Fact]
    public void Numbers_stay_numbers() => Assert.Equal("-71.06", Cell(row => row.Number<double>(-71.06)));

    [Fact]
    public void Every_row_has_as_many_cells_as_its_header()
    {
        StoryRecords records = TestPipeline.Pipeline.Read(TestPipeline.Story(Dateline.Ingest.InputFormat.PlainText,
            "Harbour reopens\n\nOSLO, May 3 (AP) — More than 300 ferries will sail from Bergen on Monday, Transport Minister Ada Brandt told reporters. \"We are ready,\" she said."u8.ToArray(), "2019-05-03"));
        string[] rows = CsvWriter.Write(records, CsvWriter.Tables);
        foreach ((CsvTable table, string text) in CsvWriter.Tables.Zip(rows))
        {
            foreach (string row in text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)) { Assert.Equal((table.Name, table.Columns.Count), (table.Name, Cells(row))); }
        }
        Assert.Contains("OSLO", rows[0], StringComparison.Ordinal);
        Assert.Contains("Ada Brandt", rows[1], StringComparison.Ordinal);
    }

    private static int Cells(string row)
    {
        int cells = 1;
        bool quoted = false;
        foreach (char c in row)
        {
            if (c == '"') { quoted = !quoted; }
            if (c == ',' && !quoted) { cells++; }
        }
        return cells;
    }

    private static string Cell(Action<CsvRow> write)
    {
        StringBuilder output = new();
        write(new CsvRow(output));
        return output.ToString();
    }
}
