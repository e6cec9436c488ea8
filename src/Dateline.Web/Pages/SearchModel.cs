using Dateline.Store.Query;

namespace Dateline.Web.Pages;

/// <summary>What a query finds, of one kind.</summary>
public sealed record SearchModel
{
    public required PageHead Head { get; init; }
    public required StoreQuery Query { get; init; }
    public required HitKind Kind { get; init; }
    public required (long Stories, long Statements, long Events) Counts { get; init; }
    public required IReadOnlyList<StoreHit> Hits { get; init; }
    public required IReadOnlyList<WireStory> Stories { get; init; }
    public string? Next { get; init; }
    public required IReadOnlyList<(string Facet, IReadOnlyList<FacetCount> Counts)> Facets { get; init; }

    /// <summary>The kind as it stands in addresses.</summary>
    public string KindName => Kind.ToString().ToLowerInvariant();
}
