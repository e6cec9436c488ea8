namespace Dateline.Text;

/// <summary>Cuts a stretch that begins and ends with a word: at hyphens, slashes, signs inside, units, and before clitics.</summary>
internal sealed class WordCutter(TokenTables tables)
{
    /// <summary>Characters looked back over, so that a text without blanks stays linear.</summary>
    private const int LongestLookBack = 32;

    /// <summary>Adds the words of the stretch.</summary>
    public void Cut(string text, int start, int end, List<RawToken> tokens)
    {
        int piece = start;
        for (int i = start; i < end;)
        {
            if (CharKind.IsWord(text, i, end, out int length))
            {
                i += length;
                continue;
            }
            if (Joins(text, start, piece, i, end))
            {
                i++;
                continue;
            }
            if (IsDollar(text, piece, i) && (i + 1 == end || char.IsAsciiDigit(text[i + 1])))
            {
                tokens.Add(new RawToken(new TextSpan(piece, i + 1)));
                piece = ++i;
                continue;
            }
            if (i > piece) { Piece(text, piece, i, tokens); }
            int next = i + length;
            while (next < end && text[next] == text[i] && text[i] is '-' or '.' or '!' or '?') { next++; }
            tokens.Add(new RawToken(new TextSpan(i, next)));
            piece = i = next;
        }
        if (end > piece) { Piece(text, piece, end, tokens); }
    }

    /// <summary>True for a sign inside a word: "1,000", "7:30", "AT&amp;T", "O'Brien", "U.S.", "non-aligned", "2020-10-02".</summary>
    private bool Joins(string text, int start, int piece, int i, int end)
    {
        if (i == piece) { return text[i] is '#' or '@' || CharKind.IsApostrophe(text[i]); }
        char c = text[i];
        if (i + 1 >= end) { return c == '.' || CharKind.IsApostrophe(c); }
        bool digitBefore = char.IsAsciiDigit(text[i - 1]), digitAfter = char.IsAsciiDigit(text[i + 1]);
        switch (c)
        {
            case '.':
                if (!char.IsLetterOrDigit(text[i + 1]) && !CharKind.IsApostrophe(text[i + 1]))
                {
                    return i - piece < LongestLookBack && text[i + 1] != '.' && tables.Abbreviation(text.AsSpan(piece, i + 1 - piece)) is not (AbbreviationKind.None or AbbreviationKind.Number);
                }
                return !(char.IsLower(text[i - 1]) && i - piece > 2 && char.IsUpper(text[i + 1]) && !text.AsSpan(Math.Max(piece, i - LongestLookBack), Math.Min(i - piece, LongestLookBack)).Contains('.'));
            case ',' or ':' or '/' or '\\':
                return digitBefore && digitAfter;
            case '&' or '_' or '@' or '#':
                return true;
            case '\'' or '\u2019' or '\u2018' or '`' or '\u02BC':
                return true;
            case '-' or '\u2010' or '\u2011':
                return JoinsHyphen(text, start, piece, i, end);
            default:
                return false;
        }
    }

    /// <summary>True for the sign of a currency that is somebody's dollar: "US$", "A$", "HK$".</summary>
    internal static bool IsDollar(string text, int start, int sign) =>
        text[sign] == '$' && sign - start is (1 or 2) && !text.AsSpan(start, sign - start).ContainsAnyExceptInRange('A', 'Z');

    private bool JoinsHyphen(string text, int start, int piece, int i, int end)
    {
        if (i + 1 < end && text[i + 1] == text[i]) { return false; }
        if (i - piece < LongestLookBack && tables.IsHyphenPrefix(text.AsSpan(piece, i - piece)) && char.IsLetter(text[i + 1])) { return true; }
        if (i - piece > 0 && !char.IsAsciiDigit(text[i - 1])) { return false; }

        // Digits and hyphens alone, twice or more, are a date or a telephone number; a year range is three words.
        if (end - start > LongestLookBack) { return false; }
        int hyphens = 0;
        for (int k = start; k < end; k++)
        {
            if (text[k] == '-') { hyphens++; }
            else if (!char.IsAsciiDigit(text[k])) { return false; }
        }
        return hyphens > 1 || (hyphens == 1 && i - start == 3 && end - i == 5);
    }

    /// <summary>Cuts off units and clitics; the parts of one written word share a multiword range.</summary>
    private void Piece(string text, int start, int end, List<RawToken> tokens)
    {
        int digits = start;
        while (digits < end && (char.IsAsciiDigit(text[digits]) || (digits > start && text[digits] is '.' or ',' or ':'))) { digits++; }
        if (digits > start && digits < end && tables.IsUnit(text.AsSpan(digits, end - digits)))
        {
            tokens.Add(new RawToken(new TextSpan(start, digits)));
            tokens.Add(new RawToken(new TextSpan(digits, end)));
            return;
        }
        int first = tokens.Count;
        if (end - start < LongestLookBack && tables.TryContraction(text.AsSpan(start, end - start), out int[] lengths))
        {
            foreach (int length in lengths)
            {
                tokens.Add(new RawToken(new TextSpan(start, start + length)));
                start += length;
            }
        }
        else { Clitics(text, start, end, tokens); }
        int count = tokens.Count - first;
        if (count > 1) { tokens[first] = tokens[first] with { MultiwordLength = (byte)count }; }
    }

    private static void Clitics(string text, int start, int end, List<RawToken> tokens)
    {
        // At most three clitics ("shouldn't've"): found from the end, added from the start.
        Span<int> cuts = stackalloc int[3];
        int count = 0, stop = end;
        while (count < cuts.Length)
        {
            int length = CliticLength(text.AsSpan(start, stop - start));
            if (length == 0 || length >= stop - start) { break; }
            stop -= length;
            cuts[count++] = stop;
        }
        int from = start;
        for (int k = count - 1; k >= 0; k--)
        {
            tokens.Add(new RawToken(new TextSpan(from, cuts[k])));
            from = cuts[k];
        }
        tokens.Add(new RawToken(new TextSpan(from, end)));
    }

    private static int CliticLength(ReadOnlySpan<char> word)
    {
        int n = word.Length;
        if (n < 2) { return 0; }
        if (CharKind.IsApostrophe(word[n - 1])) { return 1; }
        char last = char.ToLowerInvariant(word[n - 1]);
        if (CharKind.IsApostrophe(word[n - 2]))
        {
            if (last == 't' && n > 3 && char.ToLowerInvariant(word[n - 3]) == 'n') { return 3; }
            return last is 's' or 'd' or 'm' ? 2 : 0;
        }
        if (n > 3 && CharKind.IsApostrophe(word[n - 3]))
        {
            char before = char.ToLowerInvariant(word[n - 2]);
            return (before, last) is ('r', 'e') or ('v', 'e') or ('l', 'l') ? 3 : 0;
        }
        return 0;
    }
}
