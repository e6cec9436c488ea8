using System.Text;
using AngleSharp.Dom;
using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>Walks a page and cuts its text at the borders of blocks. Iterative: a deep page takes no stack.</summary>
internal sealed class PageWalker
{
    private const int MostDropped = 2000;

    private readonly List<PagePart> _parts = [];
    private readonly List<DroppedPart> _dropped = [];
    private readonly StringBuilder _text = new();
    /// <summary>Where elements begin or end inside the running text.</summary>
    private readonly List<int> _seams = [];
    private int _linkCharacters;
    private int _links;
    private int _headings;
    /// <summary>The element inside a figure that its class calls the caption, and where its words start and end.</summary>
    private IElement? _caption;
    private int _captionStart = -1, _captionEnd = -1;
    private int _preformatted;

    private readonly TextLengths _lengths;
    private readonly DropRules _drops;
    private readonly PartRoles _roles;
    private readonly DropEvidence _evidence;

    private PageWalker(TextLengths lengths, DropEvidence evidence, string? host)
    {
        _lengths = lengths;
        _drops = new DropRules(lengths, host);
        _roles = new PartRoles(lengths);
        _evidence = evidence;
    }

    /// <summary>The parts of everything below the element that may belong to a story, in document order.</summary>
    public static List<PagePart> Walk(IElement root, PageBudget budget) => Scan(root, DropEvidence.ClassesAndElements, budget).Parts;

    /// <summary>The parts, and what was dropped.</summary>
    public static PageScan Scan(IElement root, DropEvidence evidence, PageBudget budget, string? host = null)
    {
        TextLengths lengths = TextLengths.Of(root);
        PageWalker walker = new(lengths, evidence, host);
        walker.Run(root, budget);
        return new PageScan(walker._parts, walker._dropped, lengths);
    }

    private readonly record struct Frame(IElement Element, BlockRole Role, ElementRole Hint, bool Border, int Level, bool Row);

    private void Run(IElement root, PageBudget budget)
    {
        Stack<Frame> open = new([new Frame(root, BlockRole.Paragraph, ElementRole.Unknown, true, 0, false)]);
        NodeCursor cursor = new(root);
        while (cursor.IsInside)
        {
            switch (cursor.Next())
            {
                case null:
                    Leave(open.Pop());
                    cursor.Leave();
                    break;
                case IText text:
                    Append(text.Data, open.Peek().Role);
                    break;
                case IElement { LocalName: "br" }:
                    _text.Append('\n');
                    break;
                case IElement element:
                    budget.Check();
                    if (IsDropped(element)) { break; }
                    open.Push(Enter(element, open.Peek()));
                    cursor.Enter(element);
                    break;
            }
        }
    }

    private Frame Enter(IElement element, Frame frame)
    {
        (BlockRole role, ElementRole hint) = _roles.Of(element, frame.Role, frame.Hint);
        bool cell = frame.Row && element.LocalName is "td" or "th";
        if (cell)
        {
            if (_text.Length > 0) { _text.Append(" | "); }
            role = frame.Role;
        }
        // A role of its own (a credit inside a figure's span) is a border too; blocks inside a table's cell are none.
        bool border = !frame.Row && (BlockBorders.IsBlock(element.LocalName) || role != frame.Role);
        if (frame.Row && !border && BlockBorders.IsBlock(element.LocalName) && !cell) { _text.Append(' '); }
        if (border) { Flush(frame); }
        else { Seam(element); }
        if (!border && role == BlockRole.Caption && _captionStart < 0 && ClassWords.Of(element).Role == ElementRole.Caption) { (_caption, _captionStart, _captionEnd) = (element, _text.Length, -1); }
        if (element.LocalName == "a") { _links++; }
        if (element.LocalName == "pre") { _preformatted++; }
        int level = element.LocalName is ['h', >= '1' and <= '6'] ? element.LocalName[1] - '0' : border && frame.Level == 0 ? 0 : frame.Level;
        if (level > 0 && frame.Level == 0) { _headings++; }
        bool row = frame.Row || (element.LocalName == "tr" && IsInDataTable(element));
        if (row && !frame.Row) { role = BlockRole.List; }
        return new Frame(element, role, hint, border, level, row);
    }

    private void Leave(Frame closed)
    {
        if (ReferenceEquals(closed.Element, _caption)) { _captionEnd = _text.Length; }
        if (closed.Border) { Flush(closed); }
        else { Seam(closed.Element); }
        if (closed.Element.LocalName == "a") { _links--; }
        if (closed.Element.LocalName == "pre") { _preformatted--; }
        if (closed.Element.LocalName is ['h', >= '1' and <= '6']) { _headings = Math.Max(0, _headings - 1); }
    }

    private IElement? _lastTable;
    private bool _lastTableIsData;

    private bool IsInDataTable(IElement row)
    {
        IElement? table = row.ParentElement;
        while (table is not null && table.LocalName is "tbody" or "thead" or "tfoot") { table = table.ParentElement; }
        if (table is not { LocalName: "table" }) { return false; }
        if (!ReferenceEquals(table, _lastTable))
        {
            _lastTable = table;
            _lastTableIsData = DataTable.Is(table, _lengths);
        }
        return _lastTableIsData;
    }

    private void Append(string data, BlockRole role)
    {
        // Elements set apart by style alone: "Storm hits coast" + "By Jane Doe" have no blank between them in the source.
        if (_seams.Count > 0 && _seams[^1] == _text.Length && _text.Length > 0 && data.Length > 0 && role is not (BlockRole.Paragraph or BlockRole.List or BlockRole.Quote)
            && !char.IsWhiteSpace(_text[^1]) && (char.IsUpper(data[0]) || char.IsDigit(data[0]) || data[0] is '©' or '(' or '|')) { _text.Append(' '); }
        // Line breaks of the source are blanks; those of the page are <br>.
        if (_preformatted == 0 && data.Length > 1 && data.AsSpan().IndexOfAny('\n', '\r') >= 0) { data = data.Replace('\n', ' ').Replace('\r', ' '); }
        else if (_preformatted == 0 && data is "\n" or "\r") { data = " "; }
        _text.Append(data);
        if (_links > 0) { _linkCharacters += data.Length; }
    }

    private void Seam(IElement element)
    {
        if (element.LocalName is not ("b" or "i" or "a" or "sup" or "sub" or "mark" or "u" or "abbr" or "wbr") && _text.Length > 0) { _seams.Add(_text.Length); }
    }

    private void Flush(Frame frame)
    {
        if (_text.Length > 0)
        {
            string raw = _text.ToString();
            double share = Math.Min(1, _linkCharacters / (double)raw.Length);
            string? named = _captionStart >= 0 && _captionEnd > _captionStart && _captionEnd <= raw.Length && frame.Role == BlockRole.Caption ? HtmlMetadata.Clean(raw[_captionStart.._captionEnd]) : null;
            List<string> segments = frame.Role is BlockRole.Headline or BlockRole.Subheading or BlockRole.Caption ? Segments(raw) : [];
            // Two line breaks are a paragraph's end, as pages without <p> write it; one is a blank.
            foreach (string piece in BlockBorders.Pieces(raw))
            {
                string text = HtmlMetadata.Clean(piece).Trim('|', ' ');
                if (text.Length == 0) { continue; }
                _parts.Add(new PagePart(frame.Role, text, share, frame.Element) { Level = frame.Level, Segments = segments, Hint = frame.Hint, Named = named is { Length: > 0 } && text.Contains(named, StringComparison.Ordinal) ? named : null });
            }
        }
        (_caption, _captionStart, _captionEnd) = (null, -1, -1);
        _text.Clear();
        _seams.Clear();
        _linkCharacters = 0;
    }

    private List<string> Segments(string raw)
    {
        List<string> segments = [];
        int start = 0;
        foreach (int seam in _seams.Append(raw.Length))
        {
            string segment = HtmlMetadata.Clean(raw[start..Math.Max(start, seam)]);
            if (segment.Length > 0) { segments.Add(segment); }
            start = Math.Max(start, seam);
        }
        return segments.Count > 1 ? segments : [];
    }

    private bool IsDropped(IElement element)
    {
        if (_evidence == DropEvidence.TextOnly) { return _drops.Reason(element, true) is ""; }
        if (_drops.Reason(element, _headings > 0) is not { } reason) { return false; }
        if (reason.Length > 0 && _lengths.Of(element) > 0 && _dropped.Count < MostDropped) { _dropped.Add(new DroppedPart(reason, FirstWords.Of(element))); }
        return true;
    }
}
