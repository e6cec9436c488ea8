using System.Globalization;
using Dateline.Knowledge;
using Dateline.KnowledgeBuilder.Sources;
using Dateline.Places;

namespace Dateline.KnowledgeBuilder;

/// <summary>
/// Makes <c>knowledge/places/gazetteer.table</c>: GeoNames towns of every vintage found (a place emptied by war stays), first- and second-level divisions,
/// Natural Earth's towns, islands and capes, reviewed regions, seas and rivers. Takes GeoNames' own dumps (cities500.zip, allCountries.zip) in DATA/geonames as they come.
/// </summary>
internal sealed class GazetteerBuilder(string data, string supplement, CountryTable countries)
{
    private const int SmallTown = 15_000;
    private const int BigCity = 100_000;
    private const int AlternatesOfTown = 12;
    private const int AlternatesOfVillage = 3;
    private static readonly string[] Generic =
    [
        "Province", "Oblast", "Region", "Governorate", "Governorat", "State", "District", "Voivodeship", "County", "Prefecture", "Department", "Parish", "Krai", "Canton", "Division", "Municipality",
        "Autonomous Region", "Autonomous Community", "Federal District", "Special Region", "Metropolitan City", "Territory", "Wilayat", "Emirate", "Borough", "Republic",
    ];

    private readonly Dictionary<int, Draft> _places = [];
    private readonly Dictionary<string, (string Name, int Id)> _admin1 = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, int Id)> _admin2 = new(StringComparer.Ordinal);
    private readonly List<Draft> _extra = [];

    public void Build(string output)
    {
        string geonames = Path.Combine(data, "geonames");
        ReadAdmin(RawFile.Find(geonames, "admin1Codes"), _admin1);
        ReadAdmin(RawFile.Find(geonames, "admin2Codes"), _admin2);
        // Newest first: the first record of an id stands.
        foreach (string file in Directory.EnumerateFiles(geonames).Where(IsDump).OrderByDescending(Vintage).ThenBy(f => f, StringComparer.Ordinal)) { ReadDump(file); }
        ReadNaturalEarthTowns();
        AddDivisions();
        ReadNaturalEarthIslands();
        ReadReviewed();
        Write(output);
    }

    private static bool IsDump(string path) => Path.GetFileName(path) is var n && (n.StartsWith("cities", StringComparison.Ordinal) || n.StartsWith("allCountries", StringComparison.Ordinal));

    private static string Vintage(string path) => string.Concat(Path.GetFileName(path).SkipWhile(c => c != '-').Where(char.IsDigit)) is { Length: 8 } date ? date : "99999999";

    private static void ReadAdmin(string? path, Dictionary<string, (string, int)> divisions)
    {
        if (path is null) { return; }
        foreach (string line in RawFile.Lines(path))
        {
            string[] cells = line.Split('\t');
            if (cells.Length >= 4) { divisions[cells[0]] = (cells[1], int.Parse(cells[3], CultureInfo.InvariantCulture)); }
        }
    }

    private void ReadDump(string path)
    {
        foreach (string line in RawFile.Lines(path))
        {
            string[] cells = line.Split('\t');
            if (cells.Length < 15 || cells[6] != "P" || countries.ByAlpha2(cells[8])?.Code is not { } country) { continue; }
            int id = int.Parse(cells[0], CultureInfo.InvariantCulture);
            long population = long.Parse(cells[14], CultureInfo.InvariantCulture);
            if (_places.TryGetValue(id, out Draft? known))
            {
                if (known.Population == 0) { known.Population = population; }
                continue;
            }
            // GeoNames files the settlements under Israel; records give the recognised country.
            bool settlement = cells[8] == "IL" && cells[10] == "WE";
            if (settlement) { country = "PSE"; cells[8] = "PS"; }
            _places[id] = new Draft(cells[1], PlaceKind.City)
            {
                Id = id, Ascii = cells[2], Latitude = Number(cells[4]), Longitude = Number(cells[5]), Feature = cells[7], Country = country, Alpha2 = cells[8],
                Admin1Key = $"{cells[8]}.{cells[10]}", Admin2Key = $"{cells[8]}.{cells[10]}.{cells[11]}", Population = population, Alternates = [.. cells[3].Split(',')],
            };
        }
    }

    private void ReadNaturalEarthTowns()
    {
        RawTable table = RawTable.Tsv(RawFile.Find(Path.Combine(data, "naturalearth"), "ne_10m_populated_places")!);
        foreach (string[] row in table.Rows)
        {
            string Cell(string column) => table.Cell(row, column);
            string name = Cell("NAME");
            int id = (int)(double.TryParse(Cell("GEONAMEID"), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : -1);
            string[] names = [Cell("NAMEPAR"), .. Cell("NAMEALT").Split('|', ','), Cell("NAMEASCII"), Cell("NAME_EN")];
            if (id > 0 && _places.TryGetValue(id, out Draft? known))
            {
                // Natural Earth's names are the English ones, so they lead.
                known.English.Add(name);
                known.English.AddRange(names.Where(n => n.Length > 2 && !n.Contains('(')));
                continue;
            }
            if (countries.ByCode(Cell("ADM0_A3") is "KOS" ? "XKX" : Cell("ADM0_A3"))?.Code is not { } country) { continue; }
            double latitude = Number(Cell("LATITUDE")), longitude = Number(Cell("LONGITUDE"));
            string plain = Folding.Fold(name);
            Draft? same = _places.Values.Where(p => p.Country == country && Math.Abs(p.Latitude - latitude) < 0.1 && Math.Abs(p.Longitude - longitude) < 0.1)
                .FirstOrDefault(p => Folding.Fold(p.Name) == plain || p.Alternates.Any(n => Folding.Fold(n) == plain));
            if (same is not null) { same.English.Add(name); continue; }
            _extra.Add(new Draft(name, PlaceKind.City)
            {
                Id = Math.Max(id, 0), Ascii = Cell("NAMEASCII"), Latitude = Number(Cell("LATITUDE")), Longitude = Number(Cell("LONGITUDE")), Feature = "PPL", Country = country, Admin1Name = Cell("ADM1NAME"),
                Population = Math.Max(0, (long)Number(Cell("POP_MAX"))), English = [.. names.Where(n => n.Length > 2 && !n.Contains('('))],
            });
        }
    }

    /// <summary>GeoNames' divisions have no points in the lists: Natural Earth's label point, else the middle of the towns.</summary>
    private void AddDivisions()
    {
        Dictionary<(string, string), List<(double Latitude, double Longitude, double Rank)>> labels = [];
        RawTable table = RawTable.Tsv(RawFile.Find(Path.Combine(data, "naturalearth"), "ne_10m_admin_1_label_points")!);
        foreach (string[] row in table.Rows)
        {
            (string, string) key = (table.Cell(row, "iso_a2"), Bare(Folding.Fold(table.Cell(row, "name"))));
            if (!labels.TryGetValue(key, out List<(double, double, double)>? parts)) { labels[key] = parts = []; }
            parts.Add((Number(table.Cell(row, "_lat")), Number(table.Cell(row, "_lon")), Number(table.Cell(row, "adm0_sr"))));
        }
        ILookup<string, Draft> towns1 = _places.Values.ToLookup(p => p.Admin1Key, StringComparer.Ordinal), towns2 = _places.Values.ToLookup(p => p.Admin2Key, StringComparer.Ordinal);
        foreach ((string key, (string name, int id)) in _admin1)
        {
            string alpha2 = key[..2];
            if (countries.ByAlpha2(alpha2)?.Code is not { } country) { continue; }
            List<Draft> towns = [.. towns1[key]];
            bool labelled = labels.TryGetValue((alpha2, Bare(Folding.Fold(name))), out List<(double Latitude, double Longitude, double Rank)>? parts);
            if (!labelled && towns.Count == 0) { continue; }
            (double Latitude, double Longitude) point = towns.Count == 0 ? (parts![0].Latitude, parts[0].Longitude)
                : labelled ? ((towns.Min(t => t.Latitude) + towns.Max(t => t.Latitude)) / 2, (towns.Min(t => t.Longitude) + towns.Max(t => t.Longitude)) / 2)
                : (towns.Average(t => t.Latitude), towns.Average(t => t.Longitude));
            if (labelled)
            {
                // Islands have label points of their own: the mainland's has the lowest rank, and of several the one nearest the middle of the towns.
                double rank = parts!.Min(p => p.Rank);
                point = parts!.Where(p => p.Rank == rank).Select(p => (p.Latitude, p.Longitude)).MinBy(p => PlaceRanker.Kilometres(p.Latitude, p.Longitude, point.Latitude, point.Longitude));
            }
            _extra.Add(new Draft(name, PlaceKind.Admin1)
            {
                Id = id, Ascii = Folding.Fold(name), Latitude = point.Latitude, Longitude = point.Longitude, Feature = "ADM1", Country = country, Admin1Key = key, English = Variants(name),
                Population = towns.Sum(t => t.Population),
            });
        }
        foreach ((string key, (string name, int id)) in _admin2)
        {
            if (countries.ByAlpha2(key[..2])?.Code is not { } country || !towns2.Contains(key)) { continue; }
            List<Draft> towns = [.. towns2[key]];
            _extra.Add(new Draft(name, PlaceKind.Admin2)
            {
                Id = id, Ascii = Folding.Fold(name), Latitude = towns.Average(t => t.Latitude), Longitude = towns.Average(t => t.Longitude), Feature = "ADM2", Country = country, Admin1Key = key[..key.LastIndexOf('.')],
                Population = towns.Sum(t => t.Population), English = name.EndsWith(" County", StringComparison.Ordinal) ? [] : Variants(name),
            });
        }
    }

    private void ReadNaturalEarthIslands()
    {
        RawTable table = RawTable.Tsv(RawFile.Find(Path.Combine(data, "naturalearth"), "ne_10m_geography_regions_points")!);
        foreach (string[] row in table.Rows)
        {
            string name = table.Cell(row, "name").Replace(" I.", " Island").Replace("I. ", "Isla ").Replace(" Is.", " Islands").Replace("C. ", "Cape ");
            if (name.Length < 4 || countries.ByName(name) is not null) { continue; }
            _extra.Add(new Draft(name, PlaceKind.Island)
            {
                Ascii = Folding.Fold(name), Latitude = Number(table.Cell(row, "lat_y")), Longitude = Number(table.Cell(row, "long_x")), Feature = table.Cell(row, "featurecla") == "cape" ? "CAPE" : "ISL",
                English = [.. table.Cell(row, "name_alt").Split('|', StringSplitOptions.RemoveEmptyEntries)],
            });
        }
    }

    private void ReadReviewed()
    {
        RawTable table = RawTable.Tsv(Path.Combine(supplement, "places.tsv"));
        HashSet<int> ids = [];
        foreach (string[] row in table.Rows)
        {
            string Cell(string column) => table.Cell(row, column) is "-" ? "" : table.Cell(row, column);
            int id = Cell("geonames").Length == 0 ? 0 : int.Parse(Cell("geonames"), CultureInfo.InvariantCulture);
            Draft? base_ = id > 0 ? _places.GetValueOrDefault(id) ?? _extra.FirstOrDefault(e => e.Id == id) : null;
            Draft draft = base_ ?? new Draft(Cell("name"), Enum.Parse<PlaceKind>(Cell("kind"), ignoreCase: true));
            if (base_ is not null) { draft.English.Add(draft.Name); }
            draft.Name = Cell("name");
            draft.Ascii = Folding.Fold(Cell("name"));
            draft.Id = id;
            draft.Latitude = Number(Cell("lat"));
            draft.Longitude = Number(Cell("lon"));
            draft.Country = Cell("country");
            draft.Feature = Cell("feature");
            draft.Reviewed = true;
            draft.Kind = Enum.Parse<PlaceKind>(Cell("kind"), ignoreCase: true);
            if (draft.Feature == "ADM1") { draft.Kind = PlaceKind.Admin1; }
            draft.English.AddRange(Cell("names").Split(TableWriter.Separator, StringSplitOptions.RemoveEmptyEntries));
            if (base_ is null) { _extra.Add(draft); }
        }
    }

    private void Write(string output)
    {
        CompiledTableWriter table = new(Gazetteer.RecordSize);
        // Feature numbers fit a byte, so they come first.
        table.Side("");
        List<Draft> all = [.. _places.Values.Concat(_extra).OrderBy(p => p.Kind).ThenBy(p => p.Country, StringComparer.Ordinal).ThenByDescending(p => p.Population).ThenBy(p => p.Id).ThenBy(p => p.Name, StringComparer.Ordinal)];
        foreach (string feature in all.Select(p => p.Feature).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) { table.Side(feature); }
        foreach (string country in all.Select(p => p.Country).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) { table.Side(country); }
        Span<byte> record = stackalloc byte[Gazetteer.RecordSize];
        foreach (Draft place in all)
        {
            string admin1 = place.Admin1Name.Length > 0 ? place.Admin1Name : _admin1.TryGetValue(place.Admin1Key, out (string Name, int Id) division) ? division.Name : "";
            Gazetteer.Write(record, place.Id, place.Latitude, place.Longitude, (uint)Math.Min(place.Reviewed ? Math.Max(place.Population, 1_000_000) : place.Population, uint.MaxValue), table.Side(place.Country), table.Side(place.Feature), place.Kind,
                admin1.Length == 0 ? -1 : table.Side(Folding.Fold(admin1)), table.Text(EnglishName(place)));
            int index = table.Add(record);
            foreach ((string name, bool main) in Names(place)) { table.File(name, index, main); }
        }
        TableWriter.Write(output, table);
    }

    private static string EnglishName(Draft place) => place.Name;

    private static IEnumerable<(string Name, bool Main)> Names(Draft place)
    {
        yield return (place.Name, true);
        if (place.Ascii.Length > 1) { yield return (place.Ascii, true); }
        foreach (string name in place.English.Where(n => n.Length > 1)) { yield return (name, true); }
        bool capital = place.Feature is "PPLC" or "PPLA";
        int most = place.Population >= BigCity || capital ? int.MaxValue : place.Population >= SmallTown ? AlternatesOfTown : AlternatesOfVillage;
        char initial = place.Ascii.Length > 0 ? char.ToLowerInvariant(place.Ascii[0]) : ' ';
        foreach (string name in place.Alternates.Where(IsLatinName).Where(n => most > AlternatesOfVillage || char.ToLowerInvariant(Folding.Fold(n[0])) == initial).DistinctBy(n => NameHash.Of(n).Value).Take(most))
        {
            yield return (name, false);
        }
    }

    /// <summary>An alternate name worth having in English text: Latin letters, a capital first, no airport code.</summary>
    private static bool IsLatinName(string name)
    {
        if (name.Length is < 3 or > 60 || !char.IsUpper(name[0]) || name.Any(char.IsDigit)) { return false; }
        bool lower = false;
        foreach (char c in name)
        {
            if (c >= 0x250 && c is (< '\u1E00' or > '\u1EFF') and not '\u2019') { return false; }
            lower |= char.IsLower(c);
        }
        return lower;
    }

    private static List<string> Variants(string name)
    {
        List<string> names = [];
        string bare = Bare(name);
        if (bare != name && bare.Length > 2) { names.Add(bare); }
        return names;
    }

    private static string Bare(string name)
    {
        foreach (string word in Generic)
        {
            if (name.EndsWith(" " + word, StringComparison.Ordinal)) { return name[..^(word.Length + 1)]; }
            if (name.StartsWith(word + " of ", StringComparison.Ordinal)) { return name[(word.Length + 4)..]; }
        }
        return name;
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : 0;

    private sealed class Draft(string name, PlaceKind kind)
    {
        public string Name = name, Ascii = "", Feature = "", Country = "", Alpha2 = "", Admin1Key = "", Admin2Key = "", Admin1Name = "";
        public PlaceKind Kind = kind;
        public int Id;
        public bool Reviewed;
        public double Latitude, Longitude;
        public long Population;
        public List<string> Alternates = [], English = [];
    }
}
