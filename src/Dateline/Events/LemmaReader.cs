using Dateline.Text;

namespace Dateline.Events;

/// <summary>The lexicon's own base form of a word: where the lemmatizer errs ("bombed" → "bom") or keeps a plural ("troops"), the written form decides.</summary>
internal sealed class LemmaReader(PloverLexicon lexicon)
{
    /// <summary>Base form of a verb, preferring one the lexicon knows.</summary>
    public string Verb(EventScene scene, int token)
    {
        string lemma = scene.Lemma(token).ToLowerInvariant();
        if (lexicon.KnowsVerb(lemma)) { return lemma; }
        string form = scene.Parsed.Form(token).ToString().ToLowerInvariant();
        if (lexicon.Irregular(form) is { } irregular) { return irregular; }
        foreach (string guess in Bases(form))
        {
            if (guess.Length > 1 && lexicon.KnowsVerb(guess)) { return guess; }
        }
        return lemma;
    }

    /// <summary>Base form of a noun, in lower case; a plural kept by the lemmatizer is made singular when the lexicon knows the singular only.</summary>
    public string Noun(EventScene scene, int token)
    {
        string lemma = scene.Lemma(token).ToLowerInvariant();
        // "Fighting between …" read as a verb.
        if (scene.Xpos(token) == "VBG" && scene.Parsed.Form(token).ToString().ToLowerInvariant() is { } gerund && lexicon.KnowsNoun(gerund)) { return gerund; }
        // "cease - fire", "flare - ups": the tokenizer parts at hyphens.
        if (token > 1 && scene.Xpos(token - 1) == "HYPH" && scene.Parsed.Tokens[token - 2].Span.End == scene.Parsed.Tokens[token - 1].Span.Start)
        {
            string before = scene.Parsed.Form(token - 2).ToString().ToLowerInvariant();
            foreach (string last in Bases(lemma)) { if (lexicon.KnowsNoun($"{before}-{last}")) { return $"{before}-{last}"; } }
        }
        if (lemma.Length < 4 || lemma[^1] != 's' || lexicon.KnowsNoun(lemma)) { return lemma; }
        foreach (string guess in Bases(lemma))
        {
            if (lexicon.KnowsNoun(guess)) { return guess; }
        }
        return scene.Upos(token) == Upos.PROPN && lemma[^2] != 's' ? lemma[..^1] : lemma;
    }

    private static IEnumerable<string> Bases(string form)
    {
        yield return form;
        foreach (string ending in (string[])["ing", "ed", "d", "es", "s"])
        {
            if (!form.EndsWith(ending, StringComparison.Ordinal) || form.Length < ending.Length + 2) { continue; }
            string stem = form[..^ending.Length];
            yield return stem;
            yield return stem + "e";
            if (stem[^1] == 'i') { yield return stem[..^1] + "y"; }
            if (stem.Length > 2 && stem[^1] == stem[^2]) { yield return stem[..^1]; }
        }
    }
}
