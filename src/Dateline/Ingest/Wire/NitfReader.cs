using System.Text;
using Dateline.Ingest.Feeds;
using Dateline.Ingest.Html;
using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Wire;

/// <summary>Reads an NITF article, alone or inside another format.</summary>
/// <seealso href="specs/ingest/wire.md"/>
internal static class NitfReader
{
    /// <summary>An article that is a file of its own.</summary>
    public static StoryInput Read(LooseElement nitf, string source, string name)
    {
        LooseElement? issued = Find(nitf, "date.issue"), id = Find(nitf, "doc-id");
        StoryDraft draft = new()
        {
            Id = id?.Attribute("id-string"),
            Published = FeedDate.Normalize(issued?.Attribute("norm")),
            Outlet = Find(nitf, "doc.copyright")?.Attribute("holder"),
        };
        return new StoryInput { File = name, Format = InputFormat.Item, Bytes = Encoding.UTF8.GetBytes(source), Draft = Fill(draft, nitf) };
    }

    /// <summary>Adds what the article says to what is known from around it, which is believed first.</summary>
    public static StoryDraft Fill(StoryDraft draft, LooseElement nitf)
    {
        LooseElement? head = Find(nitf, "body.head"), content = Find(nitf, "body.content");
        string? byline = Words(head, "byline");
        return draft with
        {
            Title = draft.Title ?? Words(head, "hl1") ?? FeedText.Plain(Find(nitf, "title")?.Text, TextKind.Plain),
            Deck = draft.Deck ?? Words(head, "hl2") ?? Words(head, "abstract"),
            Byline = draft.Byline ?? byline,
            Dateline = Words(head, "dateline") ?? draft.Dateline,
            Html = MarkupText.Inner(content ?? nitf, Renamed),
        };
    }

    private static string? Words(LooseElement? head, string name) => head is null ? null : Find(head, name) is { } element && HtmlMetadata.Clean(element.Text) is { Length: > 0 } words ? words : null;

    private static LooseElement? Find(LooseElement top, string name) =>
        top.Descendants().Select(n => n.Element).FirstOrDefault(e => e is not null && e.Local.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>NITF's elements by what HTML calls them.</summary>
    private static string Renamed(string name) => name switch
    {
        "hl1" or "hl2" => "h2",
        "block" => "div",
        "media" => "figure",
        "media-caption" => "figcaption",
        "pq" => "blockquote",
        "note" or "tagline" => "aside",
        "media-metadata" or "media-producer" => "template",
        _ => name,
    };
}
