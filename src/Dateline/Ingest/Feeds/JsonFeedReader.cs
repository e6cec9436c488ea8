using System.Text;
using System.Text.Json;
using Dateline.Ingest.Wire;

namespace Dateline.Ingest.Feeds;

/// <summary>Cuts a JSON Feed (1.0, 1.1) into its items.</summary>
/// <seealso href="specs/ingest/feeds.md"/>
internal static class JsonFeedReader
{
    /// <summary>True for a document that says it is a JSON Feed, or has its items.</summary>
    public static bool IsFeed(JsonElement root) =>
        root.Text("version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true
        || root.List("items") is [{ ValueKind: JsonValueKind.Object } first, ..] && (first.Text("content_html") ?? first.Text("content_text") ?? first.Text("url")) is not null;

    /// <summary>The items in order.</summary>
    public static IEnumerable<StoryInput> Read(JsonElement root, string name)
    {
        string? outlet = FeedText.Plain(root.Text("title"), TextKind.Plain);
        string? site = root.Text("home_page_url") ?? root.Text("feed_url");
        int number = 0;
        foreach (JsonElement item in root.List("items"))
        {
            number++;
            if (item.ValueKind != JsonValueKind.Object)
            {
                yield return StoryInput.Failed(name, InputFormat.Item, DiagnosticCodes.NotJson, $"{name} item {number}: a JSON {item.ValueKind}, expected an object.") with { Item = number };
                continue;
            }
            yield return new StoryInput { File = name, Item = number, Format = InputFormat.Item, Bytes = Encoding.UTF8.GetBytes(item.GetRawText()), Draft = Draft(item, outlet, site) with { Language = item.Text("language") ?? root.Text("language") } };
        }
        if (number == 0) { yield return StoryInput.Failed(name, InputFormat.Item, DiagnosticCodes.NoStory, $"{name}: the feed holds no item."); }
    }

    private static StoryDraft Draft(JsonElement item, string? outlet, string? site)
    {
        string? url = item.Text("url") ?? item.Text("external_url");
        string? id = item.Text("id");
        string? html = item.Text("content_html"), text = item.Text("content_text"), summary = item.Text("summary");
        string? published = FeedDate.Normalize(item.Text("date_published")), modified = FeedDate.Normalize(item.Text("date_modified"));
        List<string> authors = [.. item.List("authors").Append(item.Member("author")).Select(a => FeedAuthors.Name(a.Text("name"))).OfType<string>()];
        return new StoryDraft
        {
            Id = string.IsNullOrEmpty(id) ? url : id.Contains(':', StringComparison.Ordinal) || site is null ? id : $"{site}#{id}",
            Title = FeedText.Plain(item.Text("title"), TextKind.Plain),
            Deck = summary,
            Url = url is not null && FeedLink.IsWeb(url) ? url : null,
            Outlet = outlet,
            Authors = authors.Count > 0 ? authors : null,
            Published = published ?? modified,
            Modified = published is null ? null : modified,
            Html = html,
            Text = html is null ? text : null,
        };
    }
}
