using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Feeds;

/// <summary>The feeds in a list of subscriptions (OPML), or in a plain list with one address a line.</summary>
internal static class OpmlReader
{
    private const int MostFeeds = 100_000;

    /// <summary>The addresses in the order of the list, each once.</summary>
    public static IReadOnlyList<string> Read(string text)
    {
        IEnumerable<string?> found = text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("<", StringComparison.Ordinal)
            ? LooseXml.Parse(text).Top.Descendants().Where(n => n.Element is { } e && e.Local.Equals("outline", StringComparison.OrdinalIgnoreCase)).Select(n => n.Element!.Attribute("xmlUrl") ?? n.Element!.Attribute("xmlurl"))
            : text.Split('\n').Select(line => line.Split('#')[0]);
        return [.. found.Select(url => url?.Trim() ?? "").Where(Web.WebFetcher.IsAddress).Distinct(StringComparer.Ordinal).Take(MostFeeds)];
    }
}
