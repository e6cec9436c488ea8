using Dateline.Entities;

namespace Dateline.Store.Query;

/// <summary>Whose doings may be listed across stories: bodies, and people for what they do in office or speak for somebody.</summary>
public static class PublicRole
{
    /// <summary>PLOVER sectors of offices: government, legislature, courts, forces, international bodies, parties, opposition, former office holders, intelligence.</summary>
    public static IReadOnlyList<string> Sectors { get; } = ["GOV", "LEG", "JUD", "MIL", "IGO", "PTY", "OPP", "ELI", "SPY"];

    /// <summary>Part of "spokesman", "spokeswoman", "spokesperson".</summary>
    public const string Spokes = "spokes";

    /// <summary>True for bodies, countries and people in public roles.</summary>
    public static bool Is(EntityType type, string? sector, string? role) => type switch
    {
        EntityType.Organization or EntityType.Country => true,
        EntityType.Person => (sector is not null && Sectors.Contains(sector)) || role?.Contains(Spokes, StringComparison.OrdinalIgnoreCase) == true,
        _ => false,
    };

    /// <summary>The same over a row of the table <c>entity</c>.</summary>
    internal static string Sql(string row) =>
        $"({row}.type IN ('organization', 'country') OR ({row}.type = 'person' AND ({row}.sector IN ({string.Join(", ", Sectors.Select(s => $"'{s}'"))}) OR {row}.role LIKE '%{Spokes}%')))";
}
