namespace Dateline.Text;

/// <summary>Cuts the words of a block into sentences, as EWT and GUM do: sentences inside a quotation are sentences.</summary>
internal sealed class SentenceSplitter
{
    /// <summary>A longer sentence (a table, a pasted file) is cut, at a comma or semicolon if there is one.</summary>
    public const int MaxWords = 256;

    private readonly TokenTables _tables = TokenTables.Default;

    /// <summary>Adds the end (exclusive word index) of each sentence.</summary>
    public void Split(string text, List<RawToken> tokens, List<int> ends)
    {
        int start = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            int end = i + 1 < tokens.Count && IsListItem(text, tokens, i + 1) ? i + 1 : EndAt(text, tokens, i);
            if (end < 0 && i + 1 - start >= MaxWords) { end = CutPoint(text, tokens, start, i + 1); }
            if (end < 0) { continue; }
            ends.Add(end);
            start = end;
            i = Math.Max(i, end - 1);
        }
        if (start < tokens.Count) { ends.Add(tokens.Count); }
    }

    /// <summary>A bullet at the beginning of a line.</summary>
    private static bool IsListItem(string text, List<RawToken> tokens, int i)
    {
        char c = text[tokens[i].Span.Start];
        return (c is '*' or '\u2022' or '\u25AA' or '\u25CF' or '\u00B7' || CharKind.IsDash(c)) && tokens[i].Span.Length == 1
            && text.AsSpan(tokens[i - 1].Span.End, tokens[i].Span.Start - tokens[i - 1].Span.End).Contains('\n');
    }

    private static int CutPoint(string text, List<RawToken> tokens, int start, int limit)
    {
        for (int i = limit - 1; i > start + (MaxWords / 2); i--)
        {
            if (text[tokens[i].Span.Start] is ',' or ';' or ':' or '|') { return i + 1; }
        }
        return limit;
    }

    /// <summary>The end of the sentence whose final sign is token <paramref name="i"/>; -1 if it does not end one.</summary>
    private int EndAt(string text, List<RawToken> tokens, int i)
    {
        ReadOnlySpan<char> word = tokens[i].Span.In(text);
        char last = word[^1];
        if (last is not ('.' or '!' or '?' or '\u2026')) { return -1; }
        bool sign = !char.IsLetterOrDigit(word[0]);
        int next = i + 1;
        bool quoted = false;
        while (next < tokens.Count && IsCloser(text, tokens, next))
        {
            quoted |= CharKind.IsQuote(text[tokens[next].Span.Start]);
            next++;
        }
        while (IsFootnote(text, tokens, next)) { next += 3; }
        if (next >= tokens.Count) { return next; }
        bool glued = tokens[next].Span.Start == tokens[next - 1].Span.End;
        if (glued && (!sign || word.Length > 1 || !char.IsUpper(text[tokens[next].Span.Start]))) { return -1; }
        if (!Begins(text, tokens, next)) { return sign && word.Length == 1 && next == i + 1 && BeginsInformally(text, tokens, i) ? next : -1; }
        if (sign) { return IsEnumerator(text, tokens, i) || (quoted && last != '.' && IsAttribution(text, tokens, next)) ? -1 : next; }
        return next > i + 1 || AbbreviationEnds(text, tokens, i, next) ? next : -1;
    }

    /// <summary>A quotation mark or bracket that closes, hard against the word before it.</summary>
    private static bool IsCloser(string text, List<RawToken> tokens, int i)
    {
        TextSpan span = tokens[i].Span;
        char c = text[span.Start];
        if (c is '\u201D' or '\u00BB') { return true; }
        bool against = span.Start == tokens[i - 1].Span.End;
        bool open = i + 1 < tokens.Count && tokens[i + 1].Span.Start == span.End;
        return against && (CharKind.IsCloseBracket(c) || (!open && span.Length <= 2 && CharKind.IsQuote(c))
            || (CharKind.IsQuote(c) && open && i + 1 < tokens.Count && CharKind.IsQuote(text[tokens[i + 1].Span.Start])));
    }

    /// <summary>"[17]": a bare number in brackets after the end of a sentence refers to a note on it, with or without a blank between.</summary>
    private static bool IsFootnote(string text, List<RawToken> tokens, int i) => i + 2 < tokens.Count
        && text[tokens[i].Span.Start] == '['
        && char.IsAsciiDigit(text[tokens[i + 1].Span.Start]) && text[tokens[i + 2].Span.Start] == ']';

    /// <summary>Words that name the speaker of a question or exclamation in quotation marks: "Is it true?" Macron asked.</summary>
    private bool IsAttribution(string text, List<RawToken> tokens, int i)
    {
        for (int k = i; k < tokens.Count && k < i + 5; k++)
        {
            if (!char.IsLetter(text[tokens[k].Span.Start])) { return false; }
            if (k > i && _tables.IsAttributionVerb(tokens[k].Span.In(text))) { return true; }
        }
        return false;
    }

    /// <summary>True where a sentence can begin: a capital, a digit, an opening quotation mark or bracket before one.</summary>
    private static bool Begins(string text, List<RawToken> tokens, int i)
    {
        for (int k = i; k < tokens.Count && k < i + 4; k++)
        {
            char c = text[tokens[k].Span.Start];
            if (char.IsLetterOrDigit(c)) { return !char.IsLower(c); }
            if (c is ',' or ';' or ':' or '.' or '!' or '?' or '%' or '/') { return false; }
            if (CharKind.IsDash(c)) { return k == i && k + 1 < tokens.Count && char.IsUpper(text[tokens[k + 1].Span.Start]); }
            if (!CharKind.IsQuote(c) && !CharKind.IsOpenBracket(c)) { return true; }
        }
        return true;
    }

    /// <summary>Writing without capitals: "are you kidding? those dogs are small." Not after a name, which may hold the sign ("Yahoo! said").</summary>
    private static bool BeginsInformally(string text, List<RawToken> tokens, int i)
    {
        if (i == 0 || tokens[i].Span.Start != tokens[i - 1].Span.End || tokens[i].Span.End == tokens[i + 1].Span.Start) { return false; }
        ReadOnlySpan<char> before = tokens[i - 1].Span.In(text);
        return before.Length > 1 && char.IsLower(before[0]) && char.IsLower(before[^1]) && char.IsLower(text[tokens[i + 1].Span.Start]);
    }

    /// <summary>"1." or "a." at the beginning of a list item.</summary>
    private static bool IsEnumerator(string text, List<RawToken> tokens, int i)
    {
        if (i == 0 || tokens[i].Span.Length != 1 || text[tokens[i].Span.Start] != '.' || tokens[i - 1].Span.End != tokens[i].Span.Start) { return false; }
        ReadOnlySpan<char> before = tokens[i - 1].Span.In(text);
        bool label = before.Length <= 2 && (char.IsAsciiDigit(before[0]) || (before.Length == 1 && char.IsLetter(before[0])));
        return label && (i == 1 || (i > 1 && text[tokens[i - 2].Span.Start] is '.' or '!' or '?'));
    }

    private bool AbbreviationEnds(string text, List<RawToken> tokens, int i, int next)
    {
        ReadOnlySpan<char> following = tokens[next].Span.In(text);
        bool starter = _tables.IsSentenceStarter(following);
        bool quote = CharKind.IsQuote(following[0]);
        return _tables.Abbreviation(tokens[i].Span.In(text)) switch
        {
            AbbreviationKind.Title or AbbreviationKind.Latin or AbbreviationKind.Number => false,
            AbbreviationKind.Ending => !char.IsAsciiDigit(following[0]),
            AbbreviationKind.None => true,
            _ => starter || quote,
        };
    }
}
