namespace Dateline.Knowledge;

/// <summary>A territory that more than one state or authority claims or runs, for a span of time; a row of <c>knowledge/places/territories.tsv</c>.</summary>
public sealed record Territory
{
    public required string Name { get; init; }

    /// <summary>Country that records give: the recognised one, the controlling one where none is recognised alone; null for none.</summary>
    public string? Country { get; init; }

    /// <summary>First day for which the row holds.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day for which it no longer holds.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Code and relation: recognised, administered, claimed, self-declared.</summary>
    public required IReadOnlyList<(string Code, string Relation)> Parties { get; init; }

    /// <summary>Where that stands: resolution, agreement.</summary>
    public required string Source { get; init; }

    /// <summary>True when the row holds on that day; without a day, the row without an end.</summary>
    public bool HoldsOn(DateOnly? day) => day is { } d ? (From is null || From <= d) && (To is null || d < To) : To is null;
}
