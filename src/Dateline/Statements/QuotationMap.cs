using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Statements;

/// <summary>The quotations of a story, looked up by offset and token.</summary>
internal sealed class QuotationMap
{
    private readonly ParsedText _parsed;
    private readonly List<Quotation> _outer = [];
    private readonly int[] _outerOf;

    public QuotationMap(ParsedText parsed, IReadOnlyList<Quotation> all)
    {
        _parsed = parsed;
        All = all;
        foreach (Quotation quotation in all)
        {
            if (quotation.Depth == 0) { _outer.Add(quotation); }
        }
        _outerOf = new int[parsed.Tokens.Length];
        Array.Fill(_outerOf, -1);
        for (int q = 0, t = 0; q < _outer.Count; q++)
        {
            TextSpan span = _outer[q].Span;
            while (t < _outerOf.Length && parsed.Tokens[t].Span.End <= span.Start) { t++; }
            while (t < _outerOf.Length && parsed.Tokens[t].Span.Start < span.End) { _outerOf[t++] = q; }
        }
    }

    /// <summary>All quotations, the nested ones too.</summary>
    public IReadOnlyList<Quotation> All { get; }

    /// <summary>Those that stand in no other.</summary>
    public IReadOnlyList<Quotation> Outer => _outer;

    /// <summary>Index into <see cref="Outer"/> of the quotation around a token, -1 for none.</summary>
    public int OuterOf(int token) => _outerOf[token];

    /// <summary>True when the token is a mark that opens or closes an outer quotation.</summary>
    public bool IsMark(int token)
    {
        int q = _outerOf[token];
        if (q < 0) { return false; }
        TextSpan span = _parsed.Tokens[token].Span, whole = _outer[q].Span;
        return span.Start == whole.Start || (_outer[q].Closed && span.End == whole.End);
    }

    /// <summary>Makes a span respect quotations: inside the cue's own quotation it stays within it; of others it never takes a part of the marks only.</summary>
    public TextSpan Snap(TextSpan span, TextSpan? cue)
    {
        int low = FirstEndingAfter(span.Start);
        for (int q = low; q < _outer.Count && _outer[q].Span.Start < span.End; q++)
        {
            TextSpan whole = _outer[q].Span;
            if (cue is { } c && whole.Contains(c))
            {
                TextSpan inner = _outer[q].Inner;
                int end = Math.Min(span.End, inner.End);
                while (end > span.Start && (char.IsWhiteSpace(_parsed.Text[end - 1]) || _parsed.Text[end - 1] is ',' or '.' or ';')) { end--; }
                span = new TextSpan(Math.Max(span.Start, inner.Start), end);
                continue;
            }
            if (whole.Contains(span) || span.Contains(whole))
            {
                // What begins with the first word of a quotation is the whole quotation.
                if (whole.Contains(span) && span.Start - whole.Start <= 2 && !(cue is { } c2 && whole.Contains(c2))) { span = whole; }
                continue;
            }
            bool swallowsCue = cue is { } outside && span.Cover(whole).Overlaps(outside);
            if (!swallowsCue) { span = span.Cover(whole); }
        }
        return span;
    }

    private int FirstEndingAfter(int offset)
    {
        int low = 0, high = _outer.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_outer[middle].Span.End <= offset) { low = middle + 1; } else { high = middle; }
        }
        return low;
    }
}
