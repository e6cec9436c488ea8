using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>Tells lists of other stories by their build: brothers alike, each with a heading that links to another page of the site.</summary>
internal sealed class OtherStories(TextLengths lengths, string? host)
{
    private const int LongestTeaser = 600, MostNodes = 120, FewestTeasers = 3;

    private readonly Dictionary<IElement, int> _teasers = [];
    private readonly Dictionary<IElement, HashSet<IElement>> _alike = [];

    /// <summary>True when the element is one of at least three teasers side by side.</summary>
    public bool IsTeaser(IElement element)
    {
        if (element.LocalName is not ("li" or "div" or "article" or "section" or "a") || element.ParentElement is not { } parent) { return false; }
        if (lengths.Of(element) is 0 or > LongestTeaser || !IsAlike(element, parent)) { return false; }
        if (!_teasers.TryGetValue(parent, out int count))
        {
            count = parent.Children.Take(MostNodes).Count(HasLinkedHeading);
            _teasers[parent] = count;
        }
        return count >= FewestTeasers && HasLinkedHeading(element);
    }

    /// <summary>True when the element before or behind is of the same kind.</summary>
    private bool IsAlike(IElement element, IElement parent)
    {
        if (!_alike.TryGetValue(parent, out HashSet<IElement>? alike))
        {
            _alike[parent] = alike = [];
            IElement? last = null;
            foreach (IElement child in parent.Children)
            {
                if (last?.LocalName == child.LocalName) { alike.Add(last!); alike.Add(child); }
                last = child;
            }
        }
        return alike.Contains(element);
    }

    /// <summary>Looks at the first elements below one for a heading inside a link, or a link inside a heading.</summary>
    private bool HasLinkedHeading(IElement element)
    {
        if (lengths.Of(element) is 0 or > LongestTeaser) { return false; }
        bool inside = element.LocalName == "a" && IsOwnSite(element);
        NodeCursor cursor = new(element);
        for (int seen = 0; seen < MostNodes && cursor.NextOrUp() is { } node; seen++)
        {
            if (node is not IElement below) { continue; }
            if (below.LocalName is "h2" or "h3" or "h4" or "h5" or "h6" && (inside || IsLinked(below))) { return true; }
            cursor.Enter(below);
        }
        return false;
    }

    private bool IsLinked(IElement heading)
    {
        for (IElement? up = heading.ParentElement; up is not null && up.LocalName is "a" or "div" or "header" or "span"; up = up.ParentElement)
        {
            if (up.LocalName == "a") { return IsOwnSite(up); }
        }
        IElement? link = heading.QuerySelector("a[href]");
        return link is not null && IsOwnSite(link) && lengths.Of(link) * 4 >= lengths.Of(heading) * 3;
    }

    private bool IsOwnSite(IElement link) =>
        link.GetAttribute("href") is { Length: > 1 } href && href[0] != '#' && (!href.Contains("://", StringComparison.Ordinal) || (host is not null && href.Contains(host, StringComparison.OrdinalIgnoreCase)));
}
