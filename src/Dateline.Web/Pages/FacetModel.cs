using Dateline.Store.Query;

namespace Dateline.Web.Pages;

/// <summary>Facets with links that narrow the query.</summary>
/// <param name="Path">The screen.</param>
/// <param name="Query">The query.</param>
/// <param name="Facets">Their most frequent values.</param>
/// <param name="Kind">What is listed, on the search page.</param>
public sealed record FacetModel(string Path, StoreQuery Query, IReadOnlyList<(string Facet, IReadOnlyList<FacetCount> Counts)> Facets, string? Kind = null);
