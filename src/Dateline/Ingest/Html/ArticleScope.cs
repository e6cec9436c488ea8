using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>Where on a page its story is.</summary>
internal sealed record ArticleScope
{
    /// <summary>So many elements before or after the story still stand beside it.</summary>
    public const int Near = 60;

    /// <summary>The elements that hold the body: the one with most of it, then others where it is cut in parts.</summary>
    public required IReadOnlyList<IElement> Roots { get; init; }
    /// <summary>The smallest element around headline and body.</summary>
    public required IElement Whole { get; init; }
    /// <summary>Index of the printed headline among the parts; -1 when it is not printed.</summary>
    public required int Headline { get; init; }
    /// <summary>Index of the first paragraph of the main element among the parts.</summary>
    public required int FirstBody { get; init; }
    /// <summary>Index of the body's last paragraph.</summary>
    public required int LastBody { get; init; }
    /// <summary>Places of elements among all of the page's: of the headline or what stands before it, of the first and of the last paragraph.</summary>
    public required int TopOrder { get; init; }
    public required int BodyOrder { get; init; }
    public required int EndOrder { get; init; }

    /// <summary>True when the element stands in the body.</summary>
    public bool Holds(IElement element, TextLengths lengths)
    {
        foreach (IElement root in Roots)
        {
            if (lengths.IsInside(element, root)) { return true; }
        }
        return false;
    }
}
