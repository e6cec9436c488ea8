using System.Globalization;

namespace Dateline.Knowledge;

/// <summary>Disputed territories by their names, their towns and their divisions.</summary>
public sealed class TerritoryTable
{
    private const string Separator = "; ";
    private static readonly Lazy<TerritoryTable> Embedded = new(() => new TerritoryTable(TsvTable.Embedded("places/territories.tsv")));
    private readonly NameIndex<List<Territory>> _names;
    private readonly Dictionary<(string Country, string Place), List<Territory>> _places = [];
    private readonly Dictionary<(string Country, string Admin1), List<Territory>> _divisions = [];

    /// <summary>Reads a table of the shape of <c>knowledge/places/territories.tsv</c>.</summary>
    /// <exception cref="InvalidDataException">A row is not as it must be; with file, line and reason.</exception>
    public TerritoryTable(TsvTable table)
    {
        Dictionary<string, List<Territory>> names = new(StringComparer.Ordinal);
        foreach (string[] row in table.Rows)
        {
            Territory territory = Read(table, row);
            string country = territory.Country ?? "";
            Add(names, territory.Name, territory);
            foreach (string name in Parts(table.Cell(row, "names"))) { Add(names, name, territory); }
            foreach (string place in Parts(table.Cell(row, "places"))) { Add(_places, (country, Folding.Fold(place)), territory); }
            foreach (string division in Parts(table.Cell(row, "admin1"))) { Add(_divisions, (country, Folding.Fold(division)), territory); }
        }
        _names = new NameIndex<List<Territory>>(names);
    }

    /// <summary>The table this build carries; read at first use.</summary>
    public static TerritoryTable Default => Embedded.Value;

    /// <summary>The territory of that name on a day: "Karabakh", "the West Bank".</summary>
    public Territory? ByName(ReadOnlySpan<char> name, DateOnly? day) => _names.Find(name) is { } rows ? Holding(rows, day) : null;

    /// <summary>The territory a town or division lies in on a day; names as the gazetteer has them.</summary>
    public Territory? ByPlace(string? country, string name, string? admin1, DateOnly? day)
    {
        string code = country ?? "";
        if (_places.TryGetValue((code, Folding.Fold(name)), out List<Territory>? rows) && Holding(rows, day) is { } town) { return town; }
        return admin1 is not null && _divisions.TryGetValue((code, Folding.Fold(admin1)), out rows) ? Holding(rows, day) : null;
    }

    private static Territory? Holding(List<Territory> rows, DateOnly? day) => rows.Find(t => t.HoldsOn(day));

    private static Territory Read(TsvTable table, string[] row)
    {
        List<(string, string)> parties = [];
        foreach (string party in Parts(table.Cell(row, "parties")))
        {
            string[] cells = party.Split(':');
            if (cells.Length != 2 || cells[1] is not ("recognised" or "administered" or "claimed" or "self-declared"))
            {
                throw table.Fault(row, $"party is \"{party}\", expected CODE:relation with relation recognised, administered, claimed or self-declared");
            }
            parties.Add((cells[0], cells[1]));
        }
        if (table.Cell(row, "source").Length == 0) { throw table.Fault(row, "source is empty; name the resolution or agreement"); }
        return new Territory
        {
            Name = table.Cell(row, "territory"),
            Country = table.Cell(row, "country") is { Length: > 0 } country ? country : null,
            From = Day(table, row, "from"),
            To = Day(table, row, "to"),
            Parties = parties,
            Source = table.Cell(row, "source"),
        };
    }

    private static DateOnly? Day(TsvTable table, string[] row, string column) =>
        table.Cell(row, column) is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw table.Fault(row, $"{column} is \"{text}\", expected a day like 1991-12-26");

    private static void Add<TKey>(Dictionary<TKey, List<Territory>> rows, TKey key, Territory territory) where TKey : notnull
    {
        if (!rows.TryGetValue(key, out List<Territory>? list)) { rows[key] = list = []; }
        list.Add(territory);
    }

    private static string[] Parts(string cell) => cell.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
