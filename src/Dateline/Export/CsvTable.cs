using System.Text;

namespace Dateline.Export;

/// <summary>A table of the CSV export: its name, its columns, and how the records of a story fill its rows.</summary>
/// <seealso href="docs/reference/csv.md"/>
public sealed class CsvTable
{
    private readonly Action<CsvStory, TableRow> _rows;

    /// <param name="name">Name of the table.</param>
    /// <param name="columns">Names of the columns, each with ":int", ":double", ":bool" or ":day" behind it unless it holds text.</param>
    /// <param name="rows">Fills the rows of a story.</param>
    internal CsvTable(string name, string columns, Action<CsvStory, TableRow> rows)
    {
        Name = name;
        string[] cells = columns.Split(' ');
        Columns = [.. cells.Select(cell => cell.Split(':')[0])];
        Types = [.. cells.Select(cell => cell.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? Enum.Parse<ColumnType>(cell.AsSpan(colon + 1), ignoreCase: true) : ColumnType.Text)];
        _rows = rows;
    }

    /// <summary>Name of the table; the file is <c>NAME.csv</c>.</summary>
    public string Name { get; }

    /// <summary>Names of the columns, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What each column holds, for formats with types.</summary>
    public IReadOnlyList<ColumnType> Types { get; }

    /// <summary>The header row.</summary>
    public string Header => string.Join(',', Columns) + "\r\n";

    /// <summary>Appends the rows of one story.</summary>
    internal void Write(CsvStory story, StringBuilder output) => Write(story, new CsvRow(output));

    /// <summary>Fills rows of any flat format with one story.</summary>
    internal void Write(CsvStory story, TableRow row) => _rows(story, row);
}

/// <summary>What a column of a flat table holds.</summary>
public enum ColumnType : byte { Text, Int, Double, Bool, Day }
