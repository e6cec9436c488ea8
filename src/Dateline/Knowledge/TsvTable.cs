using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Dateline.Knowledge;

/// <summary>A table of the knowledge folder: tab-separated, one header row, "-" for an empty cell, lines that start with "# " are comments.</summary>
public sealed class TsvTable
{
    private readonly Dictionary<string, int> _columns;
    private readonly ImmutableArray<int> _lines;

    private readonly string _root;

    private TsvTable(string root, string name, Dictionary<string, int> columns, ImmutableArray<string[]> rows, ImmutableArray<int> lines)
    {
        _root = root;
        _lines = lines;
        Name = name;
        _columns = columns;
        Rows = rows;
    }

    /// <summary>Path below <c>knowledge/</c>, e.g. <c>en/reporting-verbs.tsv</c>.</summary>
    public string Name { get; }

    /// <summary>The cells; use <see cref="Cell"/>.</summary>
    public ImmutableArray<string[]> Rows { get; }

    /// <summary>The cell of a row in a named column; "" where the table has "-".</summary>
    public string Cell(string[] row, string column) => row[_columns[column]] is "-" ? "" : row[_columns[column]];

    /// <summary>The columns, from left to right.</summary>
    public IEnumerable<string> Columns => _columns.OrderBy(c => c.Value).Select(c => c.Key);

    /// <summary>True when the header names the column.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The line of the file a row stands on, for messages.</summary>
    public int LineOf(string[] row) => Rows.IndexOf(row) is int i and >= 0 ? _lines[i] : 0;

    /// <summary>A fault in a row, with file, line and reason.</summary>
    public InvalidDataException Fault(string[] row, string reason) => new($"{_root}{Name}({LineOf(row)}): {reason}.");

    /// <summary>Reads a table that is embedded in this assembly.</summary>
    /// <exception cref="InvalidDataException">The table is missing or a row has the wrong number of cells.</exception>
    public static TsvTable Embedded(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("knowledge/" + name)
            ?? throw new InvalidDataException($"knowledge/{name} is not embedded in this build.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return Parse(name, reader.ReadToEnd());
    }

    /// <summary>Fails when a column is missing.</summary>
    /// <exception cref="InvalidDataException">With the file and the columns expected.</exception>
    public void Require(params ReadOnlySpan<string> columns)
    {
        foreach (string column in columns)
        {
            if (!Has(column)) { throw new InvalidDataException($"{_root}{Name}(1): no column \"{column}\". Expected the columns {string.Join(", ", columns)}."); }
        }
    }

    /// <summary>Parses a table; every row must have as many cells as the header.</summary>
    /// <exception cref="InvalidDataException">With file, line and reason.</exception>
    public static TsvTable Parse(string name, string text, string root = "knowledge/")
    {
        Dictionary<string, int>? columns = null;
        ImmutableArray<string[]>.Builder rows = ImmutableArray.CreateBuilder<string[]>();
        ImmutableArray<int>.Builder lines = ImmutableArray.CreateBuilder<int>();
        int number = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            number++;
            if (raw.IsEmpty || raw.StartsWith("# ", StringComparison.Ordinal)) { continue; }
            string[] cells = raw.ToString().Split('\t');
            if (columns is null)
            {
                columns = new Dictionary<string, int>(StringComparer.Ordinal);
                for (int i = 0; i < cells.Length; i++) { columns[cells[i]] = i; }
                continue;
            }
            if (cells.Length != columns.Count)
            {
                throw new InvalidDataException($"{root}{name}({number}): {cells.Length} cells, the header has {columns.Count}. Separate cells by one tab; write - for an empty one.");
            }
            rows.Add(cells);
            lines.Add(number);
        }
        return new TsvTable(root, name, columns ?? throw new InvalidDataException($"{root}{name}: no header row."), rows.ToImmutable(), lines.ToImmutable());
    }
}
