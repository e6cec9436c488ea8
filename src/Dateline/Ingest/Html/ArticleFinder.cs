using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>Finds the elements of a page that hold the story: where most of the prose is, and what goes on beside it.</summary>
internal sealed class ArticleFinder
{
    /// <summary>A child that holds this much of its parent's prose is the story; the rest is furniture around it.</summary>
    private const double MostOfIt = 0.7;

    /// <summary>An article element is believed when it holds this share of the page's prose.</summary>
    private const double Believed = 0.4;

    /// <summary>Another part of the body is mostly sentences, and few of its letters are links.</summary>
    private const double ProseShare = 0.7, MostLinks = 0.3;

    private const int MostLevels = 8, MostRoots = 60;

    /// <summary>Looks at parts until no further brothers are judged: keeps the work on hostile pages small.</summary>
    private int _looks = 2_000_000;

    private readonly Dictionary<IElement, int> _prose = [];
    private readonly PageScan _scan;
    private readonly IElement _body;

    private ArticleFinder(IElement body, PageScan scan)
    {
        _scan = scan;
        _body = body;
        foreach (PagePart part in scan.Parts)
        {
            if (!part.IsProse) { continue; }
            for (IElement? element = part.Container; element is not null; element = element.ParentElement)
            {
                _prose[element] = _prose.GetValueOrDefault(element) + part.Text.Length;
                if (ReferenceEquals(element, body)) { break; }
            }
        }
    }

    /// <summary>The story's elements, the one with most of it first, then those beside it in page order; the body when the prose is spread.</summary>
    public static List<IElement> Find(IElement body, PageScan scan)
    {
        ArticleFinder finder = new(body, scan);
        IElement container = finder.Container();
        return finder.WithContinuations(container);
    }

    private IElement Container()
    {
        int total = _prose.GetValueOrDefault(_body);
        if (total == 0) { return _body; }
        IElement current = _body;
        IElement? marked = _prose.Where(x => x.Value >= total * Believed && IsMarked(x.Key))
            .OrderByDescending(x => x.Value).ThenByDescending(x => _scan.Lengths.OrderOf(x.Key)).Select(x => x.Key).FirstOrDefault();
        if (marked is not null) { current = marked; }
        while (true)
        {
            IElement? heavy = current.Children.FirstOrDefault(child => _prose.GetValueOrDefault(child) >= _prose[current] * MostOfIt);
            // A single paragraph is no container.
            if (heavy is null || heavy.LocalName is "p" or "blockquote" or "span") { return current; }
            current = heavy;
        }
    }

    /// <summary>Brothers of the container, and of the elements around it, that read like more of the same.</summary>
    private List<IElement> WithContinuations(IElement container)
    {
        List<IElement> roots = [container];
        IElement inner = container;
        for (int level = 0; level < MostLevels && !ReferenceEquals(inner, _body) && inner.ParentElement is { } outer; level++, inner = outer)
        {
            if (inner.LocalName is "main" || (inner.LocalName == "article" && level > 0)) { break; }
            if (_prose.GetValueOrDefault(outer) == _prose.GetValueOrDefault(inner)) { continue; }
            foreach (IElement brother in outer.Children)
            {
                if (!ReferenceEquals(brother, inner) && roots.Count < MostRoots && Continues(brother, inner)) { roots.Add(brother); }
            }
        }
        return [container, .. roots.Skip(1).OrderBy(_scan.Lengths.OrderOf)];
    }

    private bool Continues(IElement brother, IElement container)
    {
        int prose = _prose.GetValueOrDefault(brother);
        _looks -= _scan.Parts.Count;
        if (prose == 0 || _looks < 0 || (brother.LocalName == "article" && container.LocalName != "article")) { return false; }
        bool alike = brother.LocalName == container.LocalName && brother.ClassName is { Length: > 0 } names && names == container.ClassName;
        int letters = 0;
        double links = 0;
        int sentences = 0;
        foreach (PagePart part in _scan.Parts)
        {
            if (!_scan.Lengths.IsInside(part.Container, brother)) { continue; }
            // Headings that are links, and article elements, are lists of other stories.
            if (part.Role == Stories.BlockRole.Subheading && part.LinkShare > 0.5) { return false; }
            letters += part.Role is Stories.BlockRole.Caption or Stories.BlockRole.Credit or Stories.BlockRole.Subheading or Stories.BlockRole.Headline or Stories.BlockRole.Byline ? 0 : part.Text.Length;
            links += part.LinkShare * part.Text.Length;
            if (part.IsProse && TextLayout.EndsSentence(part.Text)) { sentences++; }
        }
        return sentences > 0 && prose >= letters * (alike ? ProseShare / 2 : ProseShare) && links <= letters * MostLinks;
    }

    private static bool IsMarked(IElement element) =>
        element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) || element.LocalName == "article" || element.GetAttribute("role") == "article";
}
