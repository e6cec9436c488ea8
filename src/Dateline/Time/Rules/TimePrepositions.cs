using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Time.Rules;

/// <summary>Words after which a bare month or number is a time, from <c>knowledge/en/time-prepositions.tsv</c>.</summary>
internal static class TimePrepositions
{
    private static readonly Lazy<FrozenDictionary<string, string>> Words = new(() =>
    {
        TsvTable table = TsvTable.Embedded("en/time-prepositions.tsv");
        return table.Rows.ToFrozenDictionary(r => table.Cell(r, "word"), r => table.Cell(r, "bound"), StringComparer.OrdinalIgnoreCase);
    });

    public static bool Contains(ReadOnlySpan<char> word) => Words.Value.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    /// <summary>What the word does to the interval of the date behind it: <c>from</c>, <c>until</c>, <c>before</c>, <c>after</c>, or nothing.</summary>
    public static string Bound(ReadOnlySpan<char> word) =>
        Words.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out string? bound) ? bound : "";
}
