using Dateline.Knowledge;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>Finds the picture credit at the end of a line; what stands before it is the caption.</summary>
internal static class CaptionFinder
{
    /// <summary>Longer lines are paragraphs whatever they end in.</summary>
    private const int MostWords = 70, MostCreditWords = 9;

    private static readonly Lazy<(string Words, bool Inner)[]> s_openers = new(() =>
    {
        TsvTable table = TsvTable.Embedded("en/credit-words.tsv");
        return [.. table.Rows.Select(row => (table.Cell(row, "words"), table.Cell(row, "place") == "inner"))];
    });

    /// <summary>The credit's span, or null. <paramref name="mayBeHeadline"/> asks for surer signs.</summary>
    public static TextSpan? Credit(string text, TextUnit unit, bool mayBeHeadline)
    {
        if (unit.Words > MostWords) { return null; }
        ReadOnlySpan<char> line = unit.Span.In(text);
        int start = OpenedByWords(line);
        if (start < 0) { start = AgencyAtEnd(line, mayBeHeadline); }
        if (start < 0) { return null; }
        if (start > 0 && line[start - 1] == '(') { start--; }
        return new TextSpan(unit.Span.Start + start, unit.Span.End);
    }

    /// <summary>True when every word of the line stands in the caption above it, as where a page shows a caption twice.</summary>
    public static bool Repeats(string text, TextUnit unit, TextSpan caption)
    {
        if (unit.Words > 25 || unit.Span.Length > caption.Length) { return false; }
        HashSet<string> known = new(caption.In(text).ToString().Split([' ', ',', '.', '\u00A0', '/']), StringComparer.OrdinalIgnoreCase);
        foreach (Range range in unit.Span.In(text).SplitAny(" ,.\u00A0/"))
        {
            if (!known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(unit.Span.In(text)[range])) { return false; }
        }
        return true;
    }

    /// <summary>"Photo: Jane Doe", "(Photo by Jane Doe)": the opener starts the line or a sentence, and a short name ends the line.</summary>
    private static int OpenedByWords(ReadOnlySpan<char> line)
    {
        foreach ((string words, bool inner) in s_openers.Value)
        {
            int at = line.LastIndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (at < 0) { continue; }
            ReadOnlySpan<char> rest = line[(at + words.Length)..].Trim();
            ReadOnlySpan<char> before = line[..at].TrimEnd();
            bool opens = before.IsEmpty || ".!?)(|]”\"".Contains(before[^1], StringComparison.Ordinal);
            if (!opens || rest.IsEmpty || !IsName(rest)) { continue; }
            if (inner && !before.IsEmpty && !".(|".Contains(before[^1], StringComparison.Ordinal)) { continue; }
            return at;
        }
        return -1;
    }

    /// <summary>"… EPA-EFE/OLIVIER HOSLET / POOL", "… (AP Photo/Jane Doe)", "… Jane Doe/Getty Images": an agency with a slash or as the last word.</summary>
    private static int AgencyAtEnd(ReadOnlySpan<char> line, bool mayBeHeadline)
    {
        bool bracketed = line[^1] == ')';
        if (!bracketed && TextLayout.EndsSentence(line)) { return -1; }
        int from = bracketed ? line.LastIndexOf('(') + 1 : SentenceStart(line);
        if (bracketed && from == 0) { return -1; }
        bool afterSentence = from > 0;
        if (!bracketed && line[from] == '©') { return IsName(line[(from + 1)..]) ? from : -1; }
        // From the left, so that the longest credit wins.
        for (int at = from; at < line.Length; at++)
        {
            bool wordStart = at == from || line[at - 1] is ' ' or '/' or '\u00A0';
            if (!wordStart || !AgencyTable.Default.StartsWith(line[at..], out int length)) { continue; }
            ReadOnlySpan<char> tail = line[(at + length)..].TrimEnd(')').TrimEnd();
            bool slash = tail.StartsWith("/", StringComparison.Ordinal) || tail.StartsWith(" /", StringComparison.Ordinal) || (at > 0 && line[at - 1] == '/');
            bool photo = tail.TrimStart().StartsWith("photo", StringComparison.OrdinalIgnoreCase) || tail.TrimStart().StartsWith("pool", StringComparison.OrdinalIgnoreCase)
                || tail.TrimStart().StartsWith("images", StringComparison.OrdinalIgnoreCase);
            bool last = tail.IsEmpty && afterSentence && (!bracketed || at == from || line[at - 2] == ':');
            if (!(slash || photo || last) || !IsName(tail)) { continue; }
            if (mayBeHeadline && !afterSentence) { continue; }
            if (bracketed) { return from; }
            if (at > 0 && line[at - 1] == '/') { return NameStart(line, at, from); }
            return at;
        }
        return -1;
    }

    /// <summary>Start of the last sentence of the line: a credit is what follows the caption's full stop.</summary>
    private static int SentenceStart(ReadOnlySpan<char> line)
    {
        int start = 0;
        while (TextLayout.InnerSentenceEnd(line[start..]) is int end && end > 0)
        {
            start += end;
            while (start < line.Length && char.IsWhiteSpace(line[start])) { start++; }
        }
        int bar = line.LastIndexOf('|');
        return bar >= start && bar + 2 < line.Length ? bar + 2 : start;
    }

    /// <summary>"Jane Doe/Reuters": the capitalised words before the slash, three at most.</summary>
    private static int NameStart(ReadOnlySpan<char> line, int agency, int from)
    {
        int start = agency - 1;
        for (int words = 0; words < 3 && start > from; words++)
        {
            int space = line[from..Math.Max(from, start - 1)].LastIndexOf(' ');
            int wordStart = space < 0 ? from : from + space + 1;
            if (!char.IsUpper(line[wordStart])) { break; }
            start = wordStart;
        }
        return start;
    }

    /// <summary>Names, agencies and the small words between them; no sentence.</summary>
    private static bool IsName(ReadOnlySpan<char> words)
    {
        if (TextLayout.CountWords(words) > MostCreditWords || words.IndexOfAny(";:?!\"“”") >= 0) { return false; }
        foreach (Range range in words.SplitAny(" /\u00A0"))
        {
            ReadOnlySpan<char> word = words[range].Trim("().,&-–—|");
            if (!word.IsEmpty && !char.IsUpper(word[0]) && !char.IsDigit(word[0]) && word is not ("via" or "and" or "for" or "of" or "by" or "the" or "de" or "van" or "von" or "pool" or "photo" or "file" or "handout" or "courtesy")) { return false; }
        }
        return true;
    }
}
