using System.Collections.Concurrent;
using Dateline.Store.Query;

namespace Dateline.Web.Hosting;

/// <summary>Counts of a query by its facets.</summary>
/// <param name="Facets">In the order asked for.</param>
/// <param name="Counts">Stories, statements, events.</param>
internal sealed record FacetSet(IReadOnlyList<(string Facet, IReadOnlyList<FacetCount> Counts)> Facets, (long Stories, long Statements, long Events) Counts);

/// <summary>Keeps the counts of queries that were asked lately; they hold until a story is added.</summary>
internal sealed class FacetCache
{
    private const int Most = 256;
    private readonly ConcurrentDictionary<(string Query, string Facets), (long Newest, FacetSet Set)> _sets = new();

    /// <summary>The counts of a query.</summary>
    public FacetSet Of(StoreReader reader, StoreQuery query, IReadOnlyList<string> facets)
    {
        (string, string) key = (query.Text, string.Join(',', facets));
        long newest = reader.Newest();
        if (_sets.TryGetValue(key, out (long Newest, FacetSet Set) kept) && kept.Newest == newest) { return kept.Set; }
        FacetSet set = new([.. facets.Select(f => (f, reader.Facet(query, f)))], reader.Count(query));
        if (_sets.Count >= Most) { _sets.Clear(); }
        _sets[key] = (newest, set);
        return set;
    }
}
