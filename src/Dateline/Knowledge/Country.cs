namespace Dateline.Knowledge;

/// <summary>A country, territory or former state of <c>knowledge/actors/countries.tsv</c>.</summary>
public sealed record Country
{
    /// <summary>ISO 3166-1 alpha-3; XKX for Kosovo; ISO 3166-3's former alpha-3 for states that are no more (SUN, YUG, CSK, DDR).</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166-1 alpha-2, as GeoNames uses it.</summary>
    public string? Alpha2 { get; init; }

    /// <summary>Correlates of War abbreviation, e.g. <c>FRN</c>; null for territories.</summary>
    public string? Cow { get; init; }

    public required CountryStatus Status { get; init; }

    /// <summary>Common English name, e.g. "Russia".</summary>
    public required string Name { get; init; }

    /// <summary>What news calls it before a noun: "French"; the name itself where no adjective exists ("New Zealand").</summary>
    public required string Adjective { get; init; }

    /// <summary>Null for a territory without one.</summary>
    public string? Capital { get; init; }

    /// <summary>Degrees north of a label point.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east of a label point.</summary>
    public required double Longitude { get; init; }

    public int? GeonamesId { get; init; }

    /// <summary>Inhabitants, rounded by the source; 0 where unknown.</summary>
    public long Population { get; init; }

    /// <summary>First day of a young or former state; null: older than the table cares.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day on which it was no more.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Every name that stands for it, <see cref="Name"/> first.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Adjectives and nouns for its people.</summary>
    public required IReadOnlyList<string> Demonyms { get; init; }
}

/// <summary>What a row of the country table is.</summary>
public enum CountryStatus : byte { State, Territory, Former }
