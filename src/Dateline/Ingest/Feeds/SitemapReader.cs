using System.Text;
using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Feeds;

/// <summary>A news sitemap to its entries: headline, date, outlet and address of each story, whose text is not in it.</summary>
/// <seealso href="specs/ingest/feeds.md"/>
internal static class SitemapReader
{
    /// <summary>True for the root of a sitemap or of an index of sitemaps.</summary>
    public static bool IsSitemap(string root) => root is "urlset" or "sitemapindex";

    /// <summary>The entries that tell a headline; a sitemap without any, and an index, is a failed story that says so.</summary>
    public static IEnumerable<StoryInput> Read(LooseElement root, string source, string name)
    {
        int number = 0;
        foreach (LooseElement entry in root.Elements)
        {
            if (entry.Local != "url" || Find(entry, "news") is not { } news || Words(news, "title") is not { } title) { continue; }
            number++;
            StoryInput input = new() { File = name, Item = number, Format = InputFormat.Item, Bytes = Encoding.UTF8.GetBytes(source[entry.Start..entry.End]) };
            string? address = Words(entry, "loc");
            yield return input with
            {
                Draft = new StoryDraft
                {
                    Id = address,
                    Title = title,
                    Url = address,
                    Outlet = Find(news, "publication") is { } outlet ? Words(outlet, "name") : null,
                    Published = FeedDate.Normalize(Words(news, "publication_date")),
                    Diagnostics = [new Diagnostic(DiagnosticCodes.HeadlineOnly, $"{input.Place}: a sitemap gives the headline only. Fetch the page and pass it for the story.")],
                },
            };
        }
        if (number == 0)
        {
            yield return StoryInput.Failed(name, InputFormat.Item, DiagnosticCodes.AddressesOnly, $"{name}: a sitemap lists addresses of stories, not their text. Fetch the pages and pass them.");
        }
    }

    private static LooseElement? Find(LooseElement above, string local) => above.Elements.FirstOrDefault(e => e.Local == local);

    private static string? Words(LooseElement above, string local) => Find(above, local)?.Text.Trim() is { Length: > 0 } words ? words : null;
}
