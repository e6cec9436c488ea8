using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Pages;

/// <summary><c>/</c>, the wire of all news, and <c>/search</c>: what a query finds, newest first, page by page, with what narrows it.</summary>
internal sealed class FoundPage(StoreReaders readers, FacetCache facets)
{
    private const int StoriesOnWire = 30, HitsOnPage = 40;
    private static readonly string[] s_facets = ["outlet", "month", "speaker", "act", "code", "country"];

    /// <summary>Answers with the wire.</summary>
    public async Task News(HttpContext context) => await Html.Write(context, Slices.NewsPage.Create(
        await Find(context, HitKind.Stories, StoriesOnWire, "/", null, "Older stories", _ => "All news").ConfigureAwait(false))).ConfigureAwait(false);

    /// <summary>Answers with what is looked for: statements unless <c>kind</c> says otherwise.</summary>
    public async Task Search(HttpContext context)
    {
        HitKind kind = Kind(context.Request.Query["kind"].ToString());
        await Html.Write(context, Slices.SearchPage.Create(await Find(context, kind, HitsOnPage, "/search", ListName(kind), "Older ones",
            query => query.Terms.Count > 0 ? "Search: " + Words.Cut(query.Text, 60) : "Search").ConfigureAwait(false))).ConfigureAwait(false);
    }

    private Task<FoundModel> Find(HttpContext context, HitKind kind, int limit, string path, string? kindInAddress, string older, Func<StoreQuery, string> title)
    {
        StoreQuery query = QueryParser.Parse(context.Request.Query["q"].ToString());
        string? after = context.Request.Query["after"].ToString() is { Length: > 0 } given ? given : null;
        return readers.Use(reader =>
        {
            (IReadOnlyList<WireStory> stories, string? next) = kind == HitKind.Stories ? new WireReader(reader).Find(query, limit, after) : ([], null);
            StorePage page = kind == HitKind.Stories ? new StorePage([], next) : reader.Find(query, kind, limit, after);
            FacetSet set = facets.Of(reader, query, s_facets);
            return new FoundModel
            {
                Head = new PageHead(title(query), path, query.Text, new DataLinks("/" + (kind == HitKind.Stories ? "news" : ListName(kind)), Link.To("", ("q", query.Text)), DataLinks.All)),
                Query = query, Kind = kind, Counts = set.Counts, Facets = set.Facets, Hits = page.Hits, Stories = stories,
                Pager = new PagerModel(path, query.Text, kindInAddress, page.Next, after is not null, older),
            };
        }, context.RequestAborted);
    }

    private static string ListName(HitKind kind) => kind.ToString().ToLowerInvariant();

    private static HitKind Kind(string name) => name switch
    {
        "" or "statements" => HitKind.Statements,
        "stories" => HitKind.Stories,
        "events" => HitKind.Events,
        _ => throw new ArgumentException($"There is no kind \"{name}\": stories, statements, events."),
    };
}
