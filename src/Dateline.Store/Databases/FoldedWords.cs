using System.Globalization;
using System.Text;

namespace Dateline.Store.Databases;

/// <summary>A text's words as SQLite's tokenizer <c>unicode61 remove_diacritics 2</c> cuts them: letters and digits, in small letters, without accents. PostgreSQL gets them cut, so that both find the same.</summary>
internal static class FoldedWords
{
    /// <summary>A search vector of PostgreSQL holds a megabyte; of a longer text the first so many characters are findable there.</summary>
    private const int MostCharacters = 400_000;

    /// <summary>The words, separated by blanks.</summary>
    public static string Of(string text)
    {
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text.Length, MostCharacters));
        StringBuilder words = new(head.Length);
        foreach (Rune rune in head.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                words.Append(char.IsAsciiLetterOrDigit((char)rune.Value) ? char.ToLowerInvariant((char)rune.Value) : ' ');
                continue;
            }
            // The replacement character stands for half a pair.
            if (rune.Value == 0xFFFD) { words.Append(' '); continue; }
            foreach (char c in rune.ToString().Normalize(NormalizationForm.FormD).ToLowerInvariant())
            {
                UnicodeCategory category = char.GetUnicodeCategory(c);
                if (category is UnicodeCategory.NonSpacingMark) { continue; }
                if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || category is UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse) { words.Append(c); }
                else { words.Append(' '); }
            }
        }
        return words.ToString();
    }
}
