using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>How much text each element of a page holds.</summary>
internal sealed class TextLengths
{
    /// <summary>An element with this share of the page's text is the page, whatever its class says ("with-sidebar", "has-ads").</summary>
    private const double Most = 0.6;

    private readonly Dictionary<IElement, int> _lengths = [];
    private readonly int _total;

    private TextLengths(IElement root)
    {
        Stack<IElement> open = new([root]);
        INode? node = root.FirstChild;
        int sum = 0;
        // On entering, the sum so far is noted; on leaving, the difference is the element's own.
        _lengths[root] = 0;
        while (open.Count > 0)
        {
            if (node is null)
            {
                IElement closed = open.Pop();
                _lengths[closed] = sum - _lengths[closed];
                node = open.Count > 0 ? closed.NextSibling : null;
                continue;
            }
            if (node is IText text) { sum += Letters(text.Data); }
            else if (node is IElement element && element.LocalName is not ("script" or "style" or "noscript" or "template"))
            {
                _lengths[element] = sum;
                open.Push(element);
                node = element.FirstChild;
                continue;
            }
            node = node.NextSibling;
        }
        _total = sum;
    }

    /// <summary>The lengths of everything below the root.</summary>
    public static TextLengths Of(IElement root) => new(root);

    /// <summary>True when most of the page's text stands in the element.</summary>
    public bool HoldsMost(IElement element) => _lengths.GetValueOrDefault(element) >= Most * _total;

    private static int Letters(string data)
    {
        int letters = 0;
        foreach (char c in data)
        {
            if (!char.IsWhiteSpace(c)) { letters++; }
        }
        return letters;
    }
}
