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
        FacetSet set = new([.. facets.Select(f => (f, f == "speaker" ? Public(reader, reader.Facet(query, f)) : reader.Facet(query, f)))], reader.Count(query));
        if (_sets.Count >= Most) { _sets.Clear(); }
        _sets[key] = (newest, set);
        return set;
    }

    /// <summary>Speakers without private people, who appear in the stories that name them and in no list; "a spokesman" names nobody.</summary>
    private static IReadOnlyList<FacetCount> Public(StoreReader reader, IReadOnlyList<FacetCount> speakers)
    {
        LedgerReader ledgers = new(reader);
        return [.. speakers.Where(s => s.Value == s.Value.ToLowerInvariant() || ledgers.IsPublic(s.Value))];
    }
}
