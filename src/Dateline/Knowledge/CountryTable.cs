using System.Collections.Frozen;
using System.Globalization;

namespace Dateline.Knowledge;

/// <summary>Countries by every name news gives them: names, abbreviations, demonyms, capitals, seats of government, codes.</summary>
public sealed class CountryTable
{
    private const string File = "actors/countries.tsv";
    private const string Separator = "; ";
    private static readonly Lazy<CountryTable> Embedded = new(() => new CountryTable(TsvTable.Embedded(File)));

    private readonly NameIndex<Country> _names;
    private readonly NameIndex<Country> _demonyms;
    private readonly NameIndex<Country> _capitals;
    private readonly NameIndex<Country> _metonyms;
    private readonly FrozenDictionary<string, Country> _codes;
    private readonly FrozenDictionary<string, Country> _alpha2;

    /// <summary>Reads a table of the shape of <c>knowledge/actors/countries.tsv</c>.</summary>
    /// <exception cref="InvalidDataException">A row is not as it must be; with file, line and reason.</exception>
    public CountryTable(TsvTable table)
    {
        List<Country> all = [];
        List<KeyValuePair<string, Country>> names = [], demonyms = [], capitals = [], metonyms = [];
        foreach (string[] row in table.Rows)
        {
            Country country = Read(table, row);
            all.Add(country);
            names.AddRange(country.Names.Select(n => KeyValuePair.Create(n, country)));
            demonyms.AddRange(country.Demonyms.Select(d => KeyValuePair.Create(d, country)));
            metonyms.AddRange(Parts(table.Cell(row, "metonyms")).Select(m => KeyValuePair.Create(m, country)));
            // A territory's capital never stands for its government in news, and "Kingston" or "Hamilton" elsewhere is somebody else.
            if (country.Status == CountryStatus.Territory && country.Code is not "HKG") { continue; }
            if (country.Capital is { } capital) { capitals.Add(KeyValuePair.Create(capital, country)); }
            capitals.AddRange(Parts(table.Cell(row, "capitals")).Select(c => KeyValuePair.Create(c, country)));
        }
        All = [.. all];
        // States of today first, so that "Belgrade" is Serbia's and "Moscow" Russia's.
        _names = new NameIndex<Country>(names.OrderBy(n => n.Value.Status));
        _demonyms = new NameIndex<Country>(demonyms.OrderBy(n => n.Value.Status));
        _capitals = new NameIndex<Country>(capitals.OrderBy(n => n.Value.Status));
        _metonyms = new NameIndex<Country>(metonyms.OrderBy(n => n.Value.Status));
        _codes = all.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
        _alpha2 = all.Where(c => c.Alpha2 is not null && c.Status != CountryStatus.Former).ToFrozenDictionary(c => c.Alpha2!, StringComparer.Ordinal);
    }

    /// <summary>The table this build carries; read at first use.</summary>
    public static CountryTable Default => Embedded.Value;

    /// <summary>Every row, by code.</summary>
    public IReadOnlyList<Country> All { get; }

    /// <summary>"Russia", "UK", "U.S.", "Britain", "Holland", "the Netherlands", "RUSSIA"; not "us", not a demonym.</summary>
    public Country? ByName(ReadOnlySpan<char> name) => _names.Find(name);

    /// <summary>"French", "Britons", "Afghan", "Azeri": adjectives and people.</summary>
    public Country? ByDemonym(ReadOnlySpan<char> word) => _demonyms.Find(word);

    /// <summary>"Moscow", "Kyiv", "Kiev", and seats of government: "Kremlin", "White House", "Downing Street".</summary>
    public Country? ByCapital(ReadOnlySpan<char> name) => _capitals.Find(name) ?? _metonyms.Find(name);

    /// <summary>Seats of government alone: "the Kremlin", "Élysée", "Whitehall".</summary>
    public Country? ByMetonym(ReadOnlySpan<char> name) => _metonyms.Find(name);

    /// <summary>By ISO 3166-1 alpha-3, e.g. <c>FRA</c>.</summary>
    public Country? ByCode(string? code) => code is not null && _codes.TryGetValue(code, out Country? country) ? country : null;

    /// <summary>By ISO 3166-1 alpha-2, e.g. <c>FR</c>.</summary>
    public Country? ByAlpha2(string? code) => code is not null && _alpha2.TryGetValue(code, out Country? country) ? country : null;

    private static Country Read(TsvTable table, string[] row)
    {
        string code = table.Cell(row, "code");
        if (code.Length != 3 || code.AsSpan().ContainsAnyExceptInRange('A', 'Z')) { throw table.Fault(row, $"code is \"{code}\", expected three capital letters"); }
        string name = table.Cell(row, "name");
        if (name.Length == 0) { throw table.Fault(row, "name is empty"); }
        string[] adjectives = Parts(table.Cell(row, "adjectives"));
        return new Country
        {
            Code = code,
            Alpha2 = OrNull(table.Cell(row, "alpha2")),
            Cow = OrNull(table.Cell(row, "cow")),
            Status = table.Cell(row, "status") switch
            {
                "state" => CountryStatus.State,
                "territory" => CountryStatus.Territory,
                "former" => CountryStatus.Former,
                string other => throw table.Fault(row, $"status is \"{other}\", expected state, territory or former"),
            },
            Name = name,
            Adjective = adjectives.Length > 0 ? adjectives[0] : name,
            Capital = OrNull(table.Cell(row, "capital")),
            Latitude = Degrees(table, row, "lat", 90),
            Longitude = Degrees(table, row, "lon", 180),
            GeonamesId = int.TryParse(table.Cell(row, "geonames"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null,
            Population = long.TryParse(table.Cell(row, "population"), NumberStyles.None, CultureInfo.InvariantCulture, out long population) ? population : 0,
            From = Day(table, row, "from"),
            To = Day(table, row, "to"),
            Names = [name, .. Parts(table.Cell(row, "variants"))],
            Demonyms = [.. adjectives, .. Parts(table.Cell(row, "nouns"))],
        };
    }

    private static double Degrees(TsvTable table, string[] row, string column, double limit) =>
        double.TryParse(table.Cell(row, column), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) <= limit
            ? value
            : throw table.Fault(row, $"{column} is \"{table.Cell(row, column)}\", expected degrees between -{limit} and {limit}");

    private static DateOnly? Day(TsvTable table, string[] row, string column) =>
        table.Cell(row, column) is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw table.Fault(row, $"{column} is \"{text}\", expected a day like 1991-12-26");

    private static string[] Parts(string cell) => cell.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;
}
