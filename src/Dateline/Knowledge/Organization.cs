namespace Dateline.Knowledge;

/// <summary>A body of <c>knowledge/actors/organizations.tsv</c>.</summary>
public sealed record Organization
{
    /// <summary>Full common name without article, e.g. "International Atomic Energy Agency".</summary>
    public required string Name { get; init; }

    /// <summary>Acronyms and variants.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>igo, ngo, party, armed-group, force, agency, government, legislature, court, media, company, union, religious, university, gang, movement.</summary>
    public required string Kind { get; init; }

    /// <summary>PLOVER 2.0 sector: <c>IGO</c>, <c>REB</c>, <c>MIL</c>, <c>JRN</c> …</summary>
    public required string Sector { get; init; }

    /// <summary>ISO 3166-1 alpha-3 of the country it belongs to; null for international bodies.</summary>
    public string? Country { get; init; }

    /// <summary>Short code for records, e.g. <c>IAEA</c>; null where it has no acronym.</summary>
    public string? Code { get; init; }
}
