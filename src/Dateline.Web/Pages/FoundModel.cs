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

    /// <summary>Queries that find something here, for whoever asks for the first time; none beside a query.</summary>
    public IReadOnlyList<string> Examples
    {
        get
        {
            if (Query.Terms.Count > 0) { return []; }
            string? Most(string facet) => Facets.FirstOrDefault(f => f.Facet == facet).Counts is { Count: > 0 } counts ? counts[0].Value : null;
            string?[] terms = [Most("speaker") is { } speaker ? QueryTerms.With(Query, "speaker", speaker) : null, Most("act") is { } act ? QueryTerms.With(Query, "act", act) : null, Most("code") is { } code ? $"code:{code} -status:planned" : null, Most("country") is { } country ? $"place:{country} background:no" : null];
            return [.. terms.OfType<string>()];
        }
    }

    /// <summary>The kind as it stands in addresses.</summary>
    public string KindName => Kind.ToString().ToLowerInvariant();
}
