using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Pages;

/// <summary><c>/</c>: all news, newest first.</summary>
internal sealed class NewsPage(StoreReaders readers, FacetCache facets)
{
    private const int StoriesOnPage = 30;
    private static readonly string[] s_facets = ["outlet", "month", "speaker", "act", "code", "country"];

    /// <summary>Answers with the page.</summary>
    public async Task Get(HttpContext context)
    {
        StoreQuery query = QueryParser.Parse(context.Request.Query["q"].ToString());
        string after = context.Request.Query["after"].ToString();
        NewsModel model = await readers.Use(reader =>
        {
            (IReadOnlyList<WireStory> stories, string? next) = new WireReader(reader).Find(query, StoriesOnPage, after.Length > 0 ? after : null);
            FacetSet set = facets.Of(reader, query, s_facets);
            return new NewsModel
            {
                Head = new PageHead("All news", "/", query.Text, new DataLinks("/news", Link.To("", ("q", query.Text)), DataLinks.All)),
                Query = query, Stories = stories, Next = next, IsLater = after.Length > 0, Facets = set.Facets, Counts = set.Counts,
            };
        }, context.RequestAborted).ConfigureAwait(false);
        await Html.Write(context, Slices.NewsPage.Create(model)).ConfigureAwait(false);
    }
}
