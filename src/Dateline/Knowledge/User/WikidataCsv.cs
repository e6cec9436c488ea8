using System.Globalization;
using System.Text;

namespace Dateline.Knowledge.User;

/// <summary>Makes <c>office-holders.tsv</c> of a knowledge folder from the CSV that Wikidata's query service gives for the documented query.</summary>
/// <seealso href="docs/how-to/own-knowledge.md"/>
public static class WikidataCsv
{
    private static readonly string[] Wanted = ["personLabel", "positionLabel", "iso3", "start", "end", "person"];

    /// <summary>Writes the table, sorted and without doubles, and tells how many rows were taken.</summary>
    /// <exception cref="InvalidDataException">A line is not as the query gives it; with file, line and reason.</exception>
    public static int Convert(TextReader csv, TextWriter output, string file)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(output);
        string[] header = csv.ReadLine() is { } first ? Cells(first.TrimStart('\uFEFF')) : [];
        int[] at = Array.ConvertAll(Wanted, name => Array.IndexOf(header, name));
        if (at.Any(i => i < 0)) { throw Fault(file, 1, $"columns are {string.Join(", ", header)}; expected {string.Join(", ", Wanted)}"); }
        SortedSet<string> rows = new(StringComparer.Ordinal);
        int number = 1;
        while (csv.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0) { continue; }
            string[] cells = Cells(line);
            if (cells.Length != header.Length) { throw Fault(file, number, $"{cells.Length} columns, expected {header.Length}"); }
            string person = cells[at[0]], position = cells[at[1]], code = cells[at[2]], id = cells[at[5]][(cells[at[5]].LastIndexOf('/') + 1)..];
            // An item without an English name is labelled by its id and can never be met in a story.
            if (person == id || person.Length is < 2 or > 80 || position.Length is 0 or > 120 || CountryTable.Default.ByCode(code) is null) { continue; }
            string start = Day(cells[at[3]], file, number, "start"), end = Day(cells[at[4]], file, number, "end");
            if (end != "-" && start != "-" && string.CompareOrdinal(end, start) <= 0) { continue; }
            rows.Add(string.Join('\t', person.Replace('\t', ' '), position.Replace('\t', ' '), code, start, end, id));
        }
        output.Write(string.Join('\t', UserOffices.Columns) + "\n");
        foreach (string row in rows) { output.Write(row + "\n"); }
        return rows.Count;
    }

    /// <summary>"2017-05-14T00:00:00Z" -> 2017-05-14; "-" for none.</summary>
    private static string Day(string cell, string file, int line, string column)
    {
        if (cell.Length == 0) { return "-"; }
        return cell.Length >= 10 && DateOnly.TryParseExact(cell.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? cell[..10] : throw Fault(file, line, $"{column} is \"{cell}\", expected a time like 2017-05-14T00:00:00Z");
    }

    /// <summary>The cells of a line of CSV; the query gives no line breaks inside cells.</summary>
    private static string[] Cells(string line)
    {
        List<string> cells = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"') { cell.Append('"'); i++; }
            else if (c == '"') { quoted = !quoted; }
            else if (c == ',' && !quoted) { cells.Add(cell.ToString()); cell.Clear(); }
            else { cell.Append(c); }
        }
        cells.Add(cell.ToString());
        return [.. cells];
    }

    private static InvalidDataException Fault(string file, int line, string reason) => new(string.Create(CultureInfo.InvariantCulture, $"{file}({line}): {reason}."));
}
