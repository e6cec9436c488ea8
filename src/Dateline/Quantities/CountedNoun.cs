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
                if (parsed.Is(i, "nummod") || (IsNoun(parsed, head) && head >= end && head - end < 8 && (parsed.Is(i, "amod") || parsed.Is(i, "det") || parsed.Is(i, "compound")))) { return Noun(parsed, head, end); }
                if (own < 0 && !parsed.Is(i, "advmod") && !parsed.Is(i, "case")) { own = i; }
            }
            else if (head < 0) { own = i; }
        }
        if (own < 0) { return -1; }
        // "dozens of people", "five of the soldiers": the noun depends on the number.
        foreach (int child in parsed.Children(own))
        {
            if (child >= end && parsed.Is(child, "nmod") && parsed.Child(child, "case") is >= 0 and int of && parsed.Form(of).Equals("of", StringComparison.OrdinalIgnoreCase)) { return child; }
        }
        return -1;
    }

    /// <summary>The noun with the nouns compounded before it, as written.</summary>
    public static TextSpan Words(ParsedText parsed, int noun, int notBefore)
    {
        int first = noun;
        while (first - 1 >= 0 && parsed.Tokens[first - 1].Head == noun && parsed.Is(first - 1, "compound") && parsed.Tokens[first - 1].Span.Start >= notBefore) { first--; }
        return parsed.SpanOf(first, noun);
    }

    private static bool IsNoun(ParsedText parsed, int token) => parsed.Tokens[token].Upos is Upos.NOUN or Upos.PROPN;

    private static int Noun(ParsedText parsed, int head, int after) =>
        parsed.Tokens[head].Upos is Upos.NOUN or Upos.PROPN or Upos.SYM or Upos.ADJ && head >= after ? head : -1;
}
