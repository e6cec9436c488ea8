using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Knowledge;
using Dateline.KnowledgeBuilder.Sources;

namespace Dateline.KnowledgeBuilder;

/// <summary>Makes <c>knowledge/actors/office-holders.table</c> from Wikidata terms (2022), the Factbook's chiefs of state (2026) and reviewed rows.</summary>
internal sealed partial class OfficeHoldersBuilder(string data, string supplement, CountryTable countries)
{
    private static readonly Dictionary<string, string> Jurisdictions = new(StringComparer.Ordinal)
    {
        ["us"] = "USA", ["uae"] = "ARE", ["czech"] = "CZE", ["congo-kinshasa"] = "COD", ["congo-brazzaville"] = "COG", ["bosnia-herzegovina"] = "BIH",
        ["abkhazia"] = "XAB", ["artsakh"] = "XNK", ["donetsk"] = "XDN", ["world"] = "", ["ivory-coast"] = "CIV",
    };
    private readonly List<Term> _terms = [];

    public void Build(string output)
    {
        ReadReviewed();
        ReadWikidata();
        ReadWorldLeaders();
        ReadFactbook();
        Write(output);
    }

    private void ReadReviewed()
    {
        RawTable table = RawTable.Tsv(Path.Combine(supplement, "office-holders.tsv"));
        foreach (string[] row in table.Rows)
        {
            string end = table.Cell(row, "end");
            string country = table.Cell(row, "country");
            if (country.Length == 3 && countries.ByCode(country) is null && country is not ("WHO" or "IMF" or "ICC")) { throw new InvalidDataException($"office-holders.tsv: unknown country {country}"); }
            Add(country, table.Cell(row, "position"), table.Cell(row, "person"), 0, Day(table.Cell(row, "start"), 0), end == "-" ? OfficeHolderTable.Open : Day(end, 0), true);
        }
    }

    private void ReadWikidata()
    {
        RawTable table = RawTable.Tsv(Path.Combine(data, "leaders", "office-holders-wikidata-2022.tsv.xz"));
        foreach (string[] row in table.Rows)
        {
            string slug = table.Cell(row, "country");
            if (slug == "country") { continue; }
            if (!Jurisdictions.TryGetValue(slug, out string? code))
            {
                string name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(slug.Replace('-', ' '));
                code = countries.ByName(name)?.Code ?? throw new InvalidDataException($"office-holders: no country for {slug}");
            }
            string person = table.Cell(row, "person");
            if (person.Length < 3 || WikidataId().IsMatch(person)) { continue; }
            int id = int.Parse(table.Cell(row, "wikidata").AsSpan(1), CultureInfo.InvariantCulture);
            Add(code, table.Cell(row, "position"), person, id, Day(table.Cell(row, "start"), 0), Day(table.Cell(row, "end"), 1), false);
        }
    }

    private void ReadWorldLeaders()
    {
        RawTable table = RawTable.Csv(Path.Combine(data, "leaders", "world-leaders-2021-wikidata.csv"));
        foreach (string[] row in table.Rows)
        {
            string person = table.Cell(row, "officeholderLabel");
            if (countries.ByName(table.Cell(row, "country")) is not { Status: CountryStatus.State, Code: string code } || WikidataId().IsMatch(person)) { continue; }
            string position = table.Cell(row, "positionLabel");
            if (position.StartsWith("monarch", StringComparison.OrdinalIgnoreCase) && code is not ("GBR" or "ESP" or "NLD" or "BEL" or "SWE" or "NOR" or "DNK")) { continue; }
            int of = position.IndexOf(" of ", StringComparison.Ordinal);
            position = of > 0 ? char.ToUpperInvariant(position[0]) + position[1..of] : position;
            int id = int.Parse(table.Cell(row, "officeholder").AsSpan(1), CultureInfo.InvariantCulture);
            Add(code, position, person, id, Day(table.Cell(row, "start_year"), 0), Day(table.Cell(row, "end_year"), 1), false);
        }
    }

    private void ReadFactbook()
    {
        RawTable table = RawTable.Tsv(Path.Combine(data, "leaders", "chiefs-of-state-factbook-2026.tsv"));
        foreach (string[] row in table.Rows)
        {
            // Governors of territories and the King's other realms would only give a name a second country.
            if (countries.ByName(table.Cell(row, "country")) is not { Status: CountryStatus.State, Code: string code }) { continue; }
            string text = table.Cell(row, "title_and_name").Split(',')[0];
            if (text.StartsWith("represented", StringComparison.Ordinal) || !DateTime.TryParse(table.Cell(row, "since"), CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime since)) { continue; }
            Match match = Titled().Match(text);
            if (!match.Success || text.StartsWith("King CHARLES", StringComparison.Ordinal)) { continue; }
            string person = string.Join(' ', match.Groups["name"].Value.Split(' ').Select(Demonym));
            Add(code, match.Groups["title"].Value.Trim(), person, 0, DateOnly.FromDateTime(since).DayNumber, OfficeHolderTable.Open, false);
        }
        static string Demonym(string word) => word.Length > 1 && word.ToUpperInvariant() == word && !Roman().IsMatch(word) ? string.Join('-', word.Split('-').Select(p => p.Length == 0 ? p : char.ToUpperInvariant(p[0]) + p[1..].ToLowerInvariant())) : word;
    }

    private void Add(string country, string position, string person, int wikidata, int start, int end, bool reviewed)
    {
        // The same term from two sources: the reviewed or first one stands.
        string folded = Folding.Fold(person);
        if (_terms.Any(t => t.Country == country && t.Folded == folded && t.Position == position && Math.Abs(t.Start - start) < 400)) { return; }
        _terms.Add(new Term(country, position, person, folded, wikidata, start, end, (byte)OfficeNames.Tier(position), reviewed));
    }

    private void Write(string output)
    {
        CloseOpenTerms();
        Dictionary<string, int> ids = [];
        foreach (Term term in _terms.Where(t => t.Wikidata > 0)) { ids.TryAdd(term.Country + term.Folded, term.Wikidata); }
        CompiledTableWriter table = new(OfficeHolderTable.RecordSize);
        // CLI and library read at most 2^23 records; positions are few and shared.
        Span<byte> record = stackalloc byte[OfficeHolderTable.RecordSize];
        foreach (Term term in _terms.OrderBy(t => t.Country, StringComparer.Ordinal).ThenBy(t => t.Tier).ThenBy(t => t.Start).ThenBy(t => t.Person, StringComparer.Ordinal).ThenBy(t => t.Position, StringComparer.Ordinal))
        {
            BinaryPrimitives.WriteInt32LittleEndian(record, table.Text(term.Person));
            BinaryPrimitives.WriteInt32LittleEndian(record[4..], table.Text(term.Position.Length > 120 ? term.Position[..120] : term.Position));
            BinaryPrimitives.WriteInt32LittleEndian(record[8..], term.Start);
            BinaryPrimitives.WriteInt32LittleEndian(record[12..], term.End);
            BinaryPrimitives.WriteInt32LittleEndian(record[16..], term.Wikidata > 0 ? term.Wikidata : ids.GetValueOrDefault(term.Country + term.Folded));
            BinaryPrimitives.WriteUInt16LittleEndian(record[20..], (ushort)table.Side(term.Country));
            record[22] = term.Tier;
            record[23] = 0;
            int index = table.Add(record);
            table.File(term.Person, index, flag: true);
            foreach (string surname in OfficeNames.Surnames(term.Person, term.Country)) { table.File(surname, index, flag: false); }
        }
        TableWriter.Write(output, table);
    }

    /// <summary>One person at a time is president or prime minister: an open term ends where the next one begins.</summary>
    private void CloseOpenTerms()
    {
        foreach (IGrouping<(string, string), Term> office in _terms.Where(t => t.Tier == 0 && t.Position is "President" or "Prime Minister" or "King" or "Chancellor").GroupBy(t => (t.Country, t.Position)))
        {
            List<Term> terms = [.. office.OrderBy(t => t.Start)];
            for (int i = 0; i < terms.Count; i++)
            {
                if (terms[i].End != OfficeHolderTable.Open) { continue; }
                Term? next = terms.Skip(i + 1).FirstOrDefault(t => t.Start > terms[i].Start && OfficeNames.Surnames(t.Person, t.Country).Last() != OfficeNames.Surnames(terms[i].Person, t.Country).Last());
                if (next is not null) { _terms[_terms.IndexOf(terms[i])] = terms[i] with { End = next.Start }; }
            }
        }
    }

    /// <summary>The day number of "2017", "2017-10" or "2017-10-05"; for an end, the first day after the period.</summary>
    private static int Day(string text, int after)
    {
        string[] parts = text.Split('-');
        if (parts[0].Length != 4 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year is < 1 or > 2200) { return after == 0 ? 0 : OfficeHolderTable.Open; }
        if (parts.Length == 1) { return new DateOnly(year + after, 1, 1).DayNumber; }
        DateOnly month = new(year, int.Parse(parts[1], CultureInfo.InvariantCulture), 1);
        return parts.Length == 2 ? month.AddMonths(after).DayNumber : month.AddDays(int.Parse(parts[2], CultureInfo.InvariantCulture) - 1).DayNumber + after;
    }

    private sealed record Term(string Country, string Position, string Person, string Folded, int Wikidata, int Start, int End, byte Tier, bool Reviewed);

    [GeneratedRegex(@"^Q\d+$")]
    private static partial Regex WikidataId();

    [GeneratedRegex(@"^[IVX]+$")]
    private static partial Regex Roman();

    [GeneratedRegex(@"^(?<title>(?:(?:Interim|Acting|Transitional|Transition|Caretaker|Co-Prince|Prime|First|Supreme|Federal|Head|of|State|Government|Crown|Chief|Executive|President|Premier|Minister|King|Queen|Sultan|Amir|Emir|Chancellor|Prince|Grand|Duke|Pope|Governor|General|Governor-General|Chairman|Leader|Taoiseach|Secretary|Captain|Regent|Party|Commissioner|Lieutenant|Administrator|Ruler|the)\s)+)(?<name>\p{Lu}.*)$")]
    private static partial Regex Titled();
}
