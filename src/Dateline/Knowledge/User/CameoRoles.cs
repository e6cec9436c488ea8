using System.Collections.Frozen;

namespace Dateline.Knowledge.User;

/// <summary>CAMEO's role codes in PLOVER's sectors: <c>knowledge/plover/sector-names.tsv</c>, and codes that PLOVER dropped.</summary>
internal sealed class CameoRoles
{
    private static readonly Lazy<CameoRoles> Embedded = new(() => new CameoRoles(TsvTable.Embedded("actors/cameo-roles.tsv")));
    private readonly FrozenDictionary<string, string> _sectors;

    private CameoRoles(TsvTable table) => _sectors = table.Rows.ToFrozenDictionary(r => table.Cell(r, "role"), r => table.Cell(r, "sector"), StringComparer.Ordinal);

    public static CameoRoles Default => Embedded.Value;

    /// <summary>The sector of a role of three letters; null for one that says no sector (a religion, a tribe).</summary>
    public string? Sector(string role) => _sectors.GetValueOrDefault(role);
}
