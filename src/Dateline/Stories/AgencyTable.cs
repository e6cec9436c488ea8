using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Stories;

/// <summary>News agencies as datelines and picture credits write them.</summary>
internal sealed class AgencyTable
{
    /// <summary>Names up to this length are common words in other spellings ("spa", "pool"), so their capitals count.</summary>
    private const int ShortName = 4;
    private const int LongestName = 26;
    private readonly FrozenDictionary<string, (string Name, string Agency)> _agencies;

    private AgencyTable(TsvTable table) =>
        _agencies = table.Rows.ToFrozenDictionary(row => table.Cell(row, "name"), row => (table.Cell(row, "name"), table.Cell(row, "agency")), StringComparer.OrdinalIgnoreCase);

    /// <summary>The agencies of <c>knowledge/en/agencies.tsv</c>.</summary>
    public static AgencyTable Default => s_default.Value;

    private static readonly Lazy<AgencyTable> s_default = new(() => new AgencyTable(TsvTable.Embedded("en/agencies.tsv")));

    /// <summary>The agency's usual name, or null for words that name none.</summary>
    public string? Find(ReadOnlySpan<char> name) =>
        _agencies.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name.Trim(), out (string Name, string Agency) hit) && hit.Agency.Length > 0 ? hit.Agency : null;

    /// <summary>True when the text starts with an agency's name as whole words; the longest is taken.</summary>
    public bool StartsWith(ReadOnlySpan<char> text, out int length)
    {
        for (length = Math.Min(LongestName, text.Length); length >= 2; length--)
        {
            bool wordEnd = length == text.Length || !char.IsLetterOrDigit(text[length]);
            if (!wordEnd || !_agencies.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..length], out (string Name, string Agency) hit)) { continue; }
            if (length > ShortName ? char.IsUpper(text[0]) : text.StartsWith(hit.Name, StringComparison.Ordinal)) { return true; }
        }
        length = 0;
        return false;
    }
}
