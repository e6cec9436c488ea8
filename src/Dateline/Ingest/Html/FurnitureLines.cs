using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Ingest.Html;

/// <summary>Lines that pages of any language print inside their stories and that are no part of them, by <c>knowledge/html/furniture-lines.tsv</c>.</summary>
internal static class FurnitureLines
{
    private const int LongestWhole = 60, LongestLine = 260;

    private static readonly Lazy<(FrozenDictionary<string, string> Whole, (string Words, string Reason)[] Starts, (string Words, string Reason)[] Parts)> s_lines = new(() =>
    {
        TsvTable table = TsvTable.Embedded("html/furniture-lines.tsv");
        return (Of("exact").ToFrozenDictionary(x => x.Words, x => x.Reason, StringComparer.OrdinalIgnoreCase), [.. Of("prefix")], [.. Of("contains")]);
        IEnumerable<(string Words, string Reason)> Of(string match) => table.Rows.Where(row => table.Cell(row, "match") == match).Select(row => (table.Cell(row, "words"), table.Cell(row, "reason")));
    });

    /// <summary>Why the line is no part of the story, or null.</summary>
    public static string? Reason(string line)
    {
        if (line.Length > LongestLine) { return null; }
        ReadOnlySpan<char> bare = line.AsSpan().Trim(" :.»>›•→+-–—[]()");
        if (line.Length <= LongestWhole && s_lines.Value.Whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(bare, out string? reason)) { return reason; }
        // A line with a sentence of its own after that may be news.
        bool single = TextLayout.InnerSentenceEnd(line) < 0 || line.Length <= LongestLine / 2;
        foreach ((string words, string why) in s_lines.Value.Starts)
        {
            if (single && bare.StartsWith(words, StringComparison.OrdinalIgnoreCase)) { return why; }
        }
        foreach ((string words, string why) in s_lines.Value.Parts)
        {
            if (line.Contains(words, StringComparison.OrdinalIgnoreCase)) { return why; }
        }
        return null;
    }
}
