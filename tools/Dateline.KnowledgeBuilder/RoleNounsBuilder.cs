using Dateline.KnowledgeBuilder.Sources;

namespace Dateline.KnowledgeBuilder;

/// <summary>Makes <c>knowledge/actors/role-nouns.tsv</c>: reviewed rows, then plain nouns of the PETRARCH agents file that they lack.</summary>
internal static class RoleNounsBuilder
{
    private const int MostWords = 3;

    // CAMEO role codes to PLOVER 2.0 sectors; codes that are no sector of actors (ideologies, weapons) are left out.
    private static readonly Dictionary<string, string> Sectors = new(StringComparer.Ordinal)
    {
        ["GOV"] = "GOV", ["MIL"] = "MIL", ["REB"] = "REB", ["OPP"] = "OPP", ["LEG"] = "LEG", ["JUD"] = "JUD", ["COP"] = "COP", ["SPY"] = "SPY", ["MED"] = "JRN", ["BUS"] = "BUS",
        ["CVL"] = "CVL", ["NGO"] = "NGO", ["EDU"] = "EDU", ["REF"] = "REF", ["AGR"] = "AGR", ["LAB"] = "LAB", ["HLH"] = "MED", ["CRM"] = "CRM", ["REL"] = "REL", ["CHR"] = "REL",
        ["MUS"] = "REL", ["JEW"] = "REL", ["HIN"] = "REL", ["BUD"] = "REL", ["UAF"] = "UAF", ["HRI"] = "NGO", ["PTY"] = "PTY",
    };
    private static readonly string[] Things =
    [
        "missile", "fighter_", "aircraft", "f-1", "f/a", "sukhoi", "hmmwv", "tank", "carrier", "artillery", "ship", "submarine", "helicopter", "bomber", "rocket", "gun", "launcher", "jet", "drone", "weapon", "vehicle",
        "destroyer", "frigate", "warplane", "saint", "org ", "mig-", "su-",
    ];

    public static void Build(string data, string supplement, string output)
    {
        Dictionary<string, (string Sector, string Kind)> nouns = new(StringComparer.Ordinal);
        RawTable reviewed = RawTable.Tsv(Path.Combine(supplement, "role-nouns.tsv"));
        foreach (string[] row in reviewed.Rows) { nouns[reviewed.Cell(row, "noun")] = (reviewed.Cell(row, "sector"), reviewed.Cell(row, "kind")); }
        foreach (string line in RawFile.Lines(Path.Combine(data, "actors", "Phoenix.agents.txt.xz")))
        {
            int code = line.IndexOf("[~", StringComparison.Ordinal);
            if (code < 0 || line.StartsWith('#') || line.Contains('!') || line.Length < code + 5) { continue; }
            string sector = line[(code + 2)..(code + 5)];
            string noun = line[..code].Split('{')[0].Trim().Trim('_').Replace('_', ' ').ToLowerInvariant();
            if (!Sectors.TryGetValue(sector, out string? plover) || noun.Length < 3 || noun.Split(' ').Length > MostWords || noun.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz -'")
                || Things.Any(t => noun.Contains(t, StringComparison.Ordinal)) || noun.Contains("  ", StringComparison.Ordinal)) { continue; }
            nouns.TryAdd(noun, (plover, "-"));
        }
        TableWriter.Write(output, ["noun", "sector", "kind"], nouns.Select(n => new[] { n.Key, n.Value.Sector, n.Value.Kind }));
    }
}
