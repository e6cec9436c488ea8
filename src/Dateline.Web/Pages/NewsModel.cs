using Dateline.Store.Query;

namespace Dateline.Web.Pages;

/// <summary>All news: stories as a wire shows them.</summary>
public sealed record NewsModel
{
    public required PageHead Head { get; init; }
    public required StoreQuery Query { get; init; }
    public required IReadOnlyList<WireStory> Stories { get; init; }
    public required IReadOnlyList<(string Facet, IReadOnlyList<FacetCount> Counts)> Facets { get; init; }
    public required (long Stories, long Statements, long Events) Counts { get; init; }
    public string? Next { get; init; }
    /// <summary>True when this is not the first page.</summary>
    public bool IsLater { get; init; }
}
