using System.Collections.Frozen;

namespace Dateline.Ingest.Html;

/// <summary>Which elements an HTML parser would hold open at each tag, near enough to say how deep the page's tree gets before any parser has seen it.
/// Method: the "in body" rules of the HTML standard (13.2.6.4.7) for end tags that are left out; formatting elements that are never closed come back in each
/// new block, three of a kind at most (the standard's "Noah's Ark clause").</summary>
internal sealed class OpenElements(int maxDepth, int maxElements)
{
    /// <summary>More formatting elements left open than this come back in no block: each would multiply the page.</summary>
    private const int MostFormatting = 32;

    /// <summary>Open formatting elements alike in name and attributes that come back in a new block.</summary>
    private const int AlikeFormatting = 3;

    private enum Kind : byte { Other, Void, Formatting, Paragraph, Block, Item, Term, Option, Row, Cell, Section, Table, Heading, List, Scope }

    private static readonly FrozenDictionary<string, Kind> s_kinds = new[]
    {
        (Kind.Void, "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr html head body"),
        (Kind.Formatting, "a b big code em font i nobr s small strike strong tt u"),
        (Kind.Paragraph, "p"),
        (Kind.Block, "address article aside blockquote center details dialog dir div fieldset figcaption figure footer form header hgroup main nav pre listing section summary"),
        (Kind.List, "ul ol dl menu"),
        (Kind.Item, "li"),
        (Kind.Term, "dt dd"),
        (Kind.Option, "option optgroup"),
        (Kind.Row, "tr"),
        (Kind.Cell, "td th"),
        (Kind.Section, "tbody thead tfoot colgroup caption"),
        (Kind.Table, "table"),
        (Kind.Heading, "h1 h2 h3 h4 h5 h6"),
        (Kind.Scope, "button object applet marquee template"),
    }.SelectMany(x => x.Item2.Split(' '), (x, name) => (Name: name, Kind: x.Item1)).ToFrozenDictionary(x => x.Name, x => x.Kind, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> s_kindOf = s_kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    // Mark: the number of the formatting element it is, or comes back from; 0 for others.
    private readonly record struct Open(int Name, Kind Kind, int Mark);

    private record struct Formatting(int Name, int Tag, int Mark, bool IsOpen);

    private readonly List<Open> _open = [];
    /// <summary>The standard's list of active formatting elements: those that no end tag has closed, whether or not the block around them still stands.</summary>
    private readonly List<Formatting> _formatting = [];
    /// <summary>Start tags refused, by name: their end tags are refused too.</summary>
    private readonly Dictionary<int, int> _refused = [];
    private int _elements, _marks;

    /// <summary>True when a tag was refused for the page's depth.</summary>
    public bool TooDeep { get; private set; }
    /// <summary>True when a tag was refused for the number of the page's elements.</summary>
    public bool TooMany { get; private set; }

    /// <summary>Notes a start tag; false when it has to be left out of the page.</summary>
    /// <param name="name">The element, in lower case.</param>
    /// <param name="tag">The whole tag, which tells formatting elements apart.</param>
    public bool Start(ReadOnlySpan<char> name, ReadOnlySpan<char> tag)
    {
        Kind kind = s_kindOf.TryGetValue(name, out Kind known) ? known : Kind.Other;
        if (_elements >= maxElements) { TooMany = true; return false; }
        _elements++;
        int id = string.GetHashCode(name);
        CloseImplied(kind, id);
        if (kind is Kind.Formatting or Kind.Other or Kind.Void or Kind.Scope) { Text(); }
        if (kind == Kind.Void) { return true; }
        int hash = kind == Kind.Formatting ? string.GetHashCode(tag) : 0;
        if (_open.Count >= maxDepth || (kind == Kind.Formatting && _formatting.Count >= MostFormatting && _formatting.FindIndex(f => f.Tag == hash) < 0))
        {
            _refused[id] = _refused.GetValueOrDefault(id) + 1;
            TooDeep = true;
            return false;
        }
        _open.Add(new Open(id, kind, kind == Kind.Formatting ? Format(id, hash) : 0));
        return true;
    }

    /// <summary>Notes text, in which formatting elements left open in an earlier block come back.</summary>
    public void Text()
    {
        for (int i = 0; i < _formatting.Count; i++)
        {
            Formatting entry = _formatting[i];
            if (entry.IsOpen) { continue; }
            _formatting[i] = entry with { IsOpen = true };
            _open.Add(new Open(entry.Name, Kind.Formatting, entry.Mark));
            _elements++;
        }
    }

    /// <summary>Notes an end tag; false when it has to be left out, since its start tag was.</summary>
    public bool End(ReadOnlySpan<char> name)
    {
        int id = string.GetHashCode(name);
        if (_refused.TryGetValue(id, out int refused) && refused > 0)
        {
            _refused[id] = refused - 1;
            return false;
        }
        bool isKnown = s_kindOf.TryGetValue(name, out Kind kind);
        if (isKnown && kind == Kind.Formatting)
        {
            EndFormatting(id);
            return true;
        }
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Name == id) { CutTo(i); return true; }
            // An end tag of a block reaches through no table.
            if (_open[i].Kind is Kind.Table && kind is not (Kind.Table or Kind.Cell or Kind.Row or Kind.Section)) { break; }
        }
        // The end of a paragraph that never began is an empty paragraph, that of <br> a <br>.
        if (kind is not (Kind.Paragraph or Kind.Void)) { return true; }
        if (_elements >= maxElements) { TooMany = true; return false; }
        _elements++;
        return true;
    }

    /// <summary>Adds a formatting element to those that come back; of more than three alike the first does no more.</summary>
    private int Format(int id, int hash)
    {
        int first = -1, alike = 0;
        for (int i = _formatting.Count - 1; i >= 0; i--)
        {
            if (_formatting[i].Tag == hash) { first = i; alike++; }
        }
        if (alike >= AlikeFormatting) { _formatting.RemoveAt(first); }
        _formatting.Add(new Formatting(id, hash, ++_marks, true));
        return _marks;
    }

    /// <summary>The standard's adoption agency: blocks inside the formatting element stay open, all else in it is closed.</summary>
    private void EndFormatting(int id)
    {
        int entry = _formatting.FindLastIndex(f => f.Name == id);
        int mark = entry >= 0 ? _formatting[entry].Mark : -1;
        if (entry >= 0) { _formatting.RemoveAt(entry); }
        int at = _open.FindLastIndex(o => mark >= 0 ? o.Mark == mark : o.Name == id);
        if (at < 0) { return; }
        bool holdsBlock = _open.FindIndex(at + 1, o => o.Kind is not (Kind.Formatting or Kind.Other)) >= 0;
        if (holdsBlock) { _open.RemoveAt(at); }
        else { CutTo(at); }
    }

    /// <summary>What the start of an element ends without an end tag.</summary>
    private void CloseImplied(Kind kind, int id)
    {
        switch (kind)
        {
            case Kind.Paragraph or Kind.Block or Kind.List or Kind.Table: CloseParagraph(); break;
            case Kind.Heading:
                CloseParagraph();
                if (_open.Count > 0 && _open[^1].Kind == Kind.Heading) { CutTo(_open.Count - 1); }
                break;
            case Kind.Item:
                Close(static k => k == Kind.Item, static k => k is Kind.List or Kind.Table or Kind.Cell or Kind.Scope);
                CloseParagraph();
                break;
            case Kind.Term:
                Close(static k => k == Kind.Term, static k => k is Kind.List or Kind.Table or Kind.Cell or Kind.Scope);
                CloseParagraph();
                break;
            case Kind.Option: Close(static k => k == Kind.Option, static k => k != Kind.Option); break;
            case Kind.Cell: Close(static k => k == Kind.Cell, static k => k is Kind.Row or Kind.Section or Kind.Table); break;
            case Kind.Row: Close(static k => k == Kind.Row, static k => k is Kind.Section or Kind.Table); break;
            case Kind.Section: Close(static k => k == Kind.Section, static k => k is Kind.Table); break;
            case Kind.Formatting:
                // A link in a link, and nobr in nobr, end the outer one.
                if ((id == s_link || id == s_nobr) && _formatting.Exists(f => f.Name == id)) { EndFormatting(id); }
                break;
        }
    }

    private static readonly int s_link = string.GetHashCode("a".AsSpan()), s_nobr = string.GetHashCode("nobr".AsSpan());

    private void CloseParagraph() => Close(static k => k == Kind.Paragraph, static k => k is Kind.Table or Kind.Cell or Kind.Scope);

    private void Close(Func<Kind, bool> isIt, Func<Kind, bool> isBorder)
    {
        for (int i = _open.Count - 1; i >= 0 && !isBorder(_open[i].Kind); i--)
        {
            if (isIt(_open[i].Kind)) { CutTo(i); return; }
        }
    }

    private void CutTo(int count)
    {
        for (int i = count; i < _open.Count; i++)
        {
            int mark = _open[i].Mark;
            int entry = mark == 0 ? -1 : _formatting.FindIndex(f => f.Mark == mark);
            if (entry >= 0) { _formatting[entry] = _formatting[entry] with { IsOpen = false }; }
        }
        _open.RemoveRange(count, _open.Count - count);
    }
}
