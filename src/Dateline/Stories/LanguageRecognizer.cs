using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Stories;

/// <summary>What is known of a text's language.</summary>
internal enum LanguageGuess
{
    /// <summary>Too short or too mixed to say.</summary>
    Unsure,
    /// <summary>English.</summary>
    English,
    /// <summary>Some other language, or no prose.</summary>
    Other,
}

/// <summary>Tells English from other languages by the share of English function words.</summary>
internal static class LanguageRecognizer
{
    /// <summary>English news has 0.30–0.45 function words of this list; German, Spanish, French and Italian texts stay below 0.08.</summary>
    private const double Sure = 0.18, Foreign = 0.08;
    private const int FewestWords = 8, FewestForeignWords = 20, MostWords = 400;

    private static readonly Lazy<FrozenSet<string>> s_words = new(() =>
    {
        TsvTable table = TsvTable.Embedded("en/function-words.tsv");
        return table.Rows.Select(row => table.Cell(row, "word")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>The guess from the first few hundred words.</summary>
    public static LanguageGuess Recognize(ReadOnlySpan<char> text)
    {
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> known = s_words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        int words = 0, function = 0;
        for (int start = 0; start < text.Length && words < MostWords;)
        {
            while (start < text.Length && !char.IsLetter(text[start])) { start++; }
            int end = start;
            while (end < text.Length && char.IsLetter(text[end])) { end++; }
            if (end == start) { break; }
            words++;
            if (known.Contains(text[start..end])) { function++; }
            start = end;
        }
        double share = words == 0 ? 0 : (double)function / words;
        if (words >= FewestWords && share >= Sure) { return LanguageGuess.English; }
        return words >= FewestForeignWords && share < Foreign ? LanguageGuess.Other : LanguageGuess.Unsure;
    }
}
