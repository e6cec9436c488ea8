using AngleSharp.Dom;
using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>Who wrote, as the page prints it: links and elements marked as author's near the headline, lines that open with "By".</summary>
internal static class VisibleAuthors
{
    private const int LinesAbove = 4, LinesBehind = 8, MostPrinted = 6, LongestByline = 160, ClimbToMark = 10;

    private static readonly string[] s_paths = ["/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/journalist/", "/journalists/", "/byline/", "/contributor/", "/contributors/", "/reporter/", "/columnist/", "/redakteur/", "/autores/", "/profile/", "/by/", "/staff/", "/person/", "/people/"];

    /// <summary>True for an element that may name an author.</summary>
    public static bool IsMark(IElement element)
    {
        if (element.GetAttribute("rel") is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase)) { return true; }
        if (element.GetAttribute("itemprop") is { } property && (property.Equals("author", StringComparison.OrdinalIgnoreCase) || property.Equals("creator", StringComparison.OrdinalIgnoreCase))) { return true; }
        if (element.LocalName == "a" && element.GetAttribute("href") is { } href && s_paths.Any(p => href.Contains(p, StringComparison.OrdinalIgnoreCase))) { return true; }
        return element.LocalName is not ("body" or "html" or "article" or "main" or "img" or "svg") && element.ClassName is { Length: > 0 and < 600 } names
            && (names.Contains("author", StringComparison.OrdinalIgnoreCase) || names.Contains("byline", StringComparison.OrdinalIgnoreCase) || names.Contains("autor", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The names printed between the headline and the body, else at the body's end; empty when none.</summary>
    public static List<string> Find(PageElements elements, PageScan scan, ArticleScope scope)
    {
        List<(int Order, string Text)> marks = Marks(elements, scan.Lengths);
        List<string> top = AuthorNames.Read(marks.Where(m => m.Order >= scope.TopOrder && m.Order <= scope.BodyOrder).Select(m => m.Text));
        // A crowd is a list of something else.
        if (top.Count is > 0 and <= MostPrinted) { return top; }
        List<string> printed = AuthorNames.Read(Printed(scan.Parts, scope));
        if (printed.Count > 0) { return printed; }
        return AuthorNames.Read(marks.Where(m => m.Order > scope.BodyOrder && m.Order <= scope.EndOrder + ArticleScope.Near).Select(m => m.Text).Take(1));
    }

    private static List<(int Order, string Text)> Marks(PageElements elements, TextLengths lengths)
    {
        HashSet<IElement> covered = [];
        List<(int, string)> marks = [];
        // From the last to the first, so that the innermost of nested marks is met before those around it.
        for (int i = elements.AuthorMarks.Count - 1; i >= 0; i--)
        {
            IElement mark = elements.AuthorMarks[i];
            if (covered.Contains(mark) || lengths.Of(mark) is 0 or > LongestByline) { continue; }
            string text = HtmlMetadata.Clean(mark.TextContent);
            if (AuthorNames.Read([text]).Count == 0) { continue; }
            marks.Add((lengths.OrderOf(mark), text));
            int climbed = 0;
            for (IElement? up = mark.ParentElement; up is not null && climbed < ClimbToMark; up = up.ParentElement, climbed++) { covered.Add(up); }
        }
        marks.Reverse();
        return marks;
    }

    private static IEnumerable<string> Printed(List<PagePart> parts, ArticleScope scope)
    {
        // Under the headline, above it, behind the body.
        int top = Math.Max(0, scope.Headline);
        foreach (int i in Enumerable.Range(top, Math.Max(0, scope.FirstBody + 2 - top)).Concat(Enumerable.Range(Math.Max(0, top - LinesAbove), Math.Min(top, LinesAbove))).Concat(Enumerable.Range(scope.LastBody, LinesBehind)))
        {
            if (i >= parts.Count) { continue; }
            string text = parts[i].Text;
            if (text.Length > LongestByline || parts[i].Role == BlockRole.Headline) { continue; }
            if (AuthorNames.IsLabel(text) && i + 1 < parts.Count)
            {
                yield return parts[i + 1].Text;
                yield break;
            }
            if (AuthorNames.Opens(text) && !TextLayout.EndsSentence(text))
            {
                yield return text;
                yield break;
            }
        }
    }
}
