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
    public double? Confidence { get; init; }
}

/// <summary>A value of a facet with the number of hits that have it.</summary>
public sealed record FacetCount(string Value, long Count);

/// <summary>A page of hits.</summary>
/// <param name="Hits">In order: newest publication first, then latest added.</param>
/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record StorePage(IReadOnlyList<StoreHit> Hits, string? Next);
