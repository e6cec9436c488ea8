using System.Text.Json;

namespace Dateline.Ingest.Html;

/// <summary>Reads what a page says of its story: JSON-LD first, then meta elements (OpenGraph and others), then microdata.</summary>
/// <remarks>A date of change is never taken for the date of publication. Dates that only stand in the visible page are <see cref="PageDates"/>'s.</remarks>
/// <seealso href="specs/ingest/html-metadata.md"/>
internal static class MetadataReader
{
    /// <summary>Reads the page's data.</summary>
    public static HtmlMetadata Read(PageElements page)
    {
        using JsonLd data = JsonLd.Read(page.JsonLd);
        foreach (string caption in data.ImageTexts()) { page.AddImageText(caption); }
        MetaNames meta = new(page.Metas);
        List<JsonElement> articles = [.. data.Articles()];
        List<JsonElement> pages = [.. data.Pages()];
        string? url = Http(page.Canonical) ?? Http(meta.First("og:url")) ?? articles.Select(a => Http(JsonLd.Text(a, "url"))).FirstOrDefault(u => u is not null);
        // A page may describe the stories it links to as well: its own has its address or its title.
        JsonElement? own = Own(articles, url, meta.First("og:title") ?? page.Title);
        string? outlet = Publisher(data, own) ?? meta.First("og:site_name") ?? meta.First("application-name") ?? Publisher(data, pages.Count > 0 ? pages[0] : null);
        (List<string> people, List<string> bodies) = Authors(data, own);
        if (people.Count == 0) { people = AuthorNames.Read(MetaAuthors(meta), NameEvidence.Data); }
        return new HtmlMetadata
        {
            Titles = Titles(page, meta, own, outlet),
            Url = url,
            Outlet = outlet,
            Published = Field(own, "datePublished") ?? Field(own, "dateCreated") ?? meta.Published ?? Property(page, "datePublished") ?? Field(First(pages), "datePublished") ?? meta.PublishedMaybe,
            Modified = Field(own, "dateModified") ?? meta.Modified ?? Property(page, "dateModified") ?? Field(First(pages), "dateModified"),
            Section = Field(own, "articleSection") ?? meta.First("article:section") ?? meta.First("section") ?? meta.First("parsely-section"),
            Description = meta.First("og:description") ?? meta.First("description") ?? Field(own, "description") ?? meta.First("twitter:description"),
            Language = Field(own, "inLanguage") is { Length: <= 10 } code ? code : page.Language ?? meta.First("content-language") ?? meta.First("og:locale"),
            Authors = people,
            Bodies = bodies,
            ArticleBody = Body(own),
            IsFree = IsFree(own),
            Posts = own is { } blog ? [.. Posts(data, blog)] : [],
        };
    }

    private static JsonElement? Own(List<JsonElement> articles, string? url, string? title)
    {
        if (articles.Count == 0) { return null; }
        foreach (JsonElement article in articles)
        {
            string? address = Http(JsonLd.Text(article, "url")) ?? Http(JsonLd.Text(article, "mainEntityOfPage")) ?? Http(JsonLd.Text(article, "@id"));
            if (url is not null && address is not null && address.TrimEnd('/').Equals(url.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) && JsonLd.Text(article, "datePublished") is not null) { return article; }
        }
        string bare = BareText.Of(title);
        foreach (JsonElement article in articles)
        {
            if (JsonLd.Text(article, "headline") is { Length: > 10 } headline && bare.Contains(BareText.Of(headline), StringComparison.Ordinal)) { return article; }
        }
        return articles[0];
    }

    private static List<NamedTitle> Titles(PageElements page, MetaNames meta, JsonElement? own, string? outlet)
    {
        List<NamedTitle> titles = [];
        Add(Field(own, "headline"), TitleSource.Story);
        Add(meta.First("og:title"), TitleSource.OpenGraph);
        Add(meta.First("twitter:title"), TitleSource.Copy);
        Add(Field(own, "name"), TitleSource.Copy);
        Add(page.Title, TitleSource.Window);
        return titles;

        void Add(string? title, TitleSource source)
        {
            if (SiteTitle.WithoutSite(title, outlet) is { Length: > 2 } clean && !BareText.Same(clean, outlet)) { titles.Add(new NamedTitle(clean, source)); }
        }
    }

    private static (List<string> People, List<string> Bodies) Authors(JsonLd data, JsonElement? own)
    {
        List<string> people = [], bodies = [];
        if (own is not { } article) { return (people, bodies); }
        foreach (string property in (ReadOnlySpan<string>)["author", "creator"])
        {
            foreach (JsonElement one in data.Values(article, property))
            {
                string? name = one.ValueKind == JsonValueKind.String ? HtmlMetadata.Clean(System.Net.WebUtility.HtmlDecode(JsonLd.String(one))) : JsonLd.Text(one, "name") ?? Joined(JsonLd.Text(one, "givenName"), JsonLd.Text(one, "familyName"));
                if (string.IsNullOrEmpty(name)) { continue; }
                (JsonLd.IsBody(one) ? bodies : people).Add(name);
            }
            if (people.Count + bodies.Count > 0) { break; }
        }
        return (AuthorNames.Read(people, NameEvidence.Data), AuthorNames.Read(bodies, NameEvidence.Data));
    }

    private static string? Joined(string? given, string? family) => given is null || family is null ? family ?? given : $"{given} {family}";

    private static IEnumerable<string> MetaAuthors(MetaNames meta)
    {
        foreach (string name in (ReadOnlySpan<string>)["citation_author", "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "cxenseparse:author", "byl", "authors", "og:author", "shareaholic:article_author_name", "articleauthor", "article.author"])
        {
            List<string> named = [.. meta.All(name).Where(v => !v.Contains("://", StringComparison.Ordinal))];
            if (named.Count > 0) { return named; }
        }
        return meta.First("twitter:label1") is { } label && AuthorNames.IsLabel(label) && meta.First("twitter:data1") is { } written ? [written] : [];
    }

    private static string? Publisher(JsonLd data, JsonElement? own)
    {
        if (own is not { } article) { return null; }
        foreach (JsonElement publisher in data.Values(article, "publisher"))
        {
            if ((publisher.ValueKind == JsonValueKind.String ? HtmlMetadata.Clean(JsonLd.String(publisher)) : JsonLd.Text(publisher, "name")) is { Length: > 0 and < 80 } name) { return name; }
        }
        return null;
    }

    private static string? Body(JsonElement? own) =>
        own is { } article && article.TryGetProperty("articleBody", out JsonElement body) && JsonLd.String(body) is { Length: > 0 } text ? System.Net.WebUtility.HtmlDecode(text) : null;

    private static bool? IsFree(JsonElement? own)
    {
        if (own is not { } article || !article.TryGetProperty("isAccessibleForFree", out JsonElement free)) { return null; }
        return free.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => JsonLd.String(free) is { } text ? !text.EndsWith("alse", StringComparison.Ordinal) : null,
        };
    }

    private static IEnumerable<LivePost> Posts(JsonLd data, JsonElement blog)
    {
        foreach (JsonElement post in data.Values(blog, "liveBlogUpdate"))
        {
            if (JsonLd.Text(post, "datePublished") is { } time) { yield return new LivePost(JsonLd.Text(post, "headline"), JsonLd.Text(post, "articleBody"), time); }
        }
    }

    private static string? Property(PageElements page, string name)
    {
        foreach (AngleSharp.Dom.IElement element in page.Properties)
        {
            if (element.GetAttribute("itemprop") is not { } property || !property.Split(' ').Contains(name, StringComparer.OrdinalIgnoreCase)) { continue; }
            string? value = element.GetAttribute("datetime") ?? element.GetAttribute("content");
            if (!string.IsNullOrWhiteSpace(value)) { return value; }
            if (WrittenDate.Find(HtmlMetadata.Clean(element.TextContent), DayOrder.Unknown) is { } day) { return Stories.PublicationDate.Of(day).Text; }
        }
        return null;
    }

    private static JsonElement? First(List<JsonElement> elements) => elements.Count > 0 ? elements[0] : null;

    private static string? Field(JsonElement? element, string name) => element is { } known ? JsonLd.Text(known, name) : null;

    private static string? Http(string? url) => url is not null && url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? url : null;
}
