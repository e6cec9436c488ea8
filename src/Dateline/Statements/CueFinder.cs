using Dateline.Text;

namespace Dateline.Statements;

/// <summary>Finds the words that may hand content to a source: "said", "pointed out", "the claim", "adamant".</summary>
/// <seealso href="knowledge/en/reporting-verbs.tsv"/>
internal sealed class CueFinder(ReportingLexicon lexicon)
{
    /// <summary>Words such as "out" in "point out" may stand this far from the word before them ("made it clear").</summary>
    private const int LongestGap = 2;
    private const int LongestFirstWord = 16;

    /// <summary>The verb entry at a token; null for auxiliaries, attributes ("alleged plot"), nouns with an article that look like verbs ("the May report") and words of other kinds.</summary>
    public ReportingWord? VerbAt(ParsedText parsed, int token)
    {
        Token t = parsed.Tokens[token];
        if (t.Upos is not Upos.VERB || ReferenceEquals(t.Deprel, "amod") || parsed.Is(token, "amod") || parsed.Is(token, "compound")
            || parsed.Child(token, "det") >= 0) { return null; }
        foreach (ReportingWord word in lexicon.Verbs(t.Lemma))
        {
            if (word.Rest.Length == 0 || Matches(parsed, token, word.Rest)) { return word; }
        }
        return null;
    }

    /// <summary>The entry of a verb of saying that the tagger took for another word ("the two write."); only where a cue must stand.</summary>
    public ReportingWord? LostVerbAt(ParsedText parsed, int token)
    {
        Token t = parsed.Tokens[token];
        if (t.Upos is not (Upos.NOUN or Upos.ADJ or Upos.ADV or Upos.PROPN) || char.IsUpper(parsed.Form(token)[0]) || lexicon.Noun(t.Lemma) is not null) { return null; }
        foreach (ReportingWord word in lexicon.Verbs(t.Lemma))
        {
            if (word.Rest.Length == 0 && word.Takes(Frames.Quote) && word.Takes(Frames.That)) { return word; }
        }
        return null;
    }

    /// <summary>"Novak, 52, insisted he was right" with the verb taken for an adjective: it has a subject and a clause, and no copula.</summary>
    public ReportingWord? LostPredicateAt(ParsedText parsed, int token)
    {
        if (parsed.Tokens[token].Upos is not Upos.ADJ || !parsed.Form(token).EndsWith("ed", StringComparison.Ordinal) || parsed.Child(token, "cop") >= 0 || parsed.Child(token, "aux") >= 0
            || parsed.Child(token, "nsubj") is not (>= 0 and int subject) || subject > token || parsed.Child(token, "ccomp") < token) { return null; }
        foreach (ReportingWord word in lexicon.Verbs(parsed.Form(token)[..^2].ToString()))
        {
            if (word.Rest.Length == 0 && word.Takes(Frames.That)) { return word; }
        }
        return null;
    }

    /// <summary>The noun or adjective entry at a token.</summary>
    public ReportingWord? NominalAt(ParsedText parsed, int token) => parsed.Tokens[token].Upos switch
    {
        Upos.NOUN => lexicon.Noun(parsed.Tokens[token].Lemma),
        Upos.ADJ => lexicon.Adjective(parsed.Tokens[token].Lemma),
        Upos.VERB when parsed.Tokens[token].Xpos is "VBN" or "VBD" => lexicon.Adjective(parsed.Form(token)),
        _ => null,
    };

    /// <summary>The fixed phrase that begins at a token, with its last token.</summary>
    public (ReportingPhrase? Phrase, int Last) PhraseAt(ParsedText parsed, int token)
    {
        Token t = parsed.Tokens[token];
        if (t.Upos is not (Upos.ADP or Upos.VERB or Upos.ADV or Upos.SCONJ)) { return (null, -1); }
        ReadOnlySpan<char> form = parsed.Form(token);
        Span<char> lower = stackalloc char[LongestFirstWord];
        if (form.Length > LongestFirstWord) { return (null, -1); }
        int length = form.ToLowerInvariant(lower);
        foreach (ReportingPhrase phrase in lexicon.Phrases(lower[..length]))
        {
            int i = 1;
            while (i < phrase.Words.Length && token + i < parsed.Tokens.Length && Is(parsed, token + i, phrase.Words[i])) { i++; }
            if (i == phrase.Words.Length) { return (phrase, token + i - 1); }
        }
        return (null, -1);
    }

    private static bool Matches(ParsedText parsed, int token, string[] rest)
    {
        int at = token + 1;
        foreach (string word in rest)
        {
            int gap = 0;
            while (at < parsed.Tokens.Length && !Is(parsed, at, word))
            {
                if (++gap > LongestGap || parsed.Tokens[at].Upos is not (Upos.PRON or Upos.DET or Upos.ADV or Upos.ADJ)) { return false; }
                at++;
            }
            if (at >= parsed.Tokens.Length) { return false; }
            at++;
        }
        return true;
    }

    private static bool Is(ParsedText parsed, int token, string word) =>
        parsed.Tokens[token].Lemma == word || parsed.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);
}
