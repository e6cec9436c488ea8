using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Events;

/// <summary>The words of <c>knowledge/plover</c>: verbs, nouns, light verbs, classes of nouns. Read once, immutable.</summary>
internal sealed class PloverLexicon
{
    private static readonly Lazy<PloverLexicon> Embedded = new(() => new PloverLexicon());

    private readonly FrozenDictionary<string, VerbSense[]> _verbs;
    private readonly FrozenDictionary<string, NounSense[]> _nouns;
    private readonly FrozenDictionary<string, LightVerb[]> _lightVerbs;
    private readonly FrozenDictionary<string, FrozenSet<string>> _classes;
    private readonly FrozenDictionary<string, string> _sectors;
    private readonly FrozenDictionary<string, string> _domains;
    private readonly FrozenDictionary<string, ModalEffect> _effects;
    private readonly FrozenDictionary<string, (string? Mode, string? Cameo)> _complements;

    private PloverLexicon()
    {
        _verbs = Verbs().GroupBy(v => v.Lemma, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _nouns = Nouns().GroupBy(n => n.Head, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _lightVerbs = LightVerbs().GroupBy(v => v.Lemma, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _classes = Pairs("object-classes.tsv", "lemma", "class").GroupBy(p => p.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Value).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _sectors = Pairs("actor-nouns.tsv", "lemma", "sector").ToFrozenDictionary(StringComparer.Ordinal);
        _domains = Pairs("domains.tsv", "lemma", "domain").DistinctBy(p => p.Key).ToFrozenDictionary(StringComparer.Ordinal);
        _effects = Pairs("modality.tsv", "lemma", "effect").DistinctBy(p => p.Key)
            .ToFrozenDictionary(p => p.Key, p => Enum.Parse<ModalEffect>(p.Value, ignoreCase: true), StringComparer.Ordinal);
        _complements = Complements().ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The words this build carries.</summary>
    public static PloverLexicon Default => Embedded.Value;

    public IReadOnlyList<VerbSense> VerbsOf(string lemma) => _verbs.TryGetValue(lemma, out VerbSense[]? senses) ? senses : [];

    public IReadOnlyList<NounSense> NounsOf(string lemma) => _nouns.TryGetValue(lemma, out NounSense[]? senses) ? senses : [];

    public IReadOnlyList<LightVerb> LightVerbsOf(string lemma) => _lightVerbs.TryGetValue(lemma, out LightVerb[]? verbs) ? verbs : [];

    /// <summary>Base form of an irregular form: "overthrew" overthrow; null for regular ones.</summary>
    public string? Irregular(string form) => Text.IrregularVerbs.Default.Verb(form);

    public bool KnowsVerb(string lemma) => _verbs.ContainsKey(lemma) || _lightVerbs.ContainsKey(lemma) || _effects.ContainsKey(lemma);

    public bool KnowsNoun(string lemma) => _nouns.ContainsKey(lemma) || _classes.ContainsKey(lemma) || _sectors.ContainsKey(lemma);

    /// <summary>True when the noun is in the class of <c>object-classes.tsv</c>.</summary>
    public bool IsA(string lemma, string @class) => _classes.TryGetValue(lemma, out FrozenSet<string>? classes) && classes.Contains(@class);

    /// <summary>PLOVER sector of a noun that names people: "soldier" MIL.</summary>
    public string? SectorOf(string lemma) => _sectors.GetValueOrDefault(lemma);

    /// <summary>"goal" sport, "shares" business; null for most words.</summary>
    public string? DomainOf(string lemma) => _domains.GetValueOrDefault(lemma);

    /// <summary>What a word does to the happening under it: "plan" planned, "thwart" foiled.</summary>
    public ModalEffect EffectOf(string lemma) => _effects.GetValueOrDefault(lemma);

    /// <summary>Mode and CAMEO code of a verbal act by the root of what it asks, refuses, threatens or promises.</summary>
    public (string? Mode, string? Cameo)? Complement(string act, string? root) =>
        _complements.TryGetValue(act + "/" + root, out (string?, string?) hit) ? hit : null;

    /// <summary>Every verb sense, for tests and the generated reference.</summary>
    internal static IEnumerable<VerbSense> Verbs()
    {
        TsvTable table = TsvTable.Embedded("plover/verbs.tsv");
        foreach (string[] row in table.Rows)
        {
            yield return new VerbSense
            {
                Lemma = table.Cell(row, "lemma"),
                Particle = Split(table.Cell(row, "particle"), ' '),
                Object = Split(table.Cell(row, "object"), '|'),
                Needs = [.. Split(table.Cell(row, "needs"), '|').Select(NeedOf)],
                Subject = Split(table.Cell(row, "subject"), '|'),
                Root = table.Cell(row, "root"),
                Mode = Filled(table.Cell(row, "mode")),
                Cameo = Filled(table.Cell(row, "cameo")),
                Sure = table.Cell(row, "trust") == "sure",
                Example = table.Cell(row, "example"),
            };
        }
    }

    /// <summary>Every noun sense, for tests and the generated reference.</summary>
    internal static IEnumerable<NounSense> Nouns()
    {
        TsvTable table = TsvTable.Embedded("plover/nouns.tsv");
        foreach (string[] row in table.Rows)
        {
            string[] words = table.Cell(row, "noun").Split(' ');
            int head = Array.FindIndex(words, w => w is "of" or "to" or "d'etat") - 1;
            if (head < 0) { head = words.Length - 1; }
            yield return new NounSense
            {
                Head = words[head],
                Before = words[..head],
                After = words[(head + 1)..],
                Need = Filled(table.Cell(row, "needs")) is { } need ? Enum.Parse<NounNeed>(need, ignoreCase: true) : NounNeed.None,
                Root = table.Cell(row, "root"),
                Mode = Filled(table.Cell(row, "mode")),
                Cameo = Filled(table.Cell(row, "cameo")),
                Sure = table.Cell(row, "trust") == "sure",
                Example = table.Cell(row, "example"),
            };
        }
    }

    private static IEnumerable<LightVerb> LightVerbs()
    {
        foreach (KeyValuePair<string, string> pair in Pairs("light-verbs.tsv", "lemma", "role"))
        {
            string[] words = pair.Key.Split(' ');
            yield return new LightVerb(words[0], words[1..], Enum.Parse<LightRole>(pair.Value, ignoreCase: true));
        }
    }

    private static IEnumerable<KeyValuePair<string, (string?, string?)>> Complements()
    {
        TsvTable table = TsvTable.Embedded("plover/act-complements.tsv");
        return table.Rows.Select(row => KeyValuePair.Create(table.Cell(row, "act") + "/" + table.Cell(row, "complement"),
            ((string?)Filled(table.Cell(row, "mode")), Filled(table.Cell(row, "cameo")))));
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string file, string key, string value)
    {
        TsvTable table = TsvTable.Embedded("plover/" + file);
        return table.Rows.Select(row => KeyValuePair.Create(table.Cell(row, key), table.Cell(row, value)));
    }

    private static Need NeedOf(string cell)
    {
        int colon = cell.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new Need(cell, null) : new Need(cell[..colon], cell[(colon + 1)..]);
    }

    private static string[] Split(string cell, char separator) => cell.Length == 0 ? [] : cell.Split(separator);

    private static string? Filled(string cell) => cell.Length == 0 ? null : cell;
}
