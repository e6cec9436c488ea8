using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>What a page says about its story in its head, JSON-LD and time elements.</summary>
internal sealed record HtmlMetadata
{
    public string? Title { get; private set; }
    public string? Url { get; private set; }
    public string? Outlet { get; private set; }
    public string? Published { get; private set; }
    public string? Modified { get; private set; }
    public string? Section { get; private set; }
    public string? Description { get; private set; }
    public List<string> Authors { get; } = [];

    /// <summary>Reads the page; what JSON-LD says is believed before the meta elements.</summary>
    public static HtmlMetadata Read(IDocument page)
    {
        HtmlMetadata metadata = new();
        foreach (IElement script in page.QuerySelectorAll("script[type='application/ld+json']")) { metadata.ReadJsonLd(script.TextContent); }
        foreach (IElement meta in page.QuerySelectorAll("meta[content]"))
        {
            string name = (meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? "").Trim().ToLowerInvariant();
            string content = Clean(meta.GetAttribute("content"));
            if (content.Length > 0) { metadata.ReadMeta(name, content); }
        }
        metadata.Url ??= page.QuerySelector("link[rel='canonical']")?.GetAttribute("href");
        metadata.Published ??= page.QuerySelector("[itemprop='datePublished']")?.GetAttribute("datetime")
            ?? page.QuerySelector("article time[datetime], main time[datetime], time[datetime]")?.GetAttribute("datetime");
        metadata.Title ??= WithoutSite(Clean(page.Title));
        if (metadata.Url is { } url && !url.StartsWith("http", StringComparison.OrdinalIgnoreCase)) { metadata.Url = null; }
        return metadata;
    }

    /// <summary>White space collapsed.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) { return ""; }
        StringBuilder clean = new(text.Length);
        bool gap = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = clean.Length > 0;
                continue;
            }
            if (gap) { clean.Append(' '); }
            gap = false;
            clean.Append(c);
        }
        return clean.ToString();
    }

    /// <summary>"Ministers meet | Example News" without the site's name.</summary>
    private static string? WithoutSite(string title)
    {
        if (title.Length == 0) { return null; }
        foreach (string separator in (ReadOnlySpan<string>)[" | ", " – ", " — ", " - ", " :: "])
        {
            int at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 15 && title.Length - at < 45) { return title[..at]; }
        }
        return title;
    }

    private void ReadMeta(string name, string content)
    {
        switch (name)
        {
            case "og:title": Title ??= content; break;
            case "og:site_name": Outlet ??= content; break;
            case "og:url": Url ??= content; break;
            case "og:description" or "description": Description ??= content; break;
            case "article:published_time" or "datepublished" or "date" or "dc.date" or "dc.date.issued" or "pubdate" or "parsely-pub-date" or "sailthru.date" or "article.published" or "publish-date":
                Published ??= content;
                break;
            case "article:modified_time" or "datemodified": Modified ??= content; break;
            case "article:section": Section ??= content; break;
            case "author" or "article:author" or "parsely-author":
                if (Authors.Count == 0 && !content.Contains("://", StringComparison.Ordinal)) { Authors.Add(content); }
                break;
        }
    }

    private void ReadJsonLd(string text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            Queue<JsonElement> open = new([json.RootElement]);
            while (open.TryDequeue(out JsonElement element))
            {
                if (element.ValueKind == JsonValueKind.Array)
                {
                    foreach (JsonElement item in element.EnumerateArray()) { open.Enqueue(item); }
                }
                if (element.ValueKind != JsonValueKind.Object) { continue; }
                if (element.TryGetProperty("@graph", out JsonElement graph)) { open.Enqueue(graph); }
                if (IsArticle(element)) { ReadArticle(element); }
            }
        }
        catch (JsonException)
        {
            // Broken JSON-LD is common and says nothing about the story: the meta elements are asked next.
        }
        catch (InvalidOperationException)
        {
            // A string with a lone surrogate: as above.
        }
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out JsonElement type)) { return false; }
        string name = type.ValueKind == JsonValueKind.Array ? type.GetArrayLength() > 0 ? type[0].ToString() : "" : type.ToString();
        return name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "LiveBlogPosting" or "Report";
    }

    private void ReadArticle(JsonElement article)
    {
        Title ??= Get(article, "headline");
        Published ??= Get(article, "datePublished");
        Modified ??= Get(article, "dateModified");
        Section ??= Get(article, "articleSection");
        Description ??= Get(article, "description");
        if (article.TryGetProperty("publisher", out JsonElement publisher) && publisher.ValueKind == JsonValueKind.Object) { Outlet ??= Get(publisher, "name"); }
        if (Authors.Count > 0 || !article.TryGetProperty("author", out JsonElement author)) { return; }
        foreach (JsonElement one in author.ValueKind == JsonValueKind.Array ? [.. author.EnumerateArray()] : new[] { author })
        {
            string? name = one.ValueKind == JsonValueKind.Object ? Get(one, "name") : one.ValueKind == JsonValueKind.String ? Clean(one.GetString()) : null;
            if (!string.IsNullOrEmpty(name) && !name.Contains("://", StringComparison.Ordinal)) { Authors.Add(name); }
        }
    }

    private static string? Get(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && Clean(System.Net.WebUtility.HtmlDecode(value.GetString())) is { Length: > 0 } text ? text : null;
}
