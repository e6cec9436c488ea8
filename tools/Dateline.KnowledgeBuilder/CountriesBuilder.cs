using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Knowledge;
using Dateline.KnowledgeBuilder.Sources;

namespace Dateline.KnowledgeBuilder;

/// <summary>Makes <c>knowledge/actors/countries.tsv</c>: ISO countries, territories and former states with every name news gives them.</summary>
internal sealed partial class CountriesBuilder(string data, string supplement)
{
    private static readonly string[] Header =
    [
        "code", "alpha2", "cow", "status", "name", "variants", "adjectives", "nouns", "capital", "capitals", "metonyms",
        "lat", "lon", "geonames", "population", "from", "to",
    ];

    private readonly Dictionary<string, Draft> _drafts = new(StringComparer.Ordinal);

    public void Build(string output)
    {
        ReadCodes();
        ReadCoordinates();
        ReadGeoNames();
        ReadCldr();
        ReadFactbook();
        ReadSupplement();
        Claim();
        TableWriter.Write(output, Header, _drafts.Values.Select(d => d.Row()));
    }

    private void ReadCodes()
    {
        RawTable table = RawTable.Csv(Path.Combine(data, "countries", "country-codes.csv"));
        foreach (string[] row in table.Rows)
        {
            string code = table.Cell(row, "ISO3166-1-Alpha-3");
            if (code.Length != 3) { continue; }
            Draft draft = new(code)
            {
                Name = PlainName(table.Cell(row, "CLDR display name")),
                Alpha2 = table.Cell(row, "ISO3166-1-Alpha-2"),
                Capital = table.Cell(row, "Capital"),
                Fips = table.Cell(row, "FIPS"),
                Status = table.Cell(row, "is_independent") == "Yes" ? "state" : "territory",
            };
            draft.AddNames(PlainName(table.Cell(row, "UNTERM English Short")), PlainName(table.Cell(row, "UNTERM English Formal")), draft.Name.Replace("St. ", "Saint ").Replace(" & ", " and "));
            _drafts[code] = draft;
        }
    }

    private void ReadCoordinates()
    {
        using JsonDocument gem = JsonDocument.Parse(RawFile.Text(Path.Combine(data, "countries", "countries-gem.json.xz")));
        foreach (JsonProperty country in gem.RootElement.EnumerateObject())
        {
            if (!_drafts.TryGetValue(country.Value.GetProperty("alpha3").GetString()!, out Draft? draft)) { continue; }
            JsonElement geo = country.Value.GetProperty("geo");
            if (geo.TryGetProperty("latitude", out JsonElement lat) && lat.ValueKind == JsonValueKind.Number)
            {
                draft.Latitude = Math.Round(lat.GetDouble(), 3);
                draft.Longitude = Math.Round(geo.GetProperty("longitude").GetDouble(), 3);
            }
            draft.AddNames(PlainName(country.Value.GetProperty("iso_short_name").GetString()!), PlainName(country.Value.GetProperty("iso_long_name").GetString()!));
        }
    }

    private void ReadGeoNames()
    {
        foreach (string line in RawFile.Lines(Path.Combine(data, "geonames", "countryInfo.txt")))
        {
            if (line.StartsWith('#')) { continue; }
            string[] cells = line.Split('\t');
            if (!_drafts.TryGetValue(cells[1], out Draft? draft)) { continue; }
            draft.Geonames = cells[16];
            draft.Population = long.Parse(cells[7], CultureInfo.InvariantCulture);
            draft.AddNames(PlainName(cells[4]));
            if (draft.Capital.Length == 0) { draft.Capital = cells[5]; }
            draft.Capitals.Add(cells[5]);
        }
    }

    private void ReadCldr()
    {
        Dictionary<string, Draft> byAlpha2 = _drafts.Values.ToDictionary(d => d.Alpha2, StringComparer.Ordinal);
        foreach (string line in RawFile.Lines(Path.Combine(data, "countries", "cldr41-territory-names.tsv")))
        {
            string[] cells = line.Split('\t');
            if (cells[0] == "en" && byAlpha2.TryGetValue(cells[1], out Draft? draft)) { draft.AddNames(PlainName(cells[3])); }
        }
    }

    private void ReadFactbook()
    {
        Dictionary<string, Draft> byFips = new(StringComparer.Ordinal);
        foreach (Draft draft in _drafts.Values.OrderBy(d => d.Status == "state" ? 0 : 1)) { byFips.TryAdd(draft.Fips.ToLowerInvariant(), draft); }
        // Serbia and the Palestinian areas stand in the code list under two joined FIPS codes.
        byFips["ri"] = _drafts["SRB"];
        using JsonDocument book = JsonDocument.Parse(RawFile.Text(Path.Combine(data, "countries", "factbook-2026-government.json.xz")));
        foreach (JsonProperty country in book.RootElement.EnumerateObject())
        {
            if (!byFips.TryGetValue(country.Name, out Draft? draft)) { continue; }
            foreach (string field in (string[])["conventional long form", "conventional short form"])
            {
                draft.AddNames(PlainName(FactbookText(country.Value, "Government", "Country name", field)));
            }
            draft.Adjectives.AddRange(Demonyms.Parse(FactbookText(country.Value, "People and Society", "Nationality", "adjective")).Select(d => d.Singular));
            foreach ((string singular, string? plural) in Demonyms.Parse(FactbookText(country.Value, "People and Society", "Nationality", "noun")))
            {
                draft.Nouns.Add(singular);
                if (plural is not null) { draft.Nouns.Add(plural); }
            }
        }
    }

    private static string FactbookText(JsonElement country, params string[] path)
    {
        foreach (string step in path)
        {
            if (country.ValueKind != JsonValueKind.Object || !country.TryGetProperty(step, out country)) { return ""; }
        }
        return country.TryGetProperty("text", out JsonElement text) ? System.Net.WebUtility.HtmlDecode(text.GetString()!) : "";
    }

    private void ReadSupplement()
    {
        RawTable table = RawTable.Tsv(Path.Combine(supplement, "countries.tsv"));
        foreach (string[] row in table.Rows)
        {
            string Cell(string column) => table.Cell(row, column) is "-" ? "" : table.Cell(row, column);
            string[] List(string column) => Cell(column).Split(TableWriter.Separator, StringSplitOptions.RemoveEmptyEntries);
            string code = Cell("code");
            if (!_drafts.TryGetValue(code, out Draft? draft)) { _drafts[code] = draft = new Draft(code); }
            if (Cell("name") is { Length: > 0 } name) { draft.AddNames(draft.Name); draft.Name = name; }
            if (Cell("alpha2") is { Length: > 0 } alpha2) { draft.Alpha2 = alpha2; }
            if (Cell("status") is { Length: > 0 } status) { draft.Status = status; }
            if (Cell("capital") is { Length: > 0 } capital) { draft.Capital = capital; }
            if (Cell("lat") is { Length: > 0 } lat)
            {
                draft.Latitude = double.Parse(lat, CultureInfo.InvariantCulture);
                draft.Longitude = double.Parse(Cell("lon"), CultureInfo.InvariantCulture);
            }
            if (Cell("geonames") is { Length: > 0 } id) { draft.Geonames = id; }
            draft.Cow = Cell("cow");
            draft.From = Cell("from");
            draft.To = Cell("to");
            draft.Names.InsertRange(0, List("variants").Select(v => v.StartsWith("the ", StringComparison.Ordinal) ? v[4..] : v));
            draft.Adjectives.InsertRange(0, List("adjectives"));
            draft.Nouns.InsertRange(0, List("nouns"));
            draft.Capitals.AddRange(List("capitals"));
            draft.Metonyms.AddRange(List("metonyms").Select(v => v.StartsWith("the ", StringComparison.Ordinal) ? v[4..] : v));
            draft.Reviewed = true;
        }
    }

    /// <summary>A word belongs to one country: the reviewed one before the others, the more populous before the less; a name is no demonym.</summary>
    private void Claim()
    {
        List<Draft> order = [.. _drafts.Values.OrderBy(d => d.Reviewed ? 0 : 1).ThenBy(d => d.Status == "former").ThenByDescending(d => d.Population).ThenBy(d => d.Code, StringComparer.Ordinal)];
        HashSet<string> names = new(order.Select(d => d.Name), StringComparer.Ordinal);
        foreach (Draft draft in order) { draft.Names.RemoveAll(n => n == draft.Name || n.Length < 2 || !names.Add(n)); }
        HashSet<string> demonyms = new(StringComparer.Ordinal);
        foreach (Draft draft in order)
        {
            HashSet<string> own = new(StringComparer.Ordinal);
            bool Keep(string d) => d.Length > 2 && !names.Contains(d) && (own.Contains(d) || demonyms.Add(d));
            draft.Adjectives.RemoveAll(d => !Keep(d));
            own.UnionWith(draft.Adjectives);
            draft.Nouns.RemoveAll(d => !Keep(d));
        }
    }

    private static string PlainName(string name)
    {
        name = Parenthesis().Replace(name.Split(';')[0], "").Replace("*", "").Trim();
        name = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        return name is "none" or "NA" ? "" : name;
    }

    [GeneratedRegex(@"\s*[\(\[][^)\]]*[\)\]]")]
    private static partial Regex Parenthesis();

    private sealed record Draft(string Code)
    {
        public string Name = "", Alpha2 = "", Cow = "", Status = "", Capital = "", Fips = "", Geonames = "", From = "", To = "";
        public double Latitude, Longitude;
        public long Population;
        public bool Reviewed;
        public List<string> Names = [], Adjectives = [], Nouns = [], Capitals = [], Metonyms = [];

        public void AddNames(params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                if (name.Length == 0 || name.Contains(',')) { continue; }
                Names.Add(name);
                if (name.Contains('&')) { Names.Add(name.Replace("&", "and")); }
                if (name.Contains("St. ", StringComparison.Ordinal)) { Names.Add(name.Replace("St. ", "Saint ")); }
                if (Folding.Fold(name) is { } folded && folded != name) { Names.Add(folded); }
            }
        }

        public string[] Row() =>
        [
            Code, Alpha2, Cow, Status, Name, Join(Names), Join(Adjectives), Join(Nouns), Capital, Join(Capitals.Where(c => c != Capital)), Join(Metonyms),
            Latitude.ToString("0.###", CultureInfo.InvariantCulture), Longitude.ToString("0.###", CultureInfo.InvariantCulture), Geonames,
            Population == 0 ? "" : Population.ToString(CultureInfo.InvariantCulture), From, To,
        ];

        private static string Join(IEnumerable<string> parts) => string.Join(TableWriter.Separator, parts.Where(p => p.Length > 0).Distinct(StringComparer.Ordinal));
    }
}
