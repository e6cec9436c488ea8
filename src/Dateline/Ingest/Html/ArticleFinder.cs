using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>Finds the element of a page that holds the story: where most of the prose is.</summary>
internal static class ArticleFinder
{
    /// <summary>A child that holds this much of its parent's prose is the story; the rest is furniture around it.</summary>
    private const double MostOfIt = 0.7;

    /// <summary>An article element is believed when it holds this share of the page's prose.</summary>
    private const double Believed = 0.4;

    /// <summary>The story's container, or the body when the prose is spread.</summary>
    public static IElement Find(IElement body, List<PagePart> parts)
    {
        Dictionary<IElement, int> prose = [];
        foreach (PagePart part in parts)
        {
            if (!part.IsProse) { continue; }
            for (IElement? element = part.Container; element is not null; element = element.ParentElement)
            {
                prose[element] = prose.GetValueOrDefault(element) + part.Text.Length;
                if (ReferenceEquals(element, body)) { break; }
            }
        }
        int total = prose.GetValueOrDefault(body);
        if (total == 0) { return body; }
        IElement current = body;
        IElement? marked = prose.Where(x => x.Value >= total * Believed && IsMarked(x.Key))
            .OrderByDescending(x => x.Value).ThenByDescending(x => Depth(x.Key)).Select(x => x.Key).FirstOrDefault();
        if (marked is not null) { current = marked; }
        while (true)
        {
            IElement? heavy = current.Children.FirstOrDefault(child => prose.GetValueOrDefault(child) >= prose[current] * MostOfIt);
            // A single paragraph is no container.
            if (heavy is null || heavy.LocalName is "p" or "blockquote" or "span") { return current; }
            current = heavy;
        }
    }

    private static bool IsMarked(IElement element) =>
        element.GetAttribute("itemprop") == "articleBody" || element.LocalName == "article" || element.GetAttribute("role") == "article";

    private static int Depth(IElement element)
    {
        int depth = 0;
        for (IElement? up = element.ParentElement; up is not null; up = up.ParentElement) { depth++; }
        return depth;
    }
}
