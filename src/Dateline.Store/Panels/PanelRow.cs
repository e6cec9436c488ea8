namespace Dateline.Store.Panels;

/// <summary>Event mentions of one kind in one unit and period.</summary>
public sealed record PanelRow
{
    /// <summary>ISO 3166-1 alpha-3; "" for events without a country.</summary>
    public required string Country { get; init; }
    /// <summary>First administrative division as the gazetteer names it; "" where it is not asked for or not known.</summary>
    public required string Admin1 { get; init; }
    /// <summary>The period; "" for events whose time is wider than one, or unknown.</summary>
    public required string Period { get; init; }
    /// <summary>PLOVER category.</summary>
    public required string Plover { get; init; }
    /// <summary>Event mentions, not de-duplicated across stories.</summary>
    public long Mentions { get; set; }
    /// <summary>Those dated by their story's publication alone.</summary>
    public long Undated { get; set; }
    /// <summary>Stories that have them.</summary>
    public long Stories { get; set; }
    /// <summary>Stories of the store published in the period, whatever they tell: what the counts are to be held against.</summary>
    public long Exposure { get; set; }
}

/// <summary>A panel with what its counts leave out.</summary>
/// <param name="Rows">By country, division, period and category.</param>
/// <param name="Mentions">All event mentions counted.</param>
/// <param name="Undated">Those with no time of their own.</param>
/// <param name="Unplaced">Those with no country.</param>
/// <param name="Stories">Stories read.</param>
public sealed record Panel(IReadOnlyList<PanelRow> Rows, long Mentions, long Undated, long Unplaced, long Stories);
