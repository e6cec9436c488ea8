using System.Net;

namespace Dateline.Ingest.Xml;

/// <summary>Reads XML as feeds write it: with bare ampersands, HTML's entities, end tags that miss or cross, and cut short. One pass, linear.</summary>
/// <remarks>A document type is passed over unread and declared entities are left as written, so that nothing is expanded or fetched.</remarks>
internal sealed class LooseXml
{
    /// <summary>Deeper elements lose their tags; their text stays.</summary>
    public const int MaxDepth = 256;
    private const int MostAttributes = 256, MostNamespaces = 64;

    private readonly string _source;
    private readonly Stack<LooseElement> _open = new();
    private readonly List<(int Depth, string Prefix, string Space)> _spaces = [];
    private int _flattened;
    private bool _noComment, _noInstruction, _noDoctype, _noDouble, _noSingle, _cut;

    private LooseXml(string source) => _source = source;

    /// <summary>The document; whatever the source, never an exception.</summary>
    public static LooseDocument Parse(string source)
    {
        LooseXml reader = new(source);
        LooseElement top = new("", null) { End = source.Length };
        reader._open.Push(top);
        for (int at = 0; at < source.Length;)
        {
            int tag = source.IndexOf('<', at);
            if (tag < 0) { tag = source.Length; }
            if (tag > at) { reader.AddText(WebUtility.HtmlDecode(source[at..tag])); }
            at = tag < source.Length ? reader.Tag(tag) : tag;
        }
        bool cut = reader._open.Count > 1 || reader._cut;
        while (reader._open.Count > 1) { reader.Pop(source.Length); }
        return new LooseDocument(top, cut);
    }

    private void AddText(string text) => _open.Peek().Add(new LooseNode(Windows1252.Repair(text), null));

    /// <summary>Reads what starts with "&lt;" and returns where it ends.</summary>
    private int Tag(int at)
    {
        ReadOnlySpan<char> rest = _source.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal)) { return Past("-->", at + 4, ref _noComment) ?? at + 4; }
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            int end = _source.IndexOf("]]>", at + 9, StringComparison.Ordinal);
            AddText(end < 0 ? _source[(at + 9)..] : _source[(at + 9)..end]);
            _cut |= end < 0;
            return end < 0 ? _source.Length : end + 3;
        }
        if (rest.StartsWith("<?", StringComparison.Ordinal)) { return Past("?>", at + 2, ref _noInstruction) ?? at + 2; }
        if (rest.StartsWith("<!", StringComparison.Ordinal)) { return Doctype(at + 2); }
        bool closes = rest.StartsWith("</", StringComparison.Ordinal);
        int start = at + (closes ? 2 : 1), nameEnd = start;
        while (nameEnd < _source.Length && IsName(_source[nameEnd])) { nameEnd++; }
        if (nameEnd == start || !(char.IsLetter(_source[start]) || _source[start] == '_'))
        {
            AddText("<");
            return at + 1;
        }
        string name = _source[start..nameEnd];
        if (!closes) { return Open(name, at, nameEnd); }
        int border = _source.AsSpan(nameEnd).IndexOfAny('<', '>');
        int past = border < 0 ? _source.Length : nameEnd + border + (_source[nameEnd + border] == '>' ? 1 : 0);
        Close(name, past);
        return past;
    }

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is ':' or '_' or '-' or '.';

    private int? Past(string end, int from, ref bool missing)
    {
        if (missing) { return null; }
        int at = _source.IndexOf(end, from, StringComparison.Ordinal);
        missing = at < 0;
        return missing ? null : at + end.Length;
    }

    private int Doctype(int from)
    {
        if (_noDoctype) { return from; }
        int brackets = 0;
        for (int at = from; at < _source.Length; at++)
        {
            char c = _source[at];
            if (c == '[') { brackets++; }
            else if (c == ']') { brackets--; }
            else if (c == '>' && brackets <= 0) { return at + 1; }
        }
        _noDoctype = true;
        return from;
    }

    private int Open(string name, int start, int at)
    {
        List<(string Name, string Value)> attributes = [];
        bool empty = false;
        while (at < _source.Length)
        {
            char c = _source[at];
            if (c == '>') { at++; break; }
            if (c == '<') { break; }
            if (!IsName(c))
            {
                empty = c == '/' && at + 1 < _source.Length && _source[at + 1] == '>';
                at++;
                continue;
            }
            int nameStart = at;
            while (at < _source.Length && IsName(_source[at])) { at++; }
            string attribute = _source[nameStart..at];
            string value = Value(ref at);
            if (attributes.Count < MostAttributes) { attributes.Add((attribute, value)); }
        }
        if (at >= _source.Length && _source[^1] != '>') { _cut = true; }
        if (_open.Count > MaxDepth)
        {
            if (!empty) { _flattened++; }
            return at;
        }
        CloseUnended(name, start);
        Push(name, start, at, attributes);
        if (empty) { Pop(at); }
        return at;
    }

    /// <summary>The value after an attribute's name, with or without quotes; the empty string where there is none.</summary>
    private string Value(ref int at)
    {
        int equals = at;
        while (equals < _source.Length && char.IsWhiteSpace(_source[equals])) { equals++; }
        if (equals >= _source.Length || _source[equals] != '=') { return ""; }
        at = equals + 1;
        while (at < _source.Length && char.IsWhiteSpace(_source[at])) { at++; }
        if (at >= _source.Length) { return ""; }
        char quote = _source[at];
        if (quote is '"' or '\'' && !(quote == '"' ? _noDouble : _noSingle))
        {
            int close = _source.IndexOf(quote, at + 1);
            if (close >= 0)
            {
                string quoted = _source[(at + 1)..close];
                at = close + 1;
                return WebUtility.HtmlDecode(quoted);
            }
            if (quote == '"') { _noDouble = true; } else { _noSingle = true; }
        }
        int start = at;
        while (at < _source.Length && !char.IsWhiteSpace(_source[at]) && _source[at] is not ('>' or '<')) { at++; }
        return WebUtility.HtmlDecode(_source[start..at].Trim('"', '\''));
    }

    /// <summary>An item never stands in an item: the end tag of the one before it is missing.</summary>
    private void CloseUnended(string name, int at)
    {
        if (!name.Equals("item", StringComparison.OrdinalIgnoreCase) && !name.Equals("entry", StringComparison.OrdinalIgnoreCase)) { return; }
        if (_open.Any(e => e.Name == name)) { Close(name, at); }
    }

    private void Push(string name, int start, int end, List<(string Name, string Value)> attributes)
    {
        foreach ((string attribute, string value) in attributes)
        {
            if (!attribute.StartsWith("xmlns", StringComparison.Ordinal) || _spaces.Count >= MostNamespaces) { continue; }
            string declared = attribute.Length > 6 && attribute[5] == ':' ? attribute[6..] : "";
            _spaces.Add((_open.Count, declared, value.Trim()));
        }
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        string prefix = colon < 0 ? "" : name[..colon];
        string? space = null;
        for (int i = _spaces.Count - 1; i >= 0 && space is null; i--)
        {
            if (_spaces[i].Prefix == prefix) { space = _spaces[i].Space; }
        }
        LooseElement element = new(name, _open.Peek()) { Vocabulary = Vocabularies.Of(prefix, space), Start = start, End = end };
        foreach ((string attribute, string value) in attributes) { element.Add(attribute, value); }
        _open.Peek().Add(new LooseNode(null, element));
        _open.Push(element);
    }

    private void Close(string name, int end)
    {
        if (_flattened > 0) { _flattened--; return; }
        if (!_open.Any(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) { return; }
        bool closed = false;
        while (!closed) { closed = Pop(end).Name.Equals(name, StringComparison.OrdinalIgnoreCase); }
    }

    private LooseElement Pop(int end)
    {
        LooseElement element = _open.Pop();
        element.End = end;
        while (_spaces.Count > 0 && _spaces[^1].Depth >= _open.Count) { _spaces.RemoveAt(_spaces.Count - 1); }
        return element;
    }
}
