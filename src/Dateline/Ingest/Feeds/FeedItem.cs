using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Feeds;

/// <summary>An item of a feed, field by field.</summary>
internal static class FeedItem
{
    /// <summary>The item's draft.</summary>
    public static StoryDraft Read(LooseElement item, FeedChannel feed)
    {
        (string? html, string? text) = Body(item, out LooseElement? bodyElement);
        LooseElement? summary = Summary(item);
        string? url = FeedLink.Of(item, feed.Link);
        LooseElement? guid = Get(item, "guid") ?? Get(item, "id");
        string? id = guid?.Text.Trim() is { Length: > 0 } given ? given : item.Attribute("rdf:about")?.Trim();
        bool isAddress = guid is not null && guid.Attribute("isPermaLink") is not "false" && FeedLink.IsWeb(guid.Text.Trim());
        url ??= isAddress ? guid!.Text.Trim() : item.Attribute("rdf:about") is { } about && FeedLink.IsWeb(about) ? about : null;
        string? published = Date(item, "pubDate", "published", "issued", "date", "created");
        string? modified = Date(item, "updated", "modified");
        return new StoryDraft
        {
            Id = Id(id, feed) ?? url,
            Title = FeedText.Plain(Get(item, "title") ?? Get(item, "title", Vocabulary.DublinCore)),
            Deck = summary is null || ReferenceEquals(summary, bodyElement) ? null : Words(summary),
            Url = url,
            Outlet = FeedText.Plain(Source(item)) ?? feed.Title,
            Authors = FeedAuthors.Of(item),
            Section = FeedText.Plain(Category(item)),
            Language = item.Child("language", Vocabulary.DublinCore)?.Text.Trim() ?? item.Attribute("xml:lang") ?? feed.Language,
            // An Atom entry has always the date of its last change, and often that alone.
            Published = published ?? modified,
            Modified = published is null ? null : modified,
            Html = html,
            Text = text,
        };
    }

    /// <summary>An id such as "1234" is only one within its feed.</summary>
    private static string? Id(string? id, FeedChannel feed) =>
        string.IsNullOrEmpty(id) ? null : id.Contains(':', StringComparison.Ordinal) || feed.Link is null ? id : $"{feed.Link}#{id}";

    /// <summary>The fullest of what the item holds, in the order of trust.</summary>
    private static (string? Html, string? Text) Body(LooseElement item, out LooseElement? element)
    {
        LooseElement? content = Get(item, "content");
        // An address or another medium is no body.
        if (content?.Attribute("src") is not null || content?.Attribute("type") is { } type && type.Contains('/', StringComparison.Ordinal)
            && !type.StartsWith("text/", StringComparison.Ordinal) && type != "application/xhtml+xml") { content = null; }
        foreach (LooseElement? candidate in (ReadOnlySpan<LooseElement?>)[item.Child("encoded", Vocabulary.Content), content, item.Child("body", Vocabulary.Xhtml), Get(item, "body"), item.Child("div", Vocabulary.Xhtml), Get(item, "fulltext"), Summary(item)])
        {
            if (candidate is not null && FeedText.Body(candidate) is { } body && (body.Html ?? body.Text) is { } words && !string.IsNullOrWhiteSpace(words))
            {
                element = candidate;
                return body;
            }
        }
        element = null;
        return default;
    }

    private static LooseElement? Summary(LooseElement item) =>
        Get(item, "description") ?? Get(item, "summary") ?? Get(item, "abstract") ?? item.Child("description", Vocabulary.DublinCore);

    private static string? Words(LooseElement summary) => FeedText.Plain(summary) is { Length: > 0 and <= 1000 } words ? words : null;

    /// <summary>The outlet an aggregator names for the item.</summary>
    private static LooseElement? Source(LooseElement item) => Get(item, "source") is not { } source ? null : Get(source, "title") ?? (source.Elements.Any() ? null : source);

    private static LooseElement? Category(LooseElement item) => Get(item, "category") is { } category && category.Text.Length is > 0 and < 60 ? category : null;

    private static string? Date(LooseElement item, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            LooseElement? element = Get(item, name) ?? item.Child(name, Vocabulary.DublinCore);
            if (FeedDate.Normalize(element?.Text) is { } date) { return date; }
        }
        return null;
    }

    private static LooseElement? Get(LooseElement item, string name) => item.Child(name) ?? item.Child(name, Vocabulary.Atom);

    private static LooseElement? Get(LooseElement item, string name, Vocabulary vocabulary) => item.Child(name, vocabulary);
}
