using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Knowledge;
using Dateline.KnowledgeBuilder.Sources;

namespace Dateline.KnowledgeBuilder;

/// <summary>Makes <c>knowledge/actors/organizations.tsv</c>: reviewed rows, parties of the Factbook, armed groups and bodies of the PETRARCH actor files.</summary>
internal sealed partial class OrganizationsBuilder(string data, string supplement, CountryTable countries)
{
    private static readonly string[] Small = ["of", "the", "for", "and", "in", "to", "on", "de", "la", "del", "des", "du", "against", "with", "by", "from", "at", "y", "e", "i"];
    // Acronyms that headline capitals make words of the language.
    private static readonly string[] Words = ["ACT", "ADD", "AGE", "AID", "ALL", "AND", "ARE", "ART", "ASK", "BAD", "BAN", "BIG", "CAN", "CAR", "CEO", "CUT", "DAY", "END", "FAR", "FEW", "FOR", "GDP", "GET", "GOD", "GUN", "HER", "HIS", "HIV", "HOT", "JOB", "LAW", "LET", "MAN", "MAP", "MAY", "MEN", "NEW", "NOT", "NOW", "OFF", "OIL", "OLD", "ONE", "OUR", "OUT", "PAY", "PUT", "RED", "RUN", "SEA", "SET", "SUN", "TAX", "THE", "TOP", "TWO", "USE", "WAR", "WAY", "WHO", "WIN", "YES", "YOU", "VICE", "VOICE", "NEXT", "FREE", "LAND", "HOME", "PACE", "UNITY", "VOTE", "FACT", "REAL"];
    private readonly Dictionary<string, string[]> _rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public void Build(string output)
    {
        ReadReviewed();
        ReadParties();
        ReadArmedGroups();
        ReadBodies();
        TableWriter.Write(output, ["name", "names", "kind", "sector", "country", "code"], _rows.Values);
    }

    private void ReadReviewed()
    {
        RawTable table = RawTable.Tsv(Path.Combine(supplement, "organizations.tsv"));
        foreach (string[] row in table.Rows)
        {
            _rows[row[0]] = row;
            _names.Add(row[0]);
            foreach (string name in row[1].Split(TableWriter.Separator)) { _names.Add(name); }
        }
    }

    private void ReadParties()
    {
        Dictionary<string, string> byFips = new(StringComparer.Ordinal);
        RawTable codes = RawTable.Csv(Path.Combine(data, "countries", "country-codes.csv"));
        foreach (string[] row in codes.Rows)
        {
            if (codes.Cell(row, "is_independent") == "Yes") { byFips.TryAdd(codes.Cell(row, "FIPS").ToLowerInvariant(), codes.Cell(row, "ISO3166-1-Alpha-3")); }
        }
        byFips["ri"] = "SRB";
        byFips["kv"] = "XKX";
        using JsonDocument book = JsonDocument.Parse(RawFile.Text(Path.Combine(data, "countries", "factbook-2026-government.json.xz")));
        foreach (JsonProperty country in book.RootElement.EnumerateObject())
        {
            if (!byFips.TryGetValue(country.Name, out string? code) || !country.Value.TryGetProperty("Government", out JsonElement government)
                || !government.TryGetProperty("Political parties", out JsonElement parties) || !parties.TryGetProperty("text", out JsonElement text)) { continue; }
            foreach (string entry in text.GetString()!.Split('|', StringSplitOptions.TrimEntries))
            {
                string plain = Notes().Replace(entry, "").Trim();
                string[] names = plain.Split(" or ", StringSplitOptions.TrimEntries);
                // One-word names ("Future", "Forward") are words of the language before they are parties.
                if (names[0].Count(c => c == ' ') is 0 or > 8 || !char.IsUpper(names[0][0]) || names[0].Contains('<') || names[0].Contains(':')) { continue; }
                string[] aliases = [.. names.Skip(1).Where(n => n.Length is > 2 and < 12 && n.Count(char.IsUpper) > 1 && !n.Contains(' ') && !Words.Contains(n))];
                Add(names[0], aliases, "party", "PTY", code, aliases.FirstOrDefault() ?? "");
            }
        }
    }

    private void ReadArmedGroups()
    {
        foreach ((List<string> names, string code) in Entries("Phoenix.MilNonState.actors.txt.xz"))
        {
            string country = countries.ByCode(code[..3])?.Code ?? "";
            List<string> titled = [.. names.SelectMany(Titled).Where(n => n.Contains(' ') || n.Contains('-'))];
            if (titled.Count > 0) { Add(titled[0], titled.Skip(1), "armed-group", "REB", country, ""); }
        }
    }

    private void ReadBodies()
    {
        foreach ((List<string> names, string code) in Entries("Phoenix.International.actors.txt.xz"))
        {
            (string kind, string sector)? type = code[..3] switch { "NGO" => ("ngo", "NGO"), "IGO" => ("igo", "IGO"), _ => null };
            if (type is not { } t || code.Contains("PTY", StringComparison.Ordinal)) { continue; }
            string country = t.kind == "ngo" && code.Length >= 6 ? countries.ByCode(code[3..6])?.Code ?? "" : "";
            List<string> titled = [.. names.SelectMany(Titled).Where(n => Body().IsMatch(n) && n.Count(c => c == ' ') is > 0 and < 9)];
            if (titled.Count > 0) { Add(titled[0], titled.Skip(1), t.kind, t.sector, country, ""); }
        }
    }

    private void Add(string name, IEnumerable<string> aliases, string kind, string sector, string country, string code)
    {
        if (name.Length is < 4 or > 90 || countries.ByName(name) is not null || !_names.Add(name)) { return; }
        List<string> kept = [.. aliases.Where(a => a.Length is > 1 and < 90 && countries.ByName(a) is null && !_names.Contains(a)).Distinct(StringComparer.OrdinalIgnoreCase)];
        _names.UnionWith(kept);
        _rows[name] = [name, string.Join(TableWriter.Separator, kept), kind, sector, country, code];
    }

    /// <summary>Entries of a TABARI actor file: a name, "+" synonyms, then a line with the code in brackets. Dated entries are persons.</summary>
    private IEnumerable<(List<string> Names, string Code)> Entries(string file)
    {
        List<string> names = [];
        bool coded = false;
        foreach (string raw in RawFile.Lines(Path.Combine(data, "actors", file)))
        {
            string line = raw.Trim();
            if (line.Length == 0 || line.StartsWith('#')) { continue; }
            Match code = Code().Match(line);
            string before = code.Success ? line[..code.Index] : line;
            if (before.Trim().Length > 1)
            {
                if (coded) { names = []; coded = false; }
                names.Add(before.Split(';')[0].Trim().TrimStart('+'));
            }
            if (!code.Success || coded) { continue; }
            coded = true;
            if (!code.Groups["rest"].Value.AsSpan().ContainsAnyInRange('0', '9') && code.Groups["code"].Value.Length >= 3 && code.Groups["code"].Value != "ELI") { yield return (names, code.Groups["code"].Value); }
        }
    }

    /// <summary>"ARMY_OF_GOD_(AOG)" → "Army of God", "AOG".</summary>
    private static IEnumerable<string> Titled(string raw)
    {
        string text = raw.Replace('_', ' ').Trim();
        if (text.Contains('+') || text.Any(c => char.IsLower(c)) || text.Contains('/')) { yield break; }
        Match acronym = Acronym().Match(text);
        string name = Acronym().Replace(text, " ").Trim();
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) { yield break; }
        if (words[0] is "THE" or "A" or "AN" && words.Length > 1) { words = words[1..]; }
        yield return string.Join(' ', words.Select((w, i) => i > 0 && Small.Contains(w.ToLowerInvariant()) ? w.ToLowerInvariant() : Capital(w)));
        if (acronym.Success && acronym.Groups[1].Value is { Length: > 2 and < 9 } letters && !letters.Contains(' ')) { yield return letters; }
    }

    private static string Capital(string word) =>
        string.Join('-', word.Split('-').Select(p =>
            p.Length == 0 ? p
            : p is "UN" or "EU" or "US" or "UK" or "USA" or "II" or "III" || p.Contains('.') || p.AsSpan().ContainsAnyInRange('0', '9') ? p
            : p[0] + p[1..].ToLower(CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\[(?<code>[A-Z]+)(?<rest>[^\]]*)\]")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s*\(([^)]*)\)")]
    private static partial Regex Acronym();

    [GeneratedRegex(@"\s*[\(\[][^)\]]*[\)\]]|;.*$|<[^>]*>")]
    private static partial Regex Notes();

    [GeneratedRegex(@"\b(?:Organi[sz]ation|Council|Committee|Fund|Union|Association|Agency|Commission|Federation|Foundation|Institute|Institution|Network|Alliance|League|Society|Centre|Center|Cent|Bank|Bureau|Office|Programme|Program|Court|Tribunal|Group|Forum|International|Coalition|Movement|Mission|Community|Assembly|Campaign|Charity|Trust|Watch|Initiative|Conference|Congress|Consortium|Corps|Board|Confederation|Service|Services|Relief|Church|Aid)\b")]
    private static partial Regex Body();
}
