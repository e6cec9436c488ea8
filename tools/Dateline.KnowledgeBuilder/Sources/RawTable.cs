using System.Text;

namespace Dateline.KnowledgeBuilder.Sources;

/// <summary>A table with a header row, comma or tab separated, cells by column name.</summary>
internal sealed class RawTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private RawTable(IReadOnlyList<string[]> rows)
    {
        for (int i = 0; i < rows[0].Length; i++) { _columns[rows[0][i]] = i; }
        Rows = rows.Skip(1).ToList();
    }

    public IReadOnlyList<string[]> Rows { get; }

    public string Cell(string[] row, string column) => _columns[column] < row.Length ? row[_columns[column]].Trim() : "";

    /// <summary>Tab separated; lines that begin with "# " are comments.</summary>
    public static RawTable Tsv(string path) =>
        new(RawFile.Lines(path).Where(l => l.Length > 0 && !l.StartsWith("# ", StringComparison.Ordinal)).Select(l => l.Split('\t')).ToList());

    /// <summary>RFC 4180: quoted cells may hold commas, quotes and line ends.</summary>
    public static RawTable Csv(string path)
    {
        string text = RawFile.Text(path);
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted)
            {
                if (c != '"') { cell.Append(c); }
                else if (i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
                else { quoted = false; }
            }
            else if (c == '"') { quoted = true; }
            else if (c == ',') { row.Add(cell.ToString()); cell.Clear(); }
            else if (c == '\n')
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                rows.Add([.. row]);
                row.Clear();
            }
            else { cell.Append(c); }
        }
        if (row.Count > 0 || cell.Length > 0) { row.Add(cell.ToString()); rows.Add([.. row]); }
        return new RawTable(rows);
    }
}
