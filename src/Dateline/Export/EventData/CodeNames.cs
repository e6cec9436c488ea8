using System.Collections.Frozen;
using System.Globalization;
using Dateline.Knowledge;

namespace Dateline.Export.EventData;

/// <summary>Names and numbers that the event formats print beside our codes.</summary>
internal sealed class CodeNames
{
    private static readonly Lazy<CodeNames> s_embedded = new(() => new CodeNames());

    private readonly FrozenDictionary<string, string> _cameo;
    private readonly FrozenDictionary<string, (string Cameo, string Name)> _sectors;
    private readonly FrozenDictionary<string, double> _scales;

    private CodeNames()
    {
        TsvTable cameo = TsvTable.Embedded("plover/cameo-names.tsv");
        _cameo = cameo.Rows.ToFrozenDictionary(r => cameo.Cell(r, "cameo"), r => cameo.Cell(r, "name"), StringComparer.Ordinal);
        TsvTable sectors = TsvTable.Embedded("plover/sector-names.tsv");
        _sectors = sectors.Rows.ToFrozenDictionary(r => sectors.Cell(r, "sector"), r => (sectors.Cell(r, "cameo"), sectors.Cell(r, "name")), StringComparer.Ordinal);
        Dictionary<string, double> scales = new(StringComparer.Ordinal);
        TsvTable roots = TsvTable.Embedded("plover/roots.tsv"), modes = TsvTable.Embedded("plover/modes.tsv");
        foreach (string[] row in roots.Rows) { Add(scales, roots.Cell(row, "root"), roots.Cell(row, "scale")); }
        foreach (string[] row in modes.Rows) { Add(scales, modes.Cell(row, "root") + "-" + modes.Cell(row, "mode"), modes.Cell(row, "scale")); }
        _scales = scales.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The tables of this build.</summary>
    public static CodeNames Default => s_embedded.Value;

    /// <summary>Every CAMEO code that has a name.</summary>
    public IEnumerable<string> CameoCodes => _cameo.Keys.Order(StringComparer.Ordinal);

    /// <summary>CAMEO's short name of a code; "" for a code it has not.</summary>
    public string Cameo(string? code) => code is not null && _cameo.TryGetValue(code, out string? name) ? name : "";

    /// <summary>A sector in words, as ICEWS prints them; "" for none.</summary>
    public string Sector(string? sector) => sector is not null && _sectors.TryGetValue(sector, out (string, string Name) row) ? row.Name : "";

    /// <summary>CAMEO's actor type for a PLOVER sector (JRN is CAMEO's MED, MED its HLH); "" for none.</summary>
    public string CameoType(string? sector) => sector is not null && _sectors.TryGetValue(sector, out (string Cameo, string) row) ? row.Cameo : "";

    /// <summary>PLOVER's scale value of the mode, else of the root.</summary>
    public double? Scale(string root, string? mode) =>
        mode is not null && _scales.TryGetValue(root + "-" + mode, out double value) || _scales.TryGetValue(root, out value) ? value : null;

    private static void Add(Dictionary<string, double> scales, string key, string cell)
    {
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)) { scales[key] = value; }
    }
}
