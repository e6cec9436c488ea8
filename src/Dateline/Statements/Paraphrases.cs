using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Statements;

/// <summary>Words that a headline and the fuller telling use for one thing: "aware" and "informed", "killed" and "dead".</summary>
internal sealed class Paraphrases
{
    private readonly FrozenDictionary<string, string> _notions;

    public Paraphrases()
    {
        TsvTable table = TsvTable.Embedded("en/paraphrases.tsv");
        _notions = table.Rows.ToFrozenDictionary(row => table.Cell(row, "lemma"), row => "=" + table.Cell(row, "notion"), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The notion that a lemma stands for; null for words that stand for themselves.</summary>
    public string? Of(ReadOnlySpan<char> lemma) => _notions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lemma, out string? notion) ? notion : null;
}
