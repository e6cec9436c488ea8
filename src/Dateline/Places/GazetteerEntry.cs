namespace Dateline.Places;

/// <summary>A place of the gazetteer.</summary>
public sealed record GazetteerEntry
{
    public required string Name { get; init; }

    public required PlaceKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-3; null for what lies in several countries or in none.</summary>
    public string? Country { get; init; }

    /// <summary>Name of the first-level division it lies in.</summary>
    public string? Admin1 { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    public int? GeonamesId { get; init; }

    /// <summary>GeoNames feature code: PPLC, PPLA, ADM1, SEA …</summary>
    public string? FeatureCode { get; init; }

    /// <summary>0 where unknown.</summary>
    public long Population { get; init; }
}

/// <summary>What sort of place it is, as records write it.</summary>
public enum PlaceKind : byte { City, Admin1, Admin2, Region, Continent, Sea, River, Mountain, Facility, Country, Island }
