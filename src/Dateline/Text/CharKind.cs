using System.Globalization;
using System.Text;

namespace Dateline.Text;

/// <summary>What a character is to the tokenizer.</summary>
internal static class CharKind
{
    /// <summary>White space, and characters that take no room and join nothing.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u2060' || (char.IsControl(c) && c < ' ');

    /// <summary>True at a letter, digit or mark, also outside the basic plane; <paramref name="length"/> is its UTF-16 length.</summary>
    public static bool IsWord(string text, int i, int end, out int length)
    {
        char c = text[i];
        length = 1;
        if (char.IsAsciiLetterOrDigit(c)) { return true; }
        if (c < 0x80) { return false; }
        if (char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]))
        {
            length = 2;
            return Rune.IsLetterOrDigit(new Rune(c, text[i + 1]));
        }
        return char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
    }

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '`' or '\u02BC';

    public static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' || IsApostrophe(c);

    public static bool IsOpenBracket(char c) => c is '(' or '[' or '{' or '<';

    public static bool IsCloseBracket(char c) => c is ')' or ']' or '}' or '>';

    public static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015';
}
