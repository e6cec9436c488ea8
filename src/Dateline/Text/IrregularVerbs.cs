using System.Collections.Frozen;

using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>Past forms that no ending tells: "fled", "bled", "withheld", with their verbs.</summary>
internal sealed class IrregularVerbs
{
    private readonly FrozenDictionary<string, string> _verbs;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private IrregularVerbs(TsvTable table)
    {
        _verbs = table.Rows.DistinctBy(r => table.Cell(r, "form")).ToFrozenDictionary(r => table.Cell(r, "form"), r => table.Cell(r, "lemma"), StringComparer.OrdinalIgnoreCase);
        _bySpan = _verbs.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The forms of <c>knowledge/en/irregular-verbs.tsv</c>.</summary>
    public static IrregularVerbs Default => s_default.Value;

    private static readonly Lazy<IrregularVerbs> s_default = new(() => new IrregularVerbs(TsvTable.Embedded("en/irregular-verbs.tsv")));

    /// <summary>The verb of a past form, or null.</summary>
    public string? Verb(ReadOnlySpan<char> form) => _bySpan.TryGetValue(form, out string? verb) ? verb : null;
}
