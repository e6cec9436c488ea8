using Dateline.Quantities;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>"killing a woman and injuring six": a single victim is counted like the six, though no number says so.</summary>
public sealed class VictimCounter
{
    private readonly PloverLexicon _lexicon = PloverLexicon.Default;

    /// <summary>The quantities with those of single victims, in text order and numbered anew.</summary>
    public IReadOnlyList<Quantity> Complete(ParsedText parsed, IReadOnlyList<Quantity> quantities)
    {
        List<Quantity> singles = [];
        for (int token = 0; token < parsed.Tokens.Length; token++)
        {
            if (parsed.Tokens[token].Xpos is not ("NN" or "NNP") || !IsSingle(parsed, token) || _lexicon.SectorOf(parsed.Tokens[token].Lemma.ToLowerInvariant()) is null || !IsVictim(parsed, token)) { continue; }
            TextSpan span = ActorFinder.PhraseSpan(parsed, token);
            if (quantities.Any(q => q.Head == token || (q.Head < 0 && q.Span.Overlaps(parsed.Tokens[token].Span)))) { continue; }
            singles.Add(new Quantity { Id = "", Span = span, Low = 1, High = 1, Of = parsed.Form(token).ToString(), Head = token, Rule = "quantities/single-victim" });
        }
        if (singles.Count == 0) { return quantities; }
        List<Quantity> all = [.. quantities.Concat(singles).OrderBy(q => q.Span)];
        for (int i = 0; i < all.Count; i++) { all[i] = all[i] with { Id = $"q{i + 1}" }; }
        return all;
    }

    private static bool IsSingle(ParsedText parsed, int token) =>
        parsed.Child(token, "det") is >= 0 and int det && parsed.Tokens[det].Lemma is "a" or "an" && parsed.Child(token, "nummod") < 0 && !parsed.Is(token, "compound");

    /// <summary>Object of a verb of killing or wounding, subject of its passive, or subject of "died".</summary>
    private bool IsVictim(ParsedText parsed, int token)
    {
        int verb = parsed.Tokens[token].Head;
        if (verb < 0 || parsed.Tokens[verb].Upos != Upos.VERB) { return false; }
        string lemma = parsed.Tokens[verb].Lemma.ToLowerInvariant();
        bool dies = _lexicon.IsA(lemma, "VICTIM");
        if (!dies && !_lexicon.IsA(lemma, "DEADLY") && !_lexicon.IsA(lemma, "HARM")) { return false; }
        return parsed.Is(token, "obj") || parsed.Tokens[token].Deprel == "nsubj:pass" || (dies && parsed.Is(token, "nsubj"));
    }
}
