namespace Dateline.Store.Query;

/// <summary>Somebody in a public role, or a body.</summary>
/// <param name="Name">As the stories have it.</param>
/// <param name="Type">person, organization, country.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Sector">PLOVER sector.</param>
/// <param name="Role">As the latest story words it.</param>
/// <param name="Stories">How many stories name it.</param>
public sealed record LedgerName(string Name, string Type, string? Country, string? Sector, string? Role, long Stories);

/// <summary>What stories of some days call somebody.</summary>
/// <param name="Role">As worded; null where they give none.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Sector">PLOVER sector.</param>
/// <param name="First">Day of the first such story.</param>
/// <param name="Last">Day of the last.</param>
/// <param name="Stories">How many.</param>
public sealed record LedgerRole(string? Role, string? Country, string? Sector, string? First, string? Last, long Stories);
