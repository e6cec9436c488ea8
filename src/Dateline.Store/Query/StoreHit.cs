namespace Dateline.Store.Query;

/// <summary>What is looked for.</summary>
public enum HitKind
{
    /// <summary>Stories.</summary>
    Stories,

    /// <summary>Statements.</summary>
    Statements,

    /// <summary>Events: mentions of happenings, not de-duplicated across stories.</summary>
    Events,
}

/// <summary>A story, statement or event that a query found.</summary>
public sealed record StoreHit
{
    /// <summary><c>STORY-ID</c>, or <c>STORY-ID#s1</c>.</summary>
    public required string Id { get; init; }
    /// <summary>The story's row.</summary>
    internal long Number { get; init; }
    public string? Outlet { get; init; }
    /// <summary>Day of publication, ISO 8601.</summary>
    public string? Day { get; init; }
    public string? Headline { get; init; }
    public string? Url { get; init; }
    /// <summary>For a statement the act, for an event category and mode.</summary>
    public string? Code { get; init; }
    /// <summary>Who says it, who acts.</summary>
    public string? Who { get; init; }
    /// <summary>To whom, upon whom.</summary>
    public string? Whom { get; init; }
    /// <summary>The words it was read from.</summary>
    public string? Words { get; init; }
    /// <summary>Polarity of a statement, status of an event.</summary>
    public string? Status { get; init; }
    /// <summary>By whose word, where that is not the outlet's.</summary>
    public string? Attribution { get; init; }
    public string? Place { get; init; }
    /// <summary>ISO 3166-1 alpha-3 country of an event.</summary>
    public string? Country { get; init; }
    /// <summary>How exactly the place of an event is known: point, city, admin2, admin1, country, region.</summary>
    public string? Precision { get; init; }
    /// <summary>Of a town or a spot only: the middle of anything larger is no place where something happened.</summary>
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    /// <summary>When an event happened: the first day, and after a slash the first day after; either may be missing.</summary>
    public string? When { get; init; }
    /// <summary>stated, inferred, or publication: the latest it can have been.</summary>
    public string? WhenBasis { get; init; }
    /// <summary>True for an event told as history.</summary>
    public bool? Background { get; init; }
    public string? Cameo { get; init; }
    /// <summary>The word that hands a statement over: said, denied.</summary>
    public string? Cue { get; init; }
    /// <summary>direct, indirect, mixed, headline.</summary>
    public string? Form { get; init; }
    public double? Confidence { get; init; }
}

/// <summary>A value of a facet with the number of hits that have it.</summary>
public sealed record FacetCount(string Value, long Count);

/// <summary>A page of hits.</summary>
/// <param name="Hits">In order: newest publication first, then latest added.</param>
/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record StorePage(IReadOnlyList<StoreHit> Hits, string? Next);
