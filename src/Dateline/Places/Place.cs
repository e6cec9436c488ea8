using System.Text.Json.Serialization;
using Dateline.Text;

namespace Dateline.Places;

/// <summary>Words that name a place as a place, resolved as far as they allow.</summary>
public sealed record Place
{
    public required string Id { get; init; }
    public required TextSpan Span { get; init; }
    public required string Name { get; init; }
    /// <summary>city, country, region, admin1, sea, facility …</summary>
    public string? Kind { get; init; }
    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public int? Geonames { get; init; }
    public string? FeatureCode { get; init; }
    public string? Admin1 { get; init; }
    public string? Admin2 { get; init; }
    public PlacePrecision? Precision { get; init; }
    public bool? Disputed { get; init; }
    public string? Territory { get; init; }
    public IReadOnlyList<Party>? Parties { get; init; }
    public required string Rule { get; init; }
    /// <summary>Index of the head token.</summary>
    [JsonIgnore]
    public int Head { get; init; } = -1;
}

/// <summary>A party to a disputed territory and its relation: recognised, administered, claimed, self-declared.</summary>
public sealed record Party(string Code, string Relation);

[JsonConverter(typeof(CamelCaseEnumConverter<PlacePrecision>))]
public enum PlacePrecision { Point, City, Admin2, Admin1, Country, Region }
