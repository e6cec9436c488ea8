using System.Collections.Frozen;
using Dateline.Text;

namespace Dateline.Knowledge;

/// <summary>A noun that says what somebody is, and the PLOVER 2.0 sector it puts them in.</summary>
/// <param name="Noun">Lemma, lower case unless a name: "foreign minister".</param>
/// <param name="Sector">E.g. <c>GOV</c>, <c>MIL</c>, <c>JRN</c>.</param>
/// <param name="Kind">A person, a body of persons, or a thing that acts for them ("warplane").</param>
public sealed record RoleNoun(string Noun, string Sector, RoleKind Kind);

/// <summary>What a role noun denotes; <c>Unknown</c> where the source does not say.</summary>
public enum RoleKind : byte { Unknown, Person, Body, Thing }

/// <summary>Role nouns of <c>knowledge/actors/role-nouns.tsv</c>: "president" GOV, "soldiers" MIL, "lawmaker" LEG.</summary>
public sealed class RoleNounTable
{
    private const int MostWords = 4;
    private const int Longest = 64;
    private static readonly Lazy<RoleNounTable> Embedded = new(() => new RoleNounTable(TsvTable.Embedded("actors/role-nouns.tsv")));
    private static readonly FrozenSet<string> Sectors = FrozenSet.Create(StringComparer.Ordinal,
        "GOV", "MIL", "REB", "OPP", "LEG", "JUD", "COP", "SPY", "JRN", "BUS", "CVL", "NGO", "IGO", "EDU", "REF", "AGR", "LAB", "MED", "CRM", "REL", "PTY", "UAF");

    private readonly Dictionary<string, RoleNoun>.AlternateLookup<ReadOnlySpan<char>> _nouns;

    /// <summary>Reads a table of the shape of <c>knowledge/actors/role-nouns.tsv</c>.</summary>
    /// <exception cref="InvalidDataException">A row is not as it must be; with file, line and reason.</exception>
    public RoleNounTable(TsvTable table)
    {
        Dictionary<string, RoleNoun> nouns = new(StringComparer.Ordinal);
        foreach (string[] row in table.Rows)
        {
            string noun = table.Cell(row, "noun"), sector = table.Cell(row, "sector");
            if (!Sectors.Contains(sector)) { throw table.Fault(row, $"sector is \"{sector}\", expected one of PLOVER 2.0's"); }
            RoleKind kind = table.Cell(row, "kind") switch
            {
                "person" => RoleKind.Person,
                "body" => RoleKind.Body,
                "thing" => RoleKind.Thing,
                "" => RoleKind.Unknown,
                string other => throw table.Fault(row, $"kind is \"{other}\", expected person, body, thing or -"),
            };
            if (!nouns.TryAdd(noun, new RoleNoun(noun, sector, kind))) { throw table.Fault(row, $"\"{noun}\" stands twice"); }
        }
        _nouns = nouns.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The table this build carries; read at first use.</summary>
    public static RoleNounTable Default => Embedded.Value;

    /// <summary>Number of nouns.</summary>
    public int Count => _nouns.Dictionary.Count;

    /// <summary>By lemma or fixed phrase, lower case: "minister", "prime minister"; a plural form the table lacks is tried without its s.</summary>
    public RoleNoun? Find(ReadOnlySpan<char> noun)
    {
        if (_nouns.TryGetValue(noun, out RoleNoun? role)) { return role; }
        if (noun.Length is < 3 or > Longest) { return null; }
        Span<char> lower = stackalloc char[Longest];
        int length = noun.ToLowerInvariant(lower);
        ReadOnlySpan<char> plain = lower[..length];
        if (_nouns.TryGetValue(plain, out role)) { return role; }
        if (plain.EndsWith("ies", StringComparison.Ordinal))
        {
            lower[length - 3] = 'y';
            return _nouns.TryGetValue(lower[..(length - 2)], out role) ? role : null;
        }
        if (plain.EndsWith("men", StringComparison.Ordinal))
        {
            lower[length - 2] = 'a';
            return _nouns.TryGetValue(lower[..length], out role) ? role : null;
        }
        return plain[^1] == 's' && _nouns.TryGetValue(plain[..^1], out role) ? role : null;
    }

    /// <summary>The role a phrase's head noun gives, the longest phrase that ends with it first: "deputy foreign minister" before "minister".</summary>
    public RoleNoun? AtHead(ParsedText parsed, int head)
    {
        int first = Math.Max(parsed.SentenceOf(head).First, head - MostWords + 1);
        for (int start = first; start <= head; start++)
        {
            ReadOnlySpan<char> words = parsed.SpanOf(start, head).In(parsed.Text);
            if (Find(words) is { } phrase) { return phrase; }
        }
        return Find(parsed.Tokens[head].Lemma);
    }
}
