using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Entities;

/// <summary>Verbs whose subject speaks: <c>knowledge/en/speech-verbs.tsv</c>.</summary>
internal static class SpeechVerbs
{
    private static readonly Lazy<FrozenSet<string>> Lemmas = new(() =>
    {
        TsvTable table = TsvTable.Embedded("en/speech-verbs.tsv");
        return table.Rows.Select(r => table.Cell(r, "lemma")).ToFrozenSet(StringComparer.Ordinal);
    });

    /// <summary>True for "say", "tell", "warn"; false for "meet".</summary>
    public static bool Contains(string lemma) => Lemmas.Value.Contains(lemma);
}
