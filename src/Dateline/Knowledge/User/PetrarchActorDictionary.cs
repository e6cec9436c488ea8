using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dateline.Entities;

namespace Dateline.Knowledge.User;

/// <summary>A user's actors or agents in the format of PETRARCH (and TABARI before it): names with codes, which may hold for a span of days.</summary>
/// <seealso href="docs/how-to/own-dictionaries.md"/>
public sealed class PetrarchActorDictionary
{
    private readonly Dictionary<string, List<DatedCode>> _names;
    private readonly Dictionary<string, string> _agents;

    private PetrarchActorDictionary(PetrarchActorParser parser, string hash) => (_names, _agents, Hash) = (parser.Names, parser.Agents, hash);

    /// <summary>Names it lists.</summary>
    public int NameCount => _names.Count;

    /// <summary>Agent nouns it lists.</summary>
    public int AgentCount => _agents.Count;

    /// <summary>First characters of the SHA-256 of its text, for the record's options.</summary>
    public string Hash { get; }

    /// <summary>Reads a dictionary.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="text">Its lines.</param>
    /// <exception cref="InvalidDataException">With file, line and reason.</exception>
    public static PetrarchActorDictionary Parse(string name, string text)
    {
        PetrarchActorParser parser = new(name);
        int line = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines()) { parser.Line(++line, raw.ToString()); }
        parser.End(line);
        return new PetrarchActorDictionary(parser, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]);
    }

    /// <summary>The code of a name on a day: a dated code that holds, else the undated one. <c>null</c> when it lists no such name; an empty code for <c>[---]</c>.</summary>
    internal ActorCode? Find(string name, DateOnly? day)
    {
        if (!_names.TryGetValue(Key(name), out List<DatedCode>? codes)) { return null; }
        DatedCode? best = codes.Find(c => c.IsDated && day is { } known && c.Holds(known)) ?? codes.Find(c => !c.IsDated);
        // Without a day the dates tell nothing; a name whose every code says the same is coded all the same.
        if (best is null && day is null && codes.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count() == 1) { best = codes[0]; }
        return best is null ? null : Read(best.Code);
    }

    /// <summary>The PLOVER sector of an agent noun: "cleric".</summary>
    internal string? Agent(string noun) => _agents.TryGetValue(Key(noun), out string? code) ? Sector(code) : null;

    internal static string Key(string name) => string.Join(' ', name.Replace('_', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    /// <summary>A CAMEO actor code is groups of three letters: a country or body, then roles; "AFGELI" is the elites of Afghanistan.</summary>
    private static ActorCode Read(string code)
    {
        if (code is "---") { return new ActorCode { IsGiven = true }; }
        string first = code[..Math.Min(3, code.Length)];
        bool international = first is "IGO" or "NGO" or "IMG" or "MNC";
        string? country = international ? null : CountryTable.Default.ByCode(first)?.Code ?? CountryCodes.IsoOfCameo(first);
        string? sector = null;
        for (int i = country is null ? 0 : 3; i + 3 <= code.Length && sector is null; i += 3) { sector = Sector(code[i..(i + 3)]); }
        string? organization = international && code.Length >= 6 ? code[3..6] : null;
        return new ActorCode { Country = country, Sector = sector, Organization = organization, IsGiven = true };
    }

    private static string? Sector(string code) => CameoRoles.Default.Sector(code.Length >= 3 ? code[..3] : code);
}
