using System.Buffers;

namespace Dateline.Text;

/// <summary>Cuts text into words as UD English does (EWT, GUM): clitics, hyphenated words and units are cut, abbreviations keep their period.</summary>
/// <remarks>Linear in the text: every character is looked at a fixed number of times.</remarks>
internal sealed class Tokenizer
{
    private static readonly SearchValues<string> AddressMarks = SearchValues.Create(["://", "www.", "@", ".com", ".org", ".net", ".gov", ".edu", ".int", ".info", ".co.", ".eu", ".ru", ".de", ".fr", ".uk"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Blanks that are looked across for the word after an abbreviation.</summary>
    private const int MaxBlanks = 64;

    private readonly TokenTables _tables = TokenTables.Default;
    private readonly WordCutter _cutter = new(TokenTables.Default);

    /// <summary>Adds the words of the range.</summary>
    public void Tokenize(string text, TextSpan range, List<RawToken> tokens)
    {
        int openSingle = 0;
        for (int i = range.Start; i < range.End;)
        {
            if (CharKind.IsBlank(text[i])) { i++; continue; }
            int start = i;
            while (i < range.End && !CharKind.IsBlank(text[i])) { i++; }
            Chunk(text, start, i, range.End, tokens, ref openSingle);
        }
    }

    /// <summary>Cuts what stands between two blanks: signs before, signs after, the word or words between.</summary>
    private void Chunk(string text, int start, int end, int limit, List<RawToken> tokens, ref int openSingle)
    {
        while (start < end && !CharKind.IsWord(text, start, end, out int _))
        {
            if (IsKeptStart(text, start, end)) { break; }
            int next = SignEnd(text, start, end);
            if (CharKind.IsApostrophe(text[start])) { openSingle++; }
            tokens.Add(new RawToken(new TextSpan(start, next)));
            start = next;
        }
        if (start >= end) { return; }
        bool address = text.AsSpan(start, Math.Min(end - start, 512)).ContainsAny(AddressMarks);
        int core = end;
        while (core > start && !CharKind.IsWord(text, LastStart(text, start, core), core, out int _))
        {
            if (address && text[core - 1] is '/' or '=' or '#' or '&' or '_' or '-') { break; }
            if (IsKeptEnd(text, start, core, end, limit, openSingle)) { break; }
            core = SignStart(text, start, core);
        }
        if (core > start)
        {
            if (address && IsAddress(text.AsSpan(start, core - start))) { tokens.Add(new RawToken(new TextSpan(start, core))); }
            else { _cutter.Cut(text, start, core, tokens); }
        }
        while (core < end)
        {
            int next = SignEnd(text, core, end);
            if (CharKind.IsApostrophe(text[core]) && openSingle > 0) { openSingle--; }
            tokens.Add(new RawToken(new TextSpan(core, next)));
            core = next;
        }
    }

    /// <summary>A sign that begins a word: "'90s", "#IStandWithAhmed", "@POTUS", "'em".</summary>
    private bool IsKeptStart(string text, int i, int end)
    {
        if (i + 1 >= end) { return false; }
        char c = text[i], next = text[i + 1];
        if (CharKind.IsApostrophe(c))
        {
            int stop = i + 1;
            while (stop < end && char.IsLetterOrDigit(text[stop]) && stop - i < 8) { stop++; }
            ReadOnlySpan<char> word = text.AsSpan(i + 1, stop - i - 1);
            if (char.IsAsciiDigit(next)) { return word.Length is 2 or 3 && (word.Length == 2 || word[2] == 's'); }
            return stop == end && (word.Equals("em", StringComparison.OrdinalIgnoreCase) || word.Equals("n", StringComparison.OrdinalIgnoreCase)
                || word.Equals("tis", StringComparison.OrdinalIgnoreCase) || word.Equals("s", StringComparison.Ordinal));
        }
        return c is '#' or '@' && (char.IsLetter(next) || next == '_') && end - i > 2;
    }

    /// <summary>A sign that ends the word before it: the period of an abbreviation, the apostrophe of a plural genitive, the dollar of a country.</summary>
    private bool IsKeptEnd(string text, int start, int core, int end, int limit, int openSingle)
    {
        char c = text[core - 1];
        if (c == '.') { return KeepsPeriod(text, start, core, end, limit); }
        if (WordCutter.IsDollar(text, start, core - 1)) { return true; }
        if (CharKind.IsApostrophe(c)) { return openSingle == 0 && core - start > 2 && text[core - 2] is 's' or 'S' or 'z' or 'x' && c != '\u2018'; }
        return false;
    }

    private bool KeepsPeriod(string text, int start, int core, int end, int limit)
    {
        // The word that bears the period begins after the last sign in the chunk ("U.S.-led", "(Sept.").
        int from = core - 1;
        while (from > start && core - from < 20 && (char.IsLetter(text[from - 1]) || (text[from - 1] == '.' && from - 1 > start && char.IsLetter(text[from - 2])))) { from--; }
        ReadOnlySpan<char> form = text.AsSpan(from, core - from);
        if (form.Length < 2) { return false; }
        int next = end;
        int horizon = Math.Min(limit, end + MaxBlanks);
        while (next < horizon && CharKind.IsBlank(text[next])) { next++; }
        char following = next < horizon ? text[next] : '\0';
        return _tables.Abbreviation(form) switch
        {
            AbbreviationKind.None => false,
            AbbreviationKind.Number => char.IsAsciiDigit(following) && core == end,
            AbbreviationKind.Month or AbbreviationKind.Day => following != '\0' && core == end && char.IsUpper(form[0]),
            AbbreviationKind.Initial => from == start && following != '\0' && char.IsUpper(following),
            _ => true,
        };
    }

    private static bool IsAddress(ReadOnlySpan<char> word)
    {
        if (word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) { return true; }
        int at = word.IndexOf('@');
        if (at > 0 && at < word.Length - 1) { return true; }
        if (at == 0) { return !word[1..].ContainsAny('/', '-'); }
        int slash = word.IndexOf('/');
        ReadOnlySpan<char> host = slash > 0 ? word[..slash] : word;
        int dot = host.LastIndexOf('.');
        if (dot <= 0 || dot > host.Length - 3) { return false; }
        foreach (char c in host)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')) { return false; }
        }
        return !host[(dot + 1)..].ContainsAnyExceptInRange('a', 'z') || !host.ContainsAnyInRange('a', 'z');
    }

    /// <summary>End of the sign at <paramref name="i"/>: runs of one sign ("--", "...", "!!") are one word.</summary>
    private static int SignEnd(string text, int i, int end)
    {
        char c = text[i];
        int next = i + (char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 2 : 1);
        if (c is '!' or '?')
        {
            while (next < end && text[next] is '!' or '?') { next++; }
        }
        else if (c is '.' or '-' or '*' or '=' or '_' or '~' or '+' or '\'' or '`' or '<' or '>')
        {
            while (next < end && text[next] == c) { next++; }
        }
        return next;
    }

    /// <summary>Start of the sign that ends at <paramref name="end"/>.</summary>
    private static int SignStart(string text, int start, int end)
    {
        int i = LastStart(text, start, end);
        char c = text[i];
        if (c is '!' or '?')
        {
            while (i > start && text[i - 1] is '!' or '?') { i--; }
        }
        else if (c is '.' or '-' or '*' or '=' or '_' or '~' or '+' or '\'' or '`' or '<' or '>')
        {
            while (i > start && text[i - 1] == c) { i--; }
        }
        return i;
    }

    private static int LastStart(string text, int start, int end) =>
        end - 1 > start && char.IsLowSurrogate(text[end - 1]) && char.IsHighSurrogate(text[end - 2]) ? end - 2 : end - 1;
}
