using Dateline.Text;

namespace Dateline.Quantities;

/// <summary>Finds what a number counts: "300 <b>militants</b>", "three dozen police <b>officers</b>", "hundreds of <b>people</b>".</summary>
internal static class CountedNoun
{
    /// <summary>The token of the noun, or -1.</summary>
    public static int Find(ParsedText parsed, TextSpan number)
    {
        (int first, int end) = parsed.TokensIn(number);
        if (first >= end) { return -1; }
        int own = -1;
        for (int i = end - 1; i >= first; i--)
        {
            int head = parsed.Tokens[i].Head;
            if (head >= 0 && (head < first || head >= end))
            {
                if (parsed.Is(i, "nummod") || (IsNoun(parsed, head) && head >= end && head - end < 8
                    && (parsed.Is(i, "amod") || parsed.Is(i, "det") || parsed.Is(i, "compound")))) { return Noun(parsed, head, end); }
                if (own < 0 && !parsed.Is(i, "advmod") && !parsed.Is(i, "case")) { own = i; }
            }
            else if (head < 0) { own = i; }
        }
        if (own < 0) { return Following(parsed, end); }
        // "dozens of people", "five of the soldiers": the noun depends on the number.
        foreach (int child in parsed.Children(own))
        {
            if (child >= end && IsNoun(parsed, child) && parsed.Is(child, "nmod")
                && parsed.Child(child, "case") is >= 0 and int of
                && parsed.Form(of).Equals("of", StringComparison.OrdinalIgnoreCase)) { return child; }
        }
        return Following(parsed, end);
    }

    /// <summary>The noun of the phrase right behind the number, or behind its "of": where the tree joined number and noun some other way.</summary>
    private static int Following(ParsedText parsed, int token)
    {
        int last = Math.Min(parsed.Tokens.Length, token + 6);
        if (token < last && parsed.Form(token).Equals("of", StringComparison.OrdinalIgnoreCase)) { token++; }
        if (token < last && parsed.Tokens[token].Upos is Upos.DET or Upos.PRON) { token++; }
        for (int i = token; i < last; i++)
        {
            switch (parsed.Tokens[i].Upos)
            {
                case Upos.ADJ: continue;
                case Upos.NOUN or Upos.PROPN:
                    // The last of the nouns that stand together counts.
                    while (i + 1 < last && IsNoun(parsed, i + 1) && parsed.Tokens[i].Head == i + 1) { i++; }
                    return i;
                default: return -1;
            }
        }
        return -1;
    }

    /// <summary>The noun with the nouns compounded before it, as written.</summary>
    public static TextSpan Words(ParsedText parsed, int noun, int notBefore)
    {
        int first = noun;
        while (first - 1 >= 0 && parsed.Tokens[first - 1].Head == noun && parsed.Is(first - 1, "compound")
            && parsed.Tokens[first - 1].Span.End < parsed.Tokens[first].Span.Start && parsed.Form(first - 2 < 0
            ? first : first - 2)[^1] is not '-' && parsed.Tokens[first - 1].Span.Start >= notBefore) { first--; }
        return parsed.SpanOf(first, noun);
    }

    private static bool IsNoun(ParsedText parsed, int token) => parsed.Tokens[token].Upos is Upos.NOUN or Upos.PROPN;

    private static int Noun(ParsedText parsed, int head, int after) =>
        parsed.Tokens[head].Upos is Upos.NOUN or Upos.PROPN or Upos.SYM && head >= after ? head : -1;
}
