using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Entities;

/// <summary>Words that say an office is over: "former", "ousted"; <c>knowledge/en/past-office.tsv</c>.</summary>
internal sealed class PastWords
{
    private static readonly Lazy<PastWords> Embedded = new(() => new PastWords(TsvTable.Embedded("en/past-office.tsv")));
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    private PastWords(TsvTable table) => _words = table.Rows.Select(r => table.Cell(r, "word")).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The table of this build, read at first use.</summary>
    public static PastWords Default => Embedded.Value;

    /// <summary>True for such a word, in any case.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
