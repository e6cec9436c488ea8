namespace Dateline.Knowledge;

/// <summary>A person's term in an office.</summary>
public sealed record OfficeTerm
{
    /// <summary>As the source labels it: "Emmanuel Macron".</summary>
    public required string Person { get; init; }

    /// <summary>Without the country: "President", "Minister of Foreign Affairs".</summary>
    public required string Position { get; init; }

    /// <summary>ISO 3166-1 alpha-3, or a user-assigned code of an unrecognised authority; null for international bodies.</summary>
    public string? Country { get; init; }

    /// <summary>International body served, e.g. <c>EU</c>, <c>NATO</c>, <c>UN</c>.</summary>
    public string? Organization { get; init; }

    /// <summary>First day; null where the source has none.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>First day after the term; null when the source knows of no end.</summary>
    public DateOnly? End { get; init; }

    /// <summary>E.g. <c>Q3052772</c>.</summary>
    public string? Wikidata { get; init; }

    public required OfficeTier Tier { get; init; }

    /// <summary>Number of the record in its table.</summary>
    public int Row { get; init; }

    /// <summary>True when the office was held on that day, as far as the source knows.</summary>
    public bool HeldOn(DateOnly day) => (Start is null || Start <= day) && (End is null || day < End);
}

/// <summary>How high an office is: who is meant when a bare surname fits several.</summary>
public enum OfficeTier : byte { Head, Minister, Other }
