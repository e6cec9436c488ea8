using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Statements;

/// <summary>The words of attribution, from <c>knowledge/en/reporting-*.tsv</c> and the lists beside them.</summary>
internal sealed class ReportingLexicon
{
    private const int LongestGuess = 24;
    private static readonly Lazy<ReportingLexicon> Shared = new(() => new ReportingLexicon());
    private readonly FrozenDictionary<string, ReportingWord[]> _verbs;
    private readonly FrozenDictionary<string, ReportingWord> _nouns;
    private readonly FrozenDictionary<string, ReportingWord> _adjectives;
    private readonly FrozenDictionary<string, ReportingPhrase[]> _phrases;
    private readonly FrozenDictionary<string, ReportingPhrase> _owned;

    private ReportingLexicon()
    {
        _verbs = Read("en/reporting-verbs.tsv", "lemma").GroupBy(w => w.Lemma.Split(' ')[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Rest.Length).ToArray(), StringComparer.Ordinal);
        _nouns = Read("en/reporting-nouns.tsv", "lemma").ToFrozenDictionary(w => w.Lemma, StringComparer.Ordinal);
        _adjectives = Read("en/reporting-adjectives.tsv", "lemma").ToFrozenDictionary(w => w.Lemma, StringComparer.Ordinal);
        TsvTable phrases = TsvTable.Embedded("en/reporting-phrases.tsv");
        _phrases = phrases.Rows.Select(row => new ReportingPhrase(ReportingWord.Read(phrases, row, "phrase"), phrases.Cell(row, "kind")))
            .GroupBy(p => p.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.Ordinal);
        _owned = _phrases.Values.SelectMany(p => p).Where(p => p.Words.Length == 4 && p.Words[3] == "of" && p.Words[1] == "the")
            .GroupBy(p => p.Words[2] == "eyes" ? "eye" : p.Words[2] == "words" ? "word" : p.Words[2], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Documents = Lemmas("en/document-nouns.tsv");
        Unnamed = Lemmas("en/unnamed-sources.tsv");
        Spokes = Lemmas("en/spokes-nouns.tsv");
        Occasions = Lemmas("en/occasion-nouns.tsv");
        LightVerbs = Lemmas("en/light-verbs.tsv");
        Withheld = Lemmas("en/withheld-nouns.tsv");
        Votes = Lemmas("en/voting-nouns.tsv");
        PurposeVerbs = Lemmas("en/purpose-verbs.tsv");
    }

    /// <summary>The one shipped with the library.</summary>
    public static ReportingLexicon Default => Shared.Value;

    /// <summary>Nouns that name a text or a record: "report", "poll".</summary>
    public FrozenSet<string> Documents { get; }

    /// <summary>Nouns for people who speak without a name: "official", "source".</summary>
    public FrozenSet<string> Unnamed { get; }

    /// <summary>Nouns for those who speak for somebody: "spokesman", "lawyer".</summary>
    public FrozenSet<string> Spokes { get; }

    /// <summary>Nouns for where and how something was said: "interview", "statement".</summary>
    public FrozenSet<string> Occasions { get; }

    /// <summary>Verbs that only carry a noun of saying: "issue" a warning.</summary>
    public FrozenSet<string> LightVerbs { get; }

    /// <summary>Nouns for what a silent source does not give: "details", "comment".</summary>
    public FrozenSet<string> Withheld { get; }

    /// <summary>Nouns for a decision by counting: what is rejected "in a referendum" is not said.</summary>
    public FrozenSet<string> Votes { get; }

    /// <summary>Verbs whose infinitive tells an aim: "met" to discuss.</summary>
    public FrozenSet<string> PurposeVerbs { get; }

    /// <summary>The entries that begin with this verb, the longest first; empty for other words.</summary>
    /// <remarks>Lemmas of rare verbs are guessed from their endings, and the guess errs in the silent "e" ("shouted" read as "shoute", "ruled" as "rul").</remarks>
    public ReadOnlySpan<ReportingWord> Verbs(string lemma)
    {
        if (_verbs.TryGetValue(lemma, out ReportingWord[]? words)) { return words; }
        if (lemma.Length is < 3 or > LongestGuess) { return []; }
        Span<char> guess = stackalloc char[LongestGuess + 1];
        lemma.CopyTo(guess);
        guess[lemma.Length] = 'e';
        int length = lemma[^1] == 'e' ? lemma.Length - 1 : lemma.Length + 1;
        return _verbs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(guess[..length], out words) ? words : [];
    }

    public ReportingWord? Noun(string lemma) => _nouns.GetValueOrDefault(lemma);

    public ReportingWord? Adjective(ReadOnlySpan<char> word) =>
        _adjectives.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out ReportingWord? entry) ? entry : null;

    /// <summary>The phrases that begin with this word (in lower case), the longest first.</summary>
    public ReadOnlySpan<ReportingPhrase> Phrases(ReadOnlySpan<char> word) =>
        _phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out ReportingPhrase[]? phrases) ? phrases : [];

    /// <summary>The phrase "in the NOUN of" of a noun, which may also stand with its owner before it ("in Ash's view").</summary>
    public ReportingPhrase? OwnedPhrase(string noun) => _owned.GetValueOrDefault(noun);

    private static List<ReportingWord> Read(string name, string column)
    {
        TsvTable table = TsvTable.Embedded(name);
        return [.. table.Rows.Select(row => ReportingWord.Read(table, row, column))];
    }

    private static FrozenSet<string> Lemmas(string name)
    {
        TsvTable table = TsvTable.Embedded(name);
        return table.Rows.Select(row => table.Cell(row, "lemma")).ToFrozenSet(StringComparer.Ordinal);
    }
}

/// <summary>A fixed phrase of attribution.</summary>
/// <param name="Word">What it says about the act.</param>
/// <param name="Kind"><c>preposition</c> ("according to"), <c>adverb</c> ("reportedly"), <c>verb</c> ("citing") or <c>predicate</c> ("of the opinion").</param>
internal sealed record ReportingPhrase(ReportingWord Word, string Kind)
{
    public string[] Words { get; } = Word.Lemma.Split(' ');
}
