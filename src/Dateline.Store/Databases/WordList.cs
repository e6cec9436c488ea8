using System.Globalization;
using System.Reflection;
using System.Text;

namespace Dateline.Store.Databases;

/// <summary>A text's words as SQLite's tokenizer <c>unicode61 remove_diacritics 2</c> cuts them, so that a search finds the same in every store.</summary>
internal static class WordList
{
    /// <summary>Of a longer word only the beginning counts: an index takes no longer one.</summary>
    private const int LongestWord = 400;

    /// <summary>Letters that are taken for another than their small one: those with diacritics, and a few of Greek.</summary>
    private static readonly Lazy<Dictionary<int, char>> s_plain = new(Plain);

    /// <summary>The words in order, in lower case, without diacritics.</summary>
    public static List<string> Of(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsDiacritic(rune.Value)) { continue; }
            if (!IsOfWord(rune))
            {
                End();
                continue;
            }
            if (word.Length >= LongestWord) { continue; }
            if (rune.IsAscii) { word.Append(char.ToLowerInvariant((char)rune.Value)); }
            else if (s_plain.Value.TryGetValue(rune.Value, out char plain)) { word.Append(plain); }
            else { word.Append(Rune.ToLowerInvariant(rune).ToString()); }
        }
        End();
        return words;

        void End()
        {
            if (word.Length == 0) { return; }
            words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>Words one after the other, each between blanks: a phrase is in a text when its line is in the text's.</summary>
    public static string Line(IEnumerable<string> words) => " " + string.Join(' ', words) + " ";

    /// <summary>A combining mark that is passed over; any other ends a word.</summary>
    private static bool IsDiacritic(int value) => value is (>= 0x300 and <= 0x304) or (>= 0x306 and <= 0x30c) or 0x30f or 0x311 or 0x31b or (>= 0x323 and <= 0x328) or 0x32d or 0x32e or 0x330 or 0x331;

    private static bool IsOfWord(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse;

    private static Dictionary<int, char> Plain()
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream("letters.tsv")!);
        Dictionary<int, char> plain = [];
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            foreach (Rune rune in line[2..].EnumerateRunes()) { plain[rune.Value] = line[0]; }
        }
        return plain;
    }
}
