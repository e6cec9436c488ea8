using Dateline.Knowledge;
using Dateline.Places;

namespace Dateline.Export.EventData;

/// <summary>What a place gives to formats with coordinates.</summary>
internal static class EventGeography
{
    /// <summary>The coordinates of a town or a spot; null for anything larger, whose middle is a place where nothing happened.</summary>
    public static (double Latitude, double Longitude)? Point(Place? place) =>
        place is { Precision: PlacePrecision.Point or PlacePrecision.City, Latitude: { } latitude, Longitude: { } longitude } ? (latitude, longitude) : null;

    /// <summary>The town's name; "" for anything larger.</summary>
    public static string City(Place? place) => place is { Precision: PlacePrecision.Point or PlacePrecision.City } ? place.Name : "";

    /// <summary>English name of a country, its code where it has none; "" for none.</summary>
    public static string CountryName(string code) => code.Length == 0 ? "" : CountryTable.Default.ByCode(code)?.Name ?? code;
}
