using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Entities;

/// <summary>Verbs whose subject speaks: those of <c>knowledge/en/reporting-verbs.tsv</c> that take a quotation or a that-clause.</summary>
internal static class SpeechVerbs
{
    private static readonly Lazy<FrozenSet<string>> Lemmas = new(() =>
    {
        TsvTable table = TsvTable.Embedded("en/reporting-verbs.tsv");
        return table.Rows.Where(r => table.Cell(r, "frames").Split('|') is { } frames && (frames.Contains("that") || frames.Contains("quote")))
            .Select(r => table.Cell(r, "lemma")).ToFrozenSet(StringComparer.Ordinal);
    });

    /// <summary>True for "say", "tell", "warn"; false for "meet".</summary>
    public static bool Contains(string lemma) => Lemmas.Value.Contains(lemma);
}
