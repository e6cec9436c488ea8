using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>Works out where on the page the story's headline, first and last paragraph are.</summary>
internal static class ScopeFinder
{
    private const int MostLevels = 30;

    /// <summary>The scope of the story in these elements.</summary>
    public static ArticleScope Find(PageScan scan, List<IElement> roots, int headline, IElement body)
    {
        int first = -1, last = -1;
        for (int i = 0; i < scan.Parts.Count; i++)
        {
            PagePart part = scan.Parts[i];
            if (!part.IsProse && part.Role != Stories.BlockRole.List || !roots.Any(r => scan.Lengths.IsInside(part.Container, r))) { continue; }
            if (first < 0 && part.IsProse && scan.Lengths.IsInside(part.Container, roots[0])) { first = i; }
            last = i;
        }
        if (first < 0) { first = Math.Max(0, headline); }
        last = Math.Max(first, last);
        IElement whole = roots[0];
        for (int level = 0; level < MostLevels && whole.ParentElement is { } up && !ReferenceEquals(whole, body); level++)
        {
            bool all = roots.TrueForAll(r => scan.Lengths.IsInside(r, whole)) && (headline < 0 || scan.Lengths.IsInside(scan.Parts[headline].Container, whole));
            if (all && level > 0) { break; }
            whole = up;
        }
        int bodyOrder = first < scan.Parts.Count ? scan.Lengths.OrderOf(scan.Parts[first].Container) : 0;
        int top = headline >= 0 && headline <= first ? scan.Lengths.OrderOf(scan.Parts[headline].Container) : bodyOrder;
        return new ArticleScope
        {
            Roots = roots,
            Whole = whole,
            Headline = headline,
            FirstBody = first,
            LastBody = last,
            TopOrder = Math.Max(0, top - ArticleScope.Near / 4),
            BodyOrder = bodyOrder,
            EndOrder = last < scan.Parts.Count && last >= 0 ? scan.Lengths.OrderOf(scan.Parts[last].Container) : bodyOrder,
        };
    }
}
