using System.Globalization;
using Dateline.Places;

namespace Dateline.Knowledge.Lookup;

/// <summary>Everything the tables of this build say of a name: countries, bodies, memberships, offices, role nouns, places, territories.</summary>
public sealed class KnowledgeLookup
{
    private const int MostPlaces = 12;
    private static readonly (string Kind, string Table, string Name, string[] Names)[] Tables =
    [
        ("country", "actors/countries.tsv", "name", ["code", "name", "variants", "adjectives", "nouns", "capital", "capitals", "metonyms"]),
        ("territory", "places/territories.tsv", "territory", ["territory", "names", "admin1", "places"]),
        ("organization", "actors/organizations.tsv", "name", ["name", "names", "code"]),
        ("membership", "actors/memberships.tsv", "body", ["body", "country"]),
        ("role", "en/role-nouns.tsv", "noun", ["noun"]),
        ("role", "actors/role-nouns.tsv", "noun", ["noun"]),
        ("no place", "places/not-places.tsv", "word", ["word"]),
    ];
    private readonly FactOrigins _origins = new();

    /// <summary>What is known of the name; with a day only what holds on it.</summary>
    public IReadOnlyList<KnowledgeFact> Find(string name, DateOnly? day)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        string asked = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase) { Folding.Fold(asked) };
        // Memberships are filed under codes: "France" is FRA, "European Union" is EU.
        if (CountryTable.Default.ByName(asked) is { } country) { names.Add(country.Code); }
        if (OrganizationTable.Default.ByName(asked) is { } body) { names.UnionWith([body.Name, .. body.Names]); }
        List<KnowledgeFact> facts = [];
        foreach ((string kind, string table, string column, string[] columns) in Tables) { Scan(TsvTable.Embedded(table), kind, column, columns, kind is "membership" ? names : [Folding.Fold(asked)], day, facts); }
        Offices(asked, day, facts);
        Places(asked, facts);
        return facts;
    }

    private void Scan(TsvTable table, string kind, string column, string[] columns, HashSet<string> names, DateOnly? day, List<KnowledgeFact> facts)
    {
        HashSet<string> anyCase = new(names, StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in table.Rows)
        {
            if (!Array.Exists(columns, c => Bears(table.Cell(row, c), anyCase)) || !Holds(table, row, day)) { continue; }
            string title = table.Cell(row, column);
            facts.Add(_origins.Fact(kind, title, table.Columns.Where(c => c != column).Select(c => KeyValuePair.Create(c, table.Cell(row, c))), table.Name, table.LineOf(row)));
        }
    }

    private static bool Bears(string cell, HashSet<string> names)
    {
        foreach (Range part in cell.AsSpan().Split("; "))
        {
            if (names.Contains(Folding.Fold(cell[part]))) { return true; }
        }
        return false;
    }

    private static bool Holds(TsvTable table, string[] row, DateOnly? day) => day is not { } known || !table.Has("from")
        || (!(Day(table.Cell(row, "from")) > known) && !(Day(table.Cell(row, "to")) <= known));

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private void Offices(string name, DateOnly? day, List<KnowledgeFact> facts)
    {
        OfficeHolderTable table = OfficeHolderTable.Default;
        IReadOnlyList<OfficeTerm> terms = day is { } known ? table.InOffice(name, known) : table.Begun(name, null);
        foreach (OfficeTerm term in terms)
        {
            facts.Add(_origins.Fact("office", term.Person,
            [
                new("office", term.Position), new("country", term.Country ?? ""), new("organization", term.Organization ?? ""),
                new("from", Text(term.Start)), new("to", Text(term.End)), new("wikidata", term.Wikidata ?? ""),
            ], "actors/office-holders.table", term.Row, term.Wikidata is null ? "" : "wikidata"));
        }
    }

    private void Places(string name, List<KnowledgeFact> facts)
    {
        List<(int Index, bool Main)> hits = [];
        foreach (int hit in Gazetteer.Default.Find(NameHash.Of(name))) { hits.Add((hit, false)); }
        foreach ((int index, _) in hits.OrderByDescending(h => Gazetteer.Default.Population(h.Index)).ThenBy(h => h.Index).Take(MostPlaces))
        {
            GazetteerEntry place = Gazetteer.Default[index];
            facts.Add(_origins.Fact("place", place.Name,
            [
                new("kind", place.Kind.ToString().ToLowerInvariant()), new("country", place.Country ?? ""), new("admin1", place.Admin1 ?? ""),
                new("lat", place.Latitude.ToString("0.####", CultureInfo.InvariantCulture)), new("lon", place.Longitude.ToString("0.####", CultureInfo.InvariantCulture)),
                new("population", place.Population > 0 ? place.Population.ToString(CultureInfo.InvariantCulture) : ""), new("feature", place.FeatureCode ?? ""),
                new("geonames", place.GeonamesId?.ToString(CultureInfo.InvariantCulture) ?? ""),
            ], "places/gazetteer.table", index, place.GeonamesId is null ? "" : "geonames"));
        }
    }

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
