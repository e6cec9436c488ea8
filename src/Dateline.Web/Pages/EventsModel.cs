using Dateline.Store.Query;
using Dateline.Web.Maps;

namespace Dateline.Web.Pages;

/// <summary>Events of a query: where, when, and one by one.</summary>
public sealed record EventsModel
{
    public required PageHead Head { get; init; }
    public required StoreQuery Query { get; init; }
    public required (long Stories, long Statements, long Events) Counts { get; init; }
    public required IReadOnlyList<StoreHit> Events { get; init; }
    public required PagerModel Pager { get; init; }
    public required MapModel Map { get; init; }
    public required IReadOnlyList<FacetCount> Timeline { get; init; }
    public required (long Unplaced, long Undated) Missing { get; init; }
    public required IReadOnlyList<StoreHit> Unplaced { get; init; }
    public required IReadOnlyList<StoreHit> Undated { get; init; }
    public required IReadOnlyList<(string Facet, IReadOnlyList<FacetCount> Counts)> Facets { get; init; }
}

/// <summary>A map ready to be drawn.</summary>
/// <param name="Height">Of the picture; its width is always 1000.</param>
/// <param name="Land">Path of SVG.</param>
/// <param name="Borders">Path of SVG.</param>
/// <param name="Disputed">Path of SVG, dashed.</param>
/// <param name="Marks">Places.</param>
/// <param name="Window">West, south, east, north; "" for the whole earth.</param>
public sealed record MapModel(int Height, string Land, string Borders, string Disputed, IReadOnlyList<MapMark> Marks, string Window);
