using Dateline.Store.Query;

namespace Dateline.Web.Pages;

/// <summary>A page of what a query finds: on the wire stories, on the page of search stories, statements or events.</summary>
public sealed record FoundModel
{
    public required PageHead Head { get; init; }
    public required StoreQuery Query { get; init; }
    public required HitKind Kind { get; init; }
    public required (long Stories, long Statements, long Events) Counts { get; init; }
    public required IReadOnlyList<(string Facet, IReadOnlyList<FacetCount> Counts)> Facets { get; init; }
    /// <summary>Statements or events; none where stories are listed.</summary>
    public required IReadOnlyList<StoreHit> Hits { get; init; }
    /// <summary>Stories; none where statements or events are listed.</summary>
    public required IReadOnlyList<WireStory> Stories { get; init; }
    public required PagerModel Pager { get; init; }

    /// <summary>The kind as it stands in addresses.</summary>
    public string KindName => Kind.ToString().ToLowerInvariant();
}
