using System.Text;

namespace Dateline.Export;

/// <summary>A table of the CSV export: its name, its columns, and how the records of a story fill its rows.</summary>
/// <seealso href="docs/reference/csv.md"/>
public sealed class CsvTable
{
    private readonly Action<CsvStory, CsvRow> _rows;

    internal CsvTable(string name, string columns, Action<CsvStory, CsvRow> rows)
    {
        Name = name;
        Columns = columns.Split(' ');
        _rows = rows;
    }

    /// <summary>Name of the table; the file is <c>NAME.csv</c>.</summary>
    public string Name { get; }

    /// <summary>Names of the columns, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The header row.</summary>
    public string Header => string.Join(',', Columns) + "\r\n";

    /// <summary>Appends the rows of one story.</summary>
    internal void Write(CsvStory story, StringBuilder output) => _rows(story, new CsvRow(output));
}
