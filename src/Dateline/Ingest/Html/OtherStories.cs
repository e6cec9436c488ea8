using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>Tells lists of other stories by their build: brothers alike, each with a heading that links to another page of the site.</summary>
internal sealed class OtherStories(TextLengths lengths, string? host)
{
    private const int LongestTeaser = 600, MostNodes = 120, FewestTeasers = 3;

    private readonly Dictionary<IElement, int> _teasers = [];

    /// <summary>True when the element is one of at least three teasers side by side.</summary>
    public bool IsTeaser(IElement element)
    {
        if (element.LocalName is not ("li" or "div" or "article" or "section" or "a") || element.ParentElement is not { } parent) { return false; }
        if (lengths.Of(element) is 0 or > LongestTeaser || !IsAlike(element)) { return false; }
        if (!_teasers.TryGetValue(parent, out int count))
        {
            count = parent.Children.Take(MostNodes).Count(HasLinkedHeading);
            _teasers[parent] = count;
        }
        return count >= FewestTeasers && HasLinkedHeading(element);
    }

    private static bool IsAlike(IElement element) =>
        Same(element, element.NextElementSibling) || Same(element, element.PreviousElementSibling);

    private static bool Same(IElement element, IElement? other) => other is not null && other.LocalName == element.LocalName;

    /// <summary>Looks at the first elements below one for a heading inside a link, or a link inside a heading.</summary>
    private bool HasLinkedHeading(IElement element)
    {
        if (lengths.Of(element) is 0 or > LongestTeaser) { return false; }
        bool inside = element.LocalName == "a" && IsOwnSite(element);
        INode? node = element.FirstChild;
        for (int seen = 0; node is not null && !ReferenceEquals(node, element) && seen < MostNodes; seen++)
        {
            if (node is IElement below)
            {
                bool heading = below.LocalName is "h2" or "h3" or "h4" or "h5" or "h6";
                if (heading && (inside || IsLinked(below))) { return true; }
                if (below.FirstChild is { } child) { node = child; continue; }
            }
            while (node is not null && node.NextSibling is null && !ReferenceEquals(node, element)) { node = node.Parent; }
            if (node is null || ReferenceEquals(node, element)) { break; }
            node = node.NextSibling;
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
