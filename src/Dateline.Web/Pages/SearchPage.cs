using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Pages;

/// <summary><c>/search</c>: stories, statements or events by the query language.</summary>
internal sealed class SearchPage(StoreReaders readers, FacetCache facets)
{
    private const int HitsOnPage = 40;
    private static readonly string[] s_facets = ["outlet", "month", "speaker", "act", "code", "country"];

    /// <summary>Answers with the page.</summary>
    public async Task Get(HttpContext context)
    {
        StoreQuery query = QueryParser.Parse(context.Request.Query["q"].ToString());
        HitKind kind = Kind(context, HitKind.Statements);
        string after = context.Request.Query["after"].ToString();
        SearchModel model = await readers.Use(reader =>
        {
            (IReadOnlyList<WireStory> stories, string? next) = kind == HitKind.Stories ? new WireReader(reader).Find(query, HitsOnPage, after.Length > 0 ? after : null) : ([], null);
            StorePage page = kind == HitKind.Stories ? new StorePage([], next) : reader.Find(query, kind, HitsOnPage, after.Length > 0 ? after : null);
            FacetSet set = facets.Of(reader, query, s_facets);
            string name = kind.ToString().ToLowerInvariant();
            return new SearchModel
            {
                Head = new PageHead(query.Terms.Count > 0 ? "Search: " + Words.Cut(query.Text, 60) : "Search", "/search", query.Text, new DataLinks("/" + (kind == HitKind.Stories ? "news" : name), Link.To("", ("q", query.Text)), DataLinks.All)),
                Query = query, Kind = kind, Counts = set.Counts, Facets = set.Facets, Hits = page.Hits, Stories = stories, Next = page.Next,
            };
        }, context.RequestAborted).ConfigureAwait(false);
        await Html.Write(context, Slices.SearchPage.Create(model)).ConfigureAwait(false);
    }

    /// <summary>What is asked for: stories, statements or events.</summary>
    public static HitKind Kind(HttpContext context, HitKind otherwise) => context.Request.Query["kind"].ToString() switch
    {
        "" => otherwise,
        "stories" => HitKind.Stories,
        "statements" => HitKind.Statements,
        "events" => HitKind.Events,
        string other => throw new ArgumentException($"There is no kind \"{other}\": stories, statements, events."),
    };
}
