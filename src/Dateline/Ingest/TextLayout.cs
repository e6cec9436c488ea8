using System.Buffers;
using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>Cuts a plain text into its lines, and mends lines that were wrapped at a fixed width.</summary>
internal static class TextLayout
{
    /// <summary>Lines cut by a mail or terminal program lie in this range; paragraphs of one line each are longer or vary more.</summary>
    private const int ShortestWrappedLine = 45, LongestWrappedLine = 110;

    private static readonly SearchValues<char> s_lineEnds = SearchValues.Create("\n\r\u0085\u2028\u2029\f\v");
    private static readonly SearchValues<char> s_sentenceEnds = SearchValues.Create(".?!…。");

    /// <summary>The units of the text, in order; white space belongs to none.</summary>
    public static List<TextUnit> Units(string text)
    {
        List<TextUnit> units = [];
        List<TextSpan> group = [];
        int start = 0;
        while (start <= text.Length)
        {
            int length = text.AsSpan(start).IndexOfAny(s_lineEnds);
            int end = length < 0 ? text.Length : start + length;
            TextSpan line = Trim(text, start, end);
            // "\r\n" is one line end: the empty piece inside it is no blank line.
            bool insideLineEnd = end == start && end > 0 && end < text.Length && text[end] == '\n' && text[end - 1] == '\r';
            if (!line.IsEmpty) { group.Add(line); }
            else if (!insideLineEnd) { Flush(text, group, units); }
            start = end + 1;
        }
        Flush(text, group, units);
        return units;
    }

    /// <summary>The range without white space at its ends.</summary>
    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsSpace(text[start])) { start++; }
        while (end > start && IsSpace(text[end - 1])) { end--; }
        return new TextSpan(start, end);
    }

    /// <summary>Number of words, as runs without white space.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool space = IsSpace(c);
            if (!space && !inside) { words++; }
            inside = !space;
        }
        return words;
    }

    /// <summary>True when the words end as a sentence does.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd("\"'”’»)]* ");
        return !text.IsEmpty && s_sentenceEnds.Contains(text[^1]);
    }

    private static void Flush(string text, List<TextSpan> group, List<TextUnit> units)
    {
        if (group.Count == 0) { return; }
        if (IsWrapped(text, group))
        {
            units.Add(Unit(text, new TextSpan(group[0].Start, group[^1].End), afterBlank: true));
        }
        else
        {
            for (int i = 0; i < group.Count; i++) { units.Add(Unit(text, group[i], afterBlank: i == 0)); }
        }
        group.Clear();
    }

    /// <summary>Several lines of nearly the same length of which most do not end a sentence are one paragraph.</summary>
    private static bool IsWrapped(string text, List<TextSpan> group)
    {
        if (group.Count < 2) { return false; }
        int open = 0, lower = 0;
        for (int i = 0; i < group.Count - 1; i++)
        {
            if (group[i].Length is < ShortestWrappedLine or > LongestWrappedLine) { return false; }
            if (!EndsSentence(group[i].In(text))) { open++; }
            if (char.IsLower(text[group[i + 1].Start])) { lower++; }
        }
        int breaks = group.Count - 1;
        return group[^1].Length <= LongestWrappedLine && open * 3 >= breaks * 2 && lower * 3 >= breaks;
    }

    private static TextUnit Unit(string text, TextSpan span, bool afterBlank)
    {
        ReadOnlySpan<char> words = span.In(text);
        return new TextUnit
        {
            Span = span,
            AfterBlank = afterBlank,
            Words = CountWords(words),
            EndsSentence = EndsSentence(words),
            HasInnerSentenceEnd = InnerSentenceEnd(words) >= 0,
        };
    }

    /// <summary>Offset just after the first sentence end that is followed by more words; -1 for none. An initial ("J. Brandt") or short capitalised abbreviation ("Gov. Pence") ends none.</summary>
    public static int InnerSentenceEnd(ReadOnlySpan<char> words)
    {
        int from = 0;
        while (true)
        {
            int at = words[from..].IndexOfAny(s_sentenceEnds);
            if (at < 0) { return -1; }
            at += from;
            from = at + 1;
            int next = from;
            while (next < words.Length && "\"'”’»)]".Contains(words[next], StringComparison.Ordinal)) { next++; }
            int after = next;
            while (next < words.Length && IsSpace(words[next])) { next++; }
            if (next == after || next >= words.Length) { continue; }
            char first = words[next];
            if (!char.IsUpper(first) && !char.IsDigit(first) && !"\"“‘«'([".Contains(first, StringComparison.Ordinal)) { continue; }
            if (words[at] == '.' && IsAbbreviation(words[..at])) { continue; }
            return after;
        }
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        int start = before.LastIndexOfAny(" \t\n\u00A0(\"“");
        ReadOnlySpan<char> word = before[(start + 1)..];
        return word.Length is > 0 and <= 4 && (char.IsUpper(word[0]) || word.Contains('.')) && !word.ContainsAnyInRange('0', '9') && !IsAllCaps(word);
    }

    private static bool IsAllCaps(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Contains('.')) { return false; }
        foreach (char c in word)
        {
            if (!char.IsUpper(c)) { return false; }
        }
        return true;
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';
}
