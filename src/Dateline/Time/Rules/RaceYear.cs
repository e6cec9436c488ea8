using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Time.Rules;

/// <summary>Tells the year of an event that is named long before it: "the 2016 election" is no sign that 2016 has come.</summary>
internal static class RaceYear
{
    private static readonly Lazy<FrozenSet<string>> Nouns = new(() =>
    {
        TsvTable table = TsvTable.Embedded("en/time-named-ahead.tsv");
        return table.Rows.Select(r => table.Cell(r, "word")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>True when one of the next two words is such an event.</summary>
    public static bool Is(TimeScan scan, TimeMention mention) => mention.End == mention.First + 1 && (Has(scan, mention.End) || Has(scan, mention.End + 1));

    private static bool Has(TimeScan scan, int at) => Nouns.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(scan.Word(at));
}
