using AngleSharp.Dom;
using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>A web page to its story, step by step. Each step is a class of its own; this one shows their order.</summary>
/// <seealso href="specs/ingest/html.md"/>
internal static class StoryExtractor
{
    /// <summary>Less body than this, in characters, and the next step of the cascade is tried.</summary>
    private const int TooLittle = 250;

    /// <summary>Extracts the story. <paramref name="address"/> is where the page was fetched, where that is known.</summary>
    public static Extraction Extract(IDocument page, string? address, int longestBlock, PageBudget budget)
    {
        // 1. What the page's data says: JSON-LD, meta elements, microdata.
        PageElements elements = PageElements.Of(page);
        HtmlMetadata metadata = MetadataReader.Read(elements);
        IElement body = page.Body ?? page.DocumentElement;

        // 2. The page cut into runs of text, without what is furniture by element, attribute and class.
        Draft draft = Read(body, DropEvidence.ClassesAndElements, elements, metadata, address, longestBlock, budget);

        // 3. Fall-backs: the same without class evidence, then the story as the page's data holds it.
        if (draft.BodyLength < TooLittle)
        {
            Draft bare = Read(body, DropEvidence.TextOnly, elements, metadata, address, longestBlock, budget);
            if (bare.BodyLength > draft.BodyLength * 2) { draft = bare; }
        }
        List<ExtractedBlock> blocks = SecondOpinion.Complete(draft.Blocks, metadata, draft.BodyLength);

        // 4. Who and when, where the data did not say: as printed near the headline.
        (string? published, string? modified) = PageDates.Find(metadata, elements, draft.Scan, draft.Scope, address);
        IReadOnlyList<string> authors = PageAuthors.Find(metadata, elements, draft.Scan, draft.Scope);
        return new Extraction
        {
            Blocks = blocks,
            Metadata = metadata,
            Authors = authors,
            Agency = PageAuthors.Agency(metadata, authors, blocks),
            Published = published,
            Modified = modified,
            IsStub = metadata.IsFree == false && PaywallStub.Is(blocks, metadata, draft.Scan),
            Dropped = draft.Dropped,
        };
    }

    private sealed record Draft(PageScan Scan, ArticleScope Scope, List<ExtractedBlock> Blocks, List<DroppedPart> Dropped)
    {
        public int BodyLength { get; } = Blocks.Where(b => b.Role is BlockRole.Paragraph or BlockRole.List or BlockRole.Quote or BlockRole.Post).Sum(b => b.Text.Length);
    }

    private static Draft Read(IElement body, DropEvidence evidence, PageElements elements, HtmlMetadata metadata, string? address, int longestBlock, PageBudget budget)
    {
        PageScan scan = PageWalker.Scan(body, evidence, budget, Host(metadata.Url ?? address));
        List<DroppedPart> dropped = [.. scan.Dropped];
        foreach (PagePart giant in scan.Parts.Where(p => p.Text.Length > longestBlock)) { dropped.Add(new DroppedPart("too long", giant.Text[..80])); }
        scan.Parts.RemoveAll(p => p.Text.Length > longestBlock);
        List<IElement> roots = ArticleFinder.Find(body, scan);
        FoundHeadline? headline = HeadlineFinder.Find(scan, roots, metadata);
        ArticleScope scope = ScopeFinder.Find(scan, roots, headline?.Part ?? -1, body);
        List<ExtractedBlock> blocks = new BlockTyper(scan, scope, metadata, elements.ImageTexts, dropped).Type(headline);
        return new Draft(scan, scope, blocks, dropped);
    }

    private static string? Host(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address)) { return null; }
        return address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
    }
}
