using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>A web page to its story: headline, deck, byline, paragraphs, captions; menus and adverts left out.</summary>
/// <seealso href="specs/ingest/html.md"/>
public sealed class HtmlReader(InputOptions options)
{
    /// <summary>Reads the page of an input.</summary>
    /// <exception cref="StoryFormatException">There is no story on the page.</exception>
    public Story Read(StoryInput input) => Read(HtmlCharset.Decode(input.Bytes.Span, input.Charset), input, given: null, []);

    /// <summary>Reads a page given as text; what <paramref name="given"/> says about the story is believed before the page.</summary>
    internal Story Read(string html, StoryInput input, JsonRow? given, IReadOnlyList<Diagnostic> diagnostics)
    {
        List<Diagnostic> found = [.. diagnostics];
        (string clean, bool flattened) = MarkupGuard.Clean(html, options.MaxHtmlDepth);
        if (flattened)
        {
            found.Add(new Diagnostic(DiagnosticCodes.TooDeep, $"{input.Place}: the page nests deeper than {options.MaxHtmlDepth} elements; deeper ones were flattened."));
        }
        using IHtmlDocument page = new HtmlParser().ParseDocument(clean);
        HtmlMetadata metadata = HtmlMetadata.Read(page);
        IElement body = page.Body ?? page.DocumentElement;
        List<PagePart> all = PageWalker.Walk(body);
        if (all.RemoveAll(part => part.Text.Length > options.MaxBlockLength) is int giants and > 0)
        {
            found.Add(new Diagnostic(DiagnosticCodes.PartSkipped, $"{input.Place}: {giants} blocks are longer than {options.MaxBlockLength} characters and were left out."));
        }
        IElement article = ArticleFinder.Find(body, all);
        StoryParts parts = HtmlBlocks.Assemble(all, article, metadata) with
        {
            Id = given?.Id,
            Date = given?.Date ?? metadata.Published,
            Modified = metadata.Modified,
            Url = given?.Url ?? metadata.Url,
            Outlet = given?.Outlet ?? metadata.Outlet,
            Section = metadata.Section,
            Authors = metadata.Authors,
            Diagnostics = found,
        };
        return StoryBuilder.Build(parts, input, options);
    }
}
