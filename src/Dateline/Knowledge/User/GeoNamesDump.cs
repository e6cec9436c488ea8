using System.Globalization;

namespace Dateline.Knowledge.User;

/// <summary>Makes <c>places.tsv</c> of a knowledge folder from an official GeoNames dump: <c>cities15000.txt</c>, <c>FR.txt</c>, <c>allCountries.txt</c>.</summary>
/// <seealso href="docs/how-to/own-knowledge.md"/>
public static class GeoNamesDump
{
    private const int DumpColumns = 19;
    private const int LongestName = 80;
    private const int MostNames = 12;

    /// <summary>Writes the table and tells how many rows were taken; streams, so that a dump of any size fits.</summary>
    /// <param name="dump">Lines of the dump: tab separated, nineteen columns, no header.</param>
    /// <param name="output">Receives the table, in the order of the dump.</param>
    /// <param name="file">Named in messages.</param>
    /// <param name="least">Fewest inhabitants of a populated place; 0 takes all.</param>
    /// <exception cref="InvalidDataException">A line is not as a dump has it; with file, line and reason.</exception>
    public static int Convert(TextReader dump, TextWriter output, string file, long least)
    {
        ArgumentNullException.ThrowIfNull(dump);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(string.Join('\t', UserPlaces.Columns));
        output.Write('\n');
        int taken = 0, number = 0;
        while (dump.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0) { continue; }
            string[] cells = line.Split('\t');
            if (cells.Length != DumpColumns) { throw Fault(file, number, $"{cells.Length} columns, expected the {DumpColumns} of a GeoNames dump"); }
            if (!double.TryParse(cells[4], NumberStyles.Float, CultureInfo.InvariantCulture, out double latitude) || !(Math.Abs(latitude) <= 90)) { throw Fault(file, number, $"latitude is \"{cells[4]}\", expected a number from -90 to 90"); }
            if (!double.TryParse(cells[5], NumberStyles.Float, CultureInfo.InvariantCulture, out double longitude) || !(Math.Abs(longitude) <= 180)) { throw Fault(file, number, $"longitude is \"{cells[5]}\", expected a number from -180 to 180"); }
            long population = long.TryParse(cells[14], NumberStyles.None, CultureInfo.InvariantCulture, out long people) ? Math.Min(people, uint.MaxValue) : 0;
            string? kind = Kind(cells[6], cells[7]);
            if (kind is null || (kind == "city" && population < least) || cells[1].Length is 0 or > LongestName || CountryTable.Default.ByAlpha2(cells[8]) is not { } country) { continue; }
            string[] names = [cells[1], .. cells[2].Split(','), .. cells[3].Split(',')];
            IEnumerable<string> others = names.Skip(1).Where(n => n.Length is > 2 and <= LongestName && n != cells[1] && n.All(IsLatin)).Distinct(StringComparer.Ordinal).Take(MostNames);
            output.Write(string.Join('\t', Cell(cells[1]), Cell(string.Join("; ", others)), kind, country.Code, "-", cells[4], cells[5], population.ToString(CultureInfo.InvariantCulture), Cell(cells[7]), Cell(cells[0])));
            output.Write('\n');
            taken++;
        }
        return taken;
    }

    /// <summary>The kinds of places that news names; null for the rest (schools, hotels, roads).</summary>
    private static string? Kind(string featureClass, string feature) => (featureClass, feature) switch
    {
        ("P", not "PPLX") => "city",
        ("A", "ADM1") => "admin1",
        ("A", "ADM2") => "admin2",
        ("T", "MT" or "MTS" or "PK" or "VLC") => "mountain",
        ("T", "ISL" or "ISLS") => "island",
        ("H", "STM") => "river",
        ("H", "SEA" or "GULF" or "BAY" or "STRT") => "sea",
        ("L", "RGN") => "region",
        ("S", "AIRP" or "AIRB" or "PS" or "MNMT") => "facility",
        _ => null,
    };

    private static bool IsLatin(char c) => c < 0x250 || c is '’' or '‘';

    private static string Cell(string text) => text.Length == 0 ? "-" : text;

    private static InvalidDataException Fault(string file, int line, string reason) => new(string.Create(CultureInfo.InvariantCulture, $"{file}({line}): {reason}."));
}
