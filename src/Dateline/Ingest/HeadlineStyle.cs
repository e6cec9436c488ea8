using System.Collections.Frozen;
using Dateline.Knowledge;
using Dateline.Stories;

namespace Dateline.Ingest;

/// <summary>Tells a headline that ends with a full stop from a first sentence.</summary>
internal static class HeadlineStyle
{
    private const int MostWords = 22;

    private static readonly Lazy<(FrozenSet<string> First, FrozenSet<string> Inner)> s_words = new(() =>
    {
        TsvTable table = TsvTable.Embedded("en/sentence-words.tsv");
        FrozenSet<string> At(string place) =>
            table.Rows.Where(row => table.Cell(row, "place") == place).Select(row => table.Cell(row, "word")).ToFrozenSet(StringComparer.Ordinal);
        return (At("first"), At("inner"));
    });

    /// <summary>True for Title Case, and for a short line without the articles, auxiliaries and weekdays that sentences have.</summary>
    public static bool IsHeadline(ReadOnlySpan<char> words)
    {
        int count = 0, capitalised = 0, plain = 0, sentenceSigns = 0;
        foreach (Range range in words.SplitAny(" \u00A0\n"))
        {
            ReadOnlySpan<char> word = words[range].Trim("\"'“”‘’.,;:!?()[]…");
            if (word.IsEmpty) { continue; }
            count++;
            if (SignOfSentence(word, count)) { sentenceSigns++; }
            if (word.Length < 4 || !char.IsLetter(word[0])) { continue; }
            if (char.IsUpper(word[0])) { capitalised++; } else { plain++; }
        }
        if (count is 0 or > MostWords) { return false; }
        bool titleCase = capitalised + plain >= 3 && capitalised >= 4 * plain;
        return titleCase || (sentenceSigns == 0 && count <= 14);
    }

    /// <summary>"The …" at the start, "the", "was", "said" inside, a weekday anywhere.</summary>
    private static bool SignOfSentence(ReadOnlySpan<char> word, int position) =>
        (position == 1 ? s_words.Value.First : s_words.Value.Inner).GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)
        || (word.Length > 5 && DatelineDate.IsWeekday(word));
}
