using System.Text.Json;
using Dateline.Ingest.Feeds;
using Dateline.Ingest.Wire;
using Dateline.Ingest.Xml;

namespace Dateline.Ingest;

/// <summary>Cuts a whole XML or JSON document into its stories, by what its root is.</summary>
internal static class DocumentReader
{
    /// <summary>Feeds and wire items nest a dozen deep.</summary>
    private static readonly JsonDocumentOptions s_json = new() { MaxDepth = 128, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>True for the root of a document whose kind is known, read or not.</summary>
    public static bool IsKnownRoot(string root) => FeedReader.IsFeed(root) || NewsMlReader.IsDocument(root) || SitemapReader.IsSitemap(root) || root is "nitf" or "NewsML";

    /// <summary>The stories of an XML document.</summary>
    public static IEnumerable<StoryInput> Xml(ReadOnlyMemory<byte> bytes, string name)
    {
        string source = XmlCharset.Decode(bytes.Span);
        LooseDocument document = LooseXml.Parse(source);
        string root = document.Root?.Local ?? "";
        if (FeedReader.IsFeed(root)) { return FeedReader.Read(document, source, name); }
        if (NewsMlReader.IsDocument(root)) { return NewsMlReader.Read(document.Root!, source, name); }
        if (root == "nitf") { return [NitfReader.Read(document.Root!, source, name)]; }
        if (root.Equals("html", StringComparison.OrdinalIgnoreCase)) { return [new StoryInput { File = name, Format = InputFormat.Html, Bytes = bytes }]; }
        if (SitemapReader.IsSitemap(root)) { return SitemapReader.Read(document.Root!, source, name); }
        string found = root.Length == 0 ? "no element" : $"<{root}>";
        return [StoryInput.Failed(name, InputFormat.Item, DiagnosticCodes.UnknownFormat, $"{name}: the document starts with {found}, expected RSS, RDF, Atom, a news sitemap, NewsML-G2 or NITF.")];
    }

    private static StoryInput Element(JsonElement item, string name, int number) => item.ValueKind == JsonValueKind.Object
        ? NinjsReader.Read(item, name, number)
        : StoryInput.Failed(name, InputFormat.Item, DiagnosticCodes.NotJson, $"{name} item {number}: a JSON {item.ValueKind}, expected an object.") with { Item = number };

    /// <summary>The stories of a JSON document.</summary>
    public static IEnumerable<StoryInput> Json(ReadOnlyMemory<byte> bytes, string name)
    {
        JsonDocument? document = null;
        StoryInput? failed = null;
        try
        {
            document = JsonDocument.Parse(TextDecoder.Decode(bytes.Span).Text, s_json);
        }
        catch (JsonException exception)
        {
            failed = StoryInput.Failed(name, InputFormat.Item, DiagnosticCodes.NotJson, $"{name}: not a JSON document ({exception.Message.Split(" LineNumber:")[0].TrimEnd('.')}).");
        }
        if (document is null) { return [failed!]; }
        using (document)
        {
            JsonElement root = document.RootElement;
            if (JsonFeedReader.IsFeed(root)) { return [.. JsonFeedReader.Read(root, name)]; }
            if (NinjsReader.IsItem(root)) { return [NinjsReader.Read(root, name, null)]; }
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 && NinjsReader.IsItem(root[0])) { return [.. root.EnumerateArray().Select((item, i) => Element(item, name, i + 1))]; }
            // A row laid out over several lines.
            if ((root.Text("text") ?? root.Text("html")) is not null) { return [new StoryInput { File = name, Format = InputFormat.JsonLine, Bytes = bytes }]; }
            return [StoryInput.Failed(name, InputFormat.Item, DiagnosticCodes.UnknownFormat, $"{name}: a JSON document of a kind that is not read; expected a JSON Feed, ninjs, or JSON Lines with \"text\" or \"html\".")];
        }
    }
}
