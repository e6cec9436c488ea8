using System.Text;
using AngleSharp.Dom;
using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>Walks a page and cuts its text at the borders of blocks. Iterative: a deep page takes no stack.</summary>
internal sealed class PageWalker
{
    /// <summary>Bylines, kickers and credits are shorter, in letters; captions and decks too.</summary>
    private const int LongestLabel = 250, LongestCaption = 900;

    private readonly List<PagePart> _parts = [];
    private readonly StringBuilder _text = new();
    private int _linkCharacters;
    private int _links;

    private readonly TextLengths _lengths;

    private PageWalker(TextLengths lengths) => _lengths = lengths;

    /// <summary>The parts of everything below the element that may belong to a story, in document order.</summary>
    public static List<PagePart> Walk(IElement root)
    {
        PageWalker walker = new(TextLengths.Of(root));
        walker.Run(root);
        return walker._parts;
    }

    private readonly record struct Frame(IElement Element, BlockRole Role, bool Block);

    private void Run(IElement root)
    {
        Stack<Frame> open = new([new Frame(root, BlockRole.Paragraph, true)]);
        INode? node = root.FirstChild;
        while (open.Count > 0)
        {
            if (node is null)
            {
                Frame closed = open.Pop();
                if (closed.Block) { Flush(closed); }
                if (closed.Element.LocalName == "a") { _links--; }
                node = open.Count > 0 ? closed.Element.NextSibling : null;
                continue;
            }
            Frame frame = open.Peek();
            if (node is IText text) { Append(text.Data); }
            else if (node is IElement element && !IsDropped(element))
            {
                if (element.LocalName == "br") { Append("\n"); node = node.NextSibling; continue; }
                bool block = IsBlock(element.LocalName);
                BlockRole role = RoleOf(element, frame.Role);
                // A role of its own (a caption inside a figure's span) is a border too.
                bool border = block || role != frame.Role;
                if (border) { Flush(frame); }
                if (element.LocalName == "a") { _links++; }
                open.Push(new Frame(element, role, border));
                node = element.FirstChild;
                continue;
            }
            node = node.NextSibling;
        }
    }

    private void Append(string data)
    {
        _text.Append(data);
        if (_links > 0) { _linkCharacters += data.Length; }
    }

    private void Flush(Frame frame)
    {
        if (_text.Length == 0) { return; }
        string raw = _text.ToString();
        double share = Math.Min(1, _linkCharacters / (double)raw.Length);
        _text.Clear();
        _linkCharacters = 0;
        // Two line breaks are a paragraph's end, as pages without <p> write it; one is a blank.
        foreach (string piece in Pieces(raw))
        {
            string text = HtmlMetadata.Clean(piece);
            if (text.Length > 0) { _parts.Add(new PagePart(frame.Role, text, share, frame.Element)); }
        }
    }

    private static IEnumerable<string> Pieces(string raw)
    {
        // Line breaks of the source are not told from <br>, so only blank lines made by two or more are borders.
        int start = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\n') { continue; }
            int end = i + 1, feeds = 1;
            while (end < raw.Length && char.IsWhiteSpace(raw[end]))
            {
                if (raw[end] == '\n') { feeds++; }
                end++;
            }
            if (feeds >= 2)
            {
                yield return raw[start..i];
                start = end;
            }
            i = end - 1;
        }
        yield return raw[start..];
    }

    private bool IsDropped(IElement element) =>
        element.LocalName is "script" or "style" or "noscript" or "nav" or "aside" or "footer" or "button" or "iframe" or "svg" or "template" or "select"
            or "textarea" or "dialog" or "object" or "video" or "audio" or "canvas" or "menu" or "label"
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || element.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" or "search"
        || ((element.LocalName == "form" || (element.LocalName is not ("body" or "article" or "main" or "html") && ClassWords.Of(element) == ElementRole.Drop))
            && !_lengths.HoldsMost(element));

    private static bool IsBlock(string name) => name is "p" or "div" or "section" or "article" or "main" or "header" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "li"
        or "blockquote" or "figure" or "figcaption" or "table" or "tr" or "td" or "th" or "tbody" or "thead" or "dl" or "dt" or "dd" or "pre" or "address" or "hr" or "center" or "details" or "summary" or "body" or "time";

    private BlockRole RoleOf(IElement element, BlockRole outer)
    {
        BlockRole? own = element.LocalName switch
        {
            "h1" => BlockRole.Headline,
            "h2" or "h3" or "h4" or "h5" or "h6" => BlockRole.Subheading,
            "li" or "dd" or "dt" => BlockRole.List,
            "blockquote" => BlockRole.Quote,
            "figcaption" or "figure" => BlockRole.Caption,
            "time" => BlockRole.Byline,
            _ => null,
        };
        int letters = _lengths.Of(element);
        BlockRole? named = ClassWords.Of(element) switch
        {
            // A class that names the author on the whole article says nothing about its paragraphs.
            ElementRole.Byline or ElementRole.Kicker or ElementRole.Credit when letters > LongestLabel => null,
            _ when letters > LongestCaption => null,
            ElementRole.Deck => BlockRole.Deck,
            ElementRole.Byline => BlockRole.Byline,
            ElementRole.Caption => BlockRole.Caption,
            ElementRole.Credit => BlockRole.Credit,
            ElementRole.Kicker => BlockRole.Kicker,
            _ => null,
        };
        if (outer == BlockRole.Caption) { return named == BlockRole.Credit ? BlockRole.Credit : BlockRole.Caption; }
        if (outer is BlockRole.Byline or BlockRole.Credit or BlockRole.Kicker) { return outer; }
        if (outer == BlockRole.Headline) { return outer; }
        return named ?? own ?? (outer is BlockRole.List or BlockRole.Quote or BlockRole.Deck or BlockRole.Subheading ? outer : BlockRole.Paragraph);
    }
}
