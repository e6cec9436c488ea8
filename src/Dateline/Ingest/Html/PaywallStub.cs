namespace Dateline.Ingest.Html;

/// <summary>Tells a page that shows only the beginning of its story.</summary>
internal static class PaywallStub
{
    private const int ShortBody = 2500;

    /// <summary>True when the story is for subscribers and what stands on the page is short, or shorter than what its data holds.</summary>
    public static bool Is(List<ExtractedBlock> blocks, HtmlMetadata metadata, PageScan scan)
    {
        int length = blocks.Where(b => b.Role is Stories.BlockRole.Paragraph or Stories.BlockRole.List or Stories.BlockRole.Quote).Sum(b => b.Text.Length);
        return length < ShortBody || scan.Dropped.Exists(d => d.Reason == "paywall") || metadata.ArticleBody?.Length > length * 2;
    }
}
