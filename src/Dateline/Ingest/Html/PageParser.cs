using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dateline.Ingest.Html;

/// <summary>Markup to its tree, made safe before the parser sees it.</summary>
internal static class PageParser
{
    /// <summary>The parser makes a few elements of its own for each that is written.</summary>
    private const int MostOwn = 8;

    /// <summary>Parses a page or a piece of one. What was taken out for safety is added to the diagnostics.</summary>
    /// <exception cref="StoryFormatException">The page is built to take for ever.</exception>
    public static IHtmlDocument Parse(string html, InputOptions options, PageBudget budget, string place, List<Diagnostic> diagnostics)
    {
        (string clean, bool tooDeep, bool tooMany) = MarkupGuard.Clean(html, options.MaxHtmlDepth, options.MaxHtmlElements);
        if (tooDeep)
        {
            diagnostics.Add(new Diagnostic(DiagnosticCodes.TooDeep, $"{place}: the markup nests deeper than {options.MaxHtmlDepth} elements; deeper ones were flattened."));
        }
        if (tooMany)
        {
            diagnostics.Add(new Diagnostic(DiagnosticCodes.TooDeep, $"{place}: the markup has more than {options.MaxHtmlElements} elements; the text of those behind was kept without them."));
        }
        int made = 0;
        HtmlParserOptions parser = new()
        {
            OnCreated = (_, _) =>
            {
                budget.Check();
                if (++made > options.MaxHtmlElements * MostOwn) { throw new StoryFormatException(DiagnosticCodes.TooSlow, $"{place}: the markup grows without end when it is parsed; it was left out."); }
            },
        };
        return new HtmlParser(parser).ParseDocument(clean);
    }
}
