using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>How much text each element of a page holds, in letters.</summary>
internal sealed class TextLengths
{
    /// <summary>An element with this share of the page's text is the page, whatever its class says ("with-sidebar", "has-ads").</summary>
    public const double Most = 0.4;

    /// <summary>With less text in paragraph elements than this, a page writes its paragraphs otherwise, and all text counts.</summary>
    private const int FewestInParagraphs = 600;

    private readonly Dictionary<IElement, (int Text, int Prose)> _lengths = [];
    private readonly Dictionary<IElement, (int Start, int End)> _order = [];
    private readonly (int Text, int Prose) _total;

    private TextLengths(IElement root)
    {
        Stack<IElement> open = new([root]);
        NodeCursor cursor = new(root);
        int text = 0, prose = 0, paragraphs = 0;
        // On entering, the sums so far are noted; on leaving, the differences are the element's own.
        _lengths[root] = (0, 0);
        _order[root] = (0, int.MaxValue);
        while (cursor.IsInside)
        {
            INode? node = cursor.Next();
            if (node is null)
            {
                IElement closed = open.Pop();
                (int textBefore, int proseBefore) = _lengths[closed];
                _lengths[closed] = (text - textBefore, prose - proseBefore);
                _order[closed] = (_order[closed].Start, _order.Count);
                if (closed.LocalName == "p") { paragraphs--; }
                cursor.Leave();
                continue;
            }
            if (node is IText run)
            {
                int letters = Letters(run.Data);
                text += letters;
                if (paragraphs > 0) { prose += letters; }
            }
            else if (node is IElement element && element.LocalName is not ("script" or "style" or "noscript" or "template"))
            {
                _lengths[element] = (text, prose);
                _order[element] = (_order.Count, 0);
                if (element.LocalName == "p") { paragraphs++; }
                open.Push(element);
                cursor.Enter(element);
            }
        }
        _total = (text, prose);
    }

    /// <summary>The lengths of everything below the root.</summary>
    public static TextLengths Of(IElement root) => new(root);

    /// <summary>True when most of the page's prose stands in the element.</summary>
    public bool HoldsMost(IElement element, double share = Most)
    {
        (int text, int prose) = _lengths.GetValueOrDefault(element);
        return _total.Prose >= FewestInParagraphs ? prose >= share * _total.Prose : text >= share * _total.Text;
    }

    /// <summary>The place of the element's start among all of the page's elements.</summary>
    public int OrderOf(IElement element) => _order.TryGetValue(element, out (int Start, int End) range) ? range.Start : int.MaxValue;

    /// <summary>True when the element is the outer one or stands in it.</summary>
    public bool IsInside(IElement element, IElement outer)
    {
        (int start, int end) = _order.GetValueOrDefault(outer, (int.MaxValue, 0));
        int at = OrderOf(element);
        return at >= start && at < end;
    }

    /// <summary>How many elements stand in the element.</summary>
    public int ElementsIn(IElement element) => _order.TryGetValue(element, out (int Start, int End) range) ? range.End - range.Start : 0;

    /// <summary>Letters in the element.</summary>
    public int Of(IElement element, int otherwise = 0) => _lengths.TryGetValue(element, out (int Text, int Prose) length) ? length.Text : otherwise;

    /// <summary>Letters in paragraph elements below the element.</summary>
    public int ProseOf(IElement element) => _lengths.GetValueOrDefault(element).Prose;

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
