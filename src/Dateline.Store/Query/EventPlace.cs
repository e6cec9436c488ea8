namespace Dateline.Store.Query;

/// <summary>A place with the event mentions that are reported from it.</summary>
/// <param name="Country">ISO 3166-1 alpha-3; null where none is known.</param>
/// <param name="Name">Null where only the country is known.</param>
/// <param name="Precision">point, city, admin2, admin1, country, region; null where only the country is known.</param>
/// <param name="Latitude">Of the place, which may be the middle of something large: look at the precision.</param>
/// <param name="Longitude">The same.</param>
/// <param name="Events">How many mentions.</param>
public sealed record EventPlace(string? Country, string? Name, string? Precision, double? Latitude, double? Longitude, long Events);
