using System.Collections.Frozen;
using System.Globalization;
using Dateline.Knowledge;

namespace Dateline.Events;

/// <summary>CAMEO codes with their PLOVER root, mode and contexts, and the numbers both scales give.</summary>
public sealed class Crosswalk
{
    private static readonly Lazy<Crosswalk> Embedded = new(() => new Crosswalk());

    private readonly FrozenDictionary<string, CameoRow> _codes;
    private readonly FrozenDictionary<string, double> _goldstein;
    private readonly FrozenDictionary<string, int> _quads;

    private Crosswalk()
    {
        TsvTable codes = TsvTable.Embedded("plover/crosswalk.tsv");
        _codes = codes.Rows.ToFrozenDictionary(r => codes.Cell(r, "cameo"), r => new CameoRow(codes.Cell(r, "root").Split('|'),
            codes.Cell(r, "mode") is { Length: > 0 } mode ? mode : null,
            codes.Cell(r, "context") is { Length: > 0 } context ? context.Split(';') : []), StringComparer.Ordinal);
        TsvTable goldstein = TsvTable.Embedded("plover/goldstein.tsv");
        _goldstein = goldstein.Rows.ToFrozenDictionary(r => goldstein.Cell(r, "cameo"),
            r => double.Parse(goldstein.Cell(r, "goldstein"), CultureInfo.InvariantCulture), StringComparer.Ordinal);
        TsvTable roots = TsvTable.Embedded("plover/roots.tsv");
        _quads = roots.Rows.ToFrozenDictionary(r => roots.Cell(r, "root"), r => int.Parse(roots.Cell(r, "quad"), CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>The tables this build carries.</summary>
    public static Crosswalk Default => Embedded.Value;

    /// <summary>The sixteen PLOVER roots.</summary>
    public IEnumerable<string> Roots => _quads.Keys.Order(StringComparer.Ordinal);

    /// <summary>PLOVER's quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.</summary>
    public int? Quad(string root) => _quads.TryGetValue(root, out int quad) ? quad : null;

    /// <summary>True when the CAMEO code stands for the PLOVER root; a two-digit code may stand for two roots.</summary>
    public bool Agrees(string cameo, string root) => _codes.TryGetValue(cameo, out CameoRow? row) && Array.IndexOf(row.Roots, root) >= 0;

    /// <summary>True for a CAMEO code, with or without a PLOVER root.</summary>
    public bool Knows(string cameo) => _codes.ContainsKey(cameo);

    /// <summary>PLOVER root of a CAMEO code, the first where it may stand for two; null for codes that PLOVER drops.</summary>
    public string? Root(string cameo) => _codes.TryGetValue(cameo, out CameoRow? row) && row.Roots[0].Length > 0 ? row.Roots[0] : null;

    /// <summary>PLOVER mode of a CAMEO code; null for none.</summary>
    public string? Mode(string cameo) => _codes.TryGetValue(cameo, out CameoRow? row) ? row.Mode : null;

    /// <summary>PLOVER contexts of a CAMEO code.</summary>
    public IReadOnlyList<string> Contexts(string cameo) => _codes.TryGetValue(cameo, out CameoRow? row) ? row.Contexts : [];

    /// <summary>Goldstein value; a code without its own takes that of the shorter code.</summary>
    public double? Goldstein(string cameo)
    {
        for (string code = cameo; code.Length >= 2; code = code[..^1])
        {
            if (_goldstein.TryGetValue(code, out double value)) { return value; }
        }
        return null;
    }

    private sealed record CameoRow(string[] Roots, string? Mode, string[] Contexts);
}
