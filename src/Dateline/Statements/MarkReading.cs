using Dateline.Text;

namespace Dateline.Statements;

/// <summary>What a quotation mark does at its place: opens, closes or neither (an apostrophe, a sign for inches).</summary>
internal readonly record struct MarkReading(QuotationMarks Marks, int Length, bool Opens, bool Closes)
{
    /// <summary>A possessive and the mark that closes its quotation stand within a sentence or two.</summary>
    private const int LongestOwned = 300;

    /// <summary>Reads the mark at an offset, given how many of each kind stand open.</summary>
    public static MarkReading Of(string text, TextSpan block, int at, ReadOnlySpan<int> open, int lastSingleClose)
    {
        char c = text[at];
        switch (c)
        {
            case '\u201C':
                return open[(int)QuotationMarks.Low] > 0 && open[(int)QuotationMarks.Curly] == 0
                    ? new(QuotationMarks.Low, 1, false, true) : new(QuotationMarks.Curly, 1, true, false);
            case '\u201D' when open[(int)QuotationMarks.Curly] > 0: return new(QuotationMarks.Curly, 1, false, true);
            case '\u201D' when open[(int)QuotationMarks.Low] > 0: return new(QuotationMarks.Low, 1, false, true);
            case '\u201D' when open[(int)QuotationMarks.Straight] > 0: return new(QuotationMarks.Straight, 1, false, true);
            case '\u201D': return new(QuotationMarks.Curly, 1, LooksLeft(text, block, at, 1), false);
            case '\u201E': return new(QuotationMarks.Low, 1, true, false);
            case '\u00AB': return Facing(QuotationMarks.Guillemets, text, block, at, open);
            case '\u00BB': return Facing(QuotationMarks.Guillemets, text, block, at, open);
            case '\u2039': return Facing(QuotationMarks.SingleGuillemets, text, block, at, open);
            case '\u203A': return Facing(QuotationMarks.SingleGuillemets, text, block, at, open);
            case '\u2018': return new(QuotationMarks.SingleCurly, 1, lastSingleClose > at && !IsWordAt(text, block, at - 1), false);
            case '\u2019': return new(QuotationMarks.SingleCurly, 1, false, open[(int)QuotationMarks.SingleCurly] > 0 && MayCloseSingle(text, block, at));
            case '"' when open[(int)QuotationMarks.Curly] > 0 && open[(int)QuotationMarks.Straight] == 0 && !LooksLeft(text, block, at, 1):
                return new(QuotationMarks.Curly, 1, false, true);
            case '"': return Straight(QuotationMarks.Straight, 1, text, block, at, open);
        }
        if (at + 1 < block.End && text[at + 1] == '\'' && (at + 2 >= block.End || text[at + 2] != '\'' || open[(int)QuotationMarks.SingleStraight] == 0))
        {
            return Straight(QuotationMarks.Apostrophes, 2, text, block, at, open);
        }
        if (open[(int)QuotationMarks.SingleStraight] > 0)
        {
            return new(QuotationMarks.SingleStraight, 1, false, MayCloseSingle(text, block, at));
        }
        bool opens = lastSingleClose > at && !IsWordAt(text, block, at - 1) && at + 1 < block.End
            && (char.IsLetter(text[at + 1]) || text[at + 1] == '[') && LooksLeft(text, block, at, 1);
        return new(QuotationMarks.SingleStraight, 1, opens, false);
    }

    /// <summary>A single mark closes after a word or its punctuation and before anything but a letter.</summary>
    public static bool MayCloseSingle(string text, TextSpan block, int at) =>
        at > block.Start && !char.IsWhiteSpace(text[at - 1]) && !IsWordAt(text, block, at + 1)
        && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or ',' or '!' or '?' or '\u2026' or ')' or ']' or '-' or '\u2014')
        && !IsPossessive(text, block, at);

    /// <summary>"the farmers' fault.'": behind an "s" and before another word, a mark owns when a later one closes the sentence and no other opens between.</summary>
    private static bool IsPossessive(string text, TextSpan block, int at)
    {
        if (text[at - 1] != 's' || at + 2 >= block.End || text[at + 1] != ' ' || !char.IsLetter(text[at + 2])) { return false; }
        for (int i = at + 2; i < block.End && i - at < LongestOwned; i++)
        {
            if (text[i] is not ('\'' or '\u2019' or '\u2018')) { continue; }
            if (text[i] is '\u2018' || (char.IsWhiteSpace(text[i - 1]) && i + 1 < block.End && char.IsLetter(text[i + 1]))) { return false; }
            if (text[i - 1] is '.' or ',' or '!' or '?' && (i + 1 >= block.End || char.IsWhiteSpace(text[i + 1]))) { return true; }
        }
        return false;
    }

    /// <summary>Marks that look alike at both ends open before a word and close after one; where the text does not tell, they alternate.</summary>
    private static MarkReading Straight(QuotationMarks marks, int length, string text, TextSpan block, int at, ReadOnlySpan<int> open)
    {
        bool left = LooksLeft(text, block, at, length), right = LooksRight(text, block, at, length);
        bool isOpen = open[(int)marks] > 0;
        bool opens = left == right ? !isOpen : left;
        return new(marks, length, opens, !opens && isOpen);
    }

    /// <summary>Guillemets point outward in French and inward in German: the first one seen opens.</summary>
    private static MarkReading Facing(QuotationMarks marks, string text, TextSpan block, int at, ReadOnlySpan<int> open)
    {
        bool isOpen = open[(int)marks] > 0;
        bool opens = !isOpen || (LooksLeft(text, block, at, 1) && !LooksRight(text, block, at, 1));
        return new(marks, 1, opens, !opens);
    }

    private static bool LooksLeft(string text, TextSpan block, int at, int length)
    {
        bool spaceBefore = at == block.Start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '-' or '\u2013' or '\u2014' or '\u201C' or '\u2018' or '"' or '\'' or '/';
        bool wordAfter = at + length < block.End && !char.IsWhiteSpace(text[at + length]);
        return spaceBefore && wordAfter;
    }

    private static bool LooksRight(string text, TextSpan block, int at, int length)
    {
        bool wordBefore = at > block.Start && !char.IsWhiteSpace(text[at - 1]);
        bool spaceAfter = at + length >= block.End || !char.IsLetterOrDigit(text[at + length]);
        return wordBefore && spaceAfter;
    }

    private static bool IsWordAt(string text, TextSpan block, int at) => block.Contains(at) && char.IsLetterOrDigit(text[at]);
}
