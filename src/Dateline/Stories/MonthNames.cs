using System.Collections.Frozen;
using System.Globalization;
using Dateline.Knowledge;

namespace Dateline.Stories;

/// <summary>English month names and their abbreviations, as datelines write them.</summary>
internal static class MonthNames
{
    private static readonly Lazy<FrozenDictionary<string, int>> s_months = new(() =>
    {
        TsvTable table = TsvTable.Embedded("en/months.tsv");
        return table.Rows.ToFrozenDictionary(
            row => table.Cell(row, "form"),
            row => int.Parse(table.Cell(row, "month"), CultureInfo.InvariantCulture),
            StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>1–12, or 0 for a word that is no month.</summary>
    public static int Find(ReadOnlySpan<char> word) =>
        s_months.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.TrimEnd('.'), out int month) ? month : 0;
}
