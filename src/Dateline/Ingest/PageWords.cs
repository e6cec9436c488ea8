using System.Collections.Frozen;
using Dateline.Knowledge;
using Dateline.Stories;

namespace Dateline.Ingest;

/// <summary>Lines every news page has, by their words: section labels, menus, calls to share.</summary>
internal sealed class PageWords
{
    private readonly FrozenDictionary<string, BlockRole> _exact;
    private readonly (string Words, BlockRole Role)[] _prefixes;
    private readonly (string Words, BlockRole Role)[] _parts;

    private PageWords(TsvTable table)
    {
        ILookup<string, (string Words, BlockRole Role)> byMatch = table.Rows.ToLookup(
            row => table.Cell(row, "match"), row => (table.Cell(row, "words"), Role(table.Cell(row, "role"))), StringComparer.Ordinal);
        _exact = byMatch["exact"].ToFrozenDictionary(x => x.Words, x => x.Role, StringComparer.OrdinalIgnoreCase);
        _prefixes = [.. byMatch["prefix"]];
        _parts = [.. byMatch["contains"]];
    }

    /// <summary>The words of <c>knowledge/en/page-words.tsv</c>.</summary>
    public static PageWords Default => s_default.Value;

    private static readonly Lazy<PageWords> s_default = new(() => new PageWords(TsvTable.Embedded("en/page-words.tsv")));

    /// <summary>The role of a line that is known by all of its words, or null.</summary>
    public BlockRole? ByWhole(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(".: »>›");
        return line.Length <= 40 && _exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(line, out BlockRole role) ? role : null;
    }

    /// <summary>The role of a short line that is known by how it starts or by a part, or null. A line with a sentence of its own after that keeps its own role.</summary>
    public BlockRole? ByPart(ReadOnlySpan<char> line, int words)
    {
        if (words > 40) { return null; }
        ReadOnlySpan<char> bare = line.TrimStart("([—–- ");
        foreach ((string start, BlockRole role) in _prefixes)
        {
            bool whole = role is BlockRole.Correction or BlockRole.Byline || (words <= 25 && TextLayout.InnerSentenceEnd(line) < 0);
            if (whole && (role == BlockRole.Byline ? bare : line).StartsWith(start, StringComparison.OrdinalIgnoreCase)) { return role; }
        }
        foreach ((string part, BlockRole role) in _parts)
        {
            if (words <= 25 && line.Contains(part, StringComparison.OrdinalIgnoreCase)) { return role; }
        }
        return null;
    }

    private static BlockRole Role(string name) => name switch
    {
        "kicker" => BlockRole.Kicker,
        "byline" => BlockRole.Byline,
        "correction" => BlockRole.Correction,
        "boilerplate" => BlockRole.Boilerplate,
        _ => throw new InvalidDataException($"knowledge/en/page-words.tsv: role is \"{name}\"; expected kicker, byline, correction or boilerplate."),
    };
}
