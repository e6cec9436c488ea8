using System.Text;
using AngleSharp.Html.Dom;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Ingest.Html;

/// <summary>A web page to its story: headline, deck, byline, paragraphs, captions; menus and adverts left out.</summary>
/// <seealso href="specs/ingest/html.md"/>
public sealed class HtmlReader(InputOptions options)
{
    /// <summary>Reads the page of an input.</summary>
    /// <exception cref="StoryFormatException">There is no story on the page.</exception>
    public Story Read(StoryInput input, CancellationToken cancellation = default) => Read(HtmlCharset.Decode(input.Bytes.Span, input.Charset), input, given: null, [], cancellation);

    /// <summary>Reads a page given as text; what <paramref name="given"/> says about the story is believed before the page.</summary>
    internal Story Read(string html, StoryInput input, JsonRow? given, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        List<Diagnostic> found = [.. diagnostics];
        PageBudget budget = new(options, input.Place, cancellation);
        using IHtmlDocument page = PageParser.Parse(html, options, budget, input.Place, found);
        Extraction extraction = StoryExtractor.Extract(page, given?.Url ?? input.Url, options.MaxBlockLength, budget);
        if (extraction.Dropped.Count(d => d.Reason == "too long") is int giants and > 0)
        {
            found.Add(new Diagnostic(DiagnosticCodes.PartSkipped, $"{input.Place}: {giants} blocks are longer than {options.MaxBlockLength} characters and were left out."));
        }
        if (extraction.IsStub)
        {
            found.Add(new Diagnostic(DiagnosticCodes.Stub, $"{input.Place}: the page shows only the beginning of its story, the rest to subscribers."));
        }
        HtmlMetadata metadata = extraction.Metadata;
        StoryParts parts = Join(extraction.Blocks, input.Place, found) with
        {
            Id = given?.Id,
            Date = given?.Date ?? extraction.Published,
            Modified = extraction.Modified,
            Url = given?.Url ?? metadata.Url,
            Outlet = given?.Outlet ?? metadata.Outlet,
            Section = metadata.Section,
            Language = metadata.Language,
            Authors = extraction.Authors,
            Diagnostics = found,
        };
        return StoryBuilder.Build(parts, input, options) with
        {
            Agency = extraction.Agency,
            Stub = extraction.IsStub ? true : null,
            Dropped = options.KeepDropped ? extraction.Dropped : null,
        };
    }

    private StoryParts Join(IReadOnlyList<ExtractedBlock> blocks, string place, List<Diagnostic> diagnostics)
    {
        StringBuilder text = new();
        List<Block> spans = [];
        foreach (ExtractedBlock block in blocks)
        {
            if (text.Length + block.Text.Length > options.MaxTextBytes)
            {
                diagnostics.Add(new Diagnostic(DiagnosticCodes.PartSkipped, $"{place}: the page's text is longer than {options.MaxTextBytes} characters; {blocks.Count - spans.Count} blocks behind were left out."));
                break;
            }
            if (text.Length > 0) { text.Append("\n\n"); }
            spans.Add(new Block(block.Role, new TextSpan(text.Length, text.Length + block.Text.Length)) { Time = PublicationDate.Parse(block.Time)?.Text });
            text.Append(block.Text);
        }
        return new StoryParts { Text = text.ToString(), Blocks = spans };
    }
}
