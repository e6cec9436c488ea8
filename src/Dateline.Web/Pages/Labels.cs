using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Web.Pages;

/// <summary>Everyday words for codes. The codes stay beside them, as they are what a query asks for.</summary>
internal static class Labels
{
    private static readonly Lazy<FrozenDictionary<string, string>> s_events = new(() => Table("plover/event-labels.tsv",
        (table, row) => table.Cell(row, "root") + (table.Cell(row, "mode") is { Length: > 0 } mode ? "/" + mode : ""), "label"));

    private static readonly Lazy<FrozenDictionary<string, string>> s_sectors = new(() => Table("plover/sector-names.tsv", (table, row) => table.Cell(row, "sector"), "name"));

    /// <summary>"arrest" for COERCE/arrest or "COERCE / arrest"; the code itself where there is no word.</summary>
    public static string Event(string code)
    {
        string plain = code.Replace(" ", "", StringComparison.Ordinal);
        return s_events.Value.GetValueOrDefault(plain) ?? s_events.Value.GetValueOrDefault(plain.Split('/')[0]) ?? plain.ToLowerInvariant();
    }

    /// <summary>"Norway" for NOR.</summary>
    public static string Country(string code) => CountryTable.Default.ByCode(code)?.Name ?? code;

    /// <summary>"government" for GOV.</summary>
    public static string Sector(string code) => s_sectors.Value.GetValueOrDefault(code) is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : code;

    /// <summary>"Oslo, Norway" for "Oslo, NOR".</summary>
    public static string Place(string place) =>
        place.LastIndexOf(", ", StringComparison.Ordinal) is var comma and > 0 && place[(comma + 2)..] is { Length: 3 } code ? place[..(comma + 2)] + Country(code) : place.Length == 3 ? Country(place) : place;

    /// <summary>Where somebody is from and what he or she belongs to, without what the name or the role says already.</summary>
    public static string Belongs(string name, string? role, string? country, string? sector)
    {
        string? land = country is null ? null : Country(country);
        if (land is not null && (name.Contains(land, StringComparison.OrdinalIgnoreCase) || role?.Contains(land, StringComparison.OrdinalIgnoreCase) == true)) { land = null; }
        string? kind = role is null && sector is not null ? Sector(sector) : null;
        return string.Join(", ", new[] { role, land, kind }.OfType<string>());
    }

    private static FrozenDictionary<string, string> Table(string name, Func<TsvTable, string[], string> key, string value)
    {
        TsvTable table = TsvTable.Embedded(name);
        return table.Rows.ToFrozenDictionary(row => key(table, row), row => table.Cell(row, value), StringComparer.Ordinal);
    }
}
