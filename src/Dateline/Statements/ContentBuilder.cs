using Dateline.Text;

namespace Dateline.Statements;

/// <summary>Turns token ranges into the spans of a content: without "that", edge punctuation and the words of the cue.</summary>
internal sealed class ContentBuilder(Syntax syntax, QuotationMap quotations)
{
    private readonly ParsedText _parsed = syntax.Parsed;

    /// <summary>Adds the subtree of a clause or phrase.</summary>
    public void AddSubtree(Draft draft, int head, bool keepMarker = true)
    {
        int first = _parsed.Left(head), last = _parsed.Right(head);
        if (!keepMarker && syntax.Marker(head).Length > 0 && _parsed.Is(first, "case")) { first++; }
        Add(draft, first, last);
    }

    /// <summary>Adds a range of tokens, both ends inclusive, leaving out the tokens <paramref name="withoutFirst"/> to <paramref name="withoutLast"/>.</summary>
    public void AddWithout(Draft draft, int first, int last, int withoutFirst, int withoutLast)
    {
        if (withoutFirst > first) { Add(draft, first, Math.Min(last, withoutFirst - 1)); }
        if (withoutLast < last) { Add(draft, Math.Max(first, withoutLast + 1), last); }
    }

    /// <summary>Adds a range of tokens, both ends inclusive.</summary>
    public void Add(Draft draft, int first, int last)
    {
        while (first <= last && IsLeadingEdge(first)) { first++; }
        while (last >= first && IsTrailingEdge(first, last)) { last--; }
        if (first > last) { return; }
        TextSpan span = quotations.Snap(_parsed.SpanOf(first, last), draft.CueSpan);
        if (span.IsEmpty || (draft.CueHead >= 0 && quotations.OuterOf(draft.CueHead) is >= 0 and int home && !quotations.Outer[home].Span.Overlaps(span))) { return; }
        int at = 0;
        while (at < draft.Content.Count && draft.Content[at].Start < span.Start) { at++; }
        if (at > 0 && draft.Content[at - 1].Overlaps(span)) { draft.Content[at - 1] = draft.Content[at - 1].Cover(span); return; }
        if (at < draft.Content.Count && draft.Content[at].Overlaps(span)) { draft.Content[at] = draft.Content[at].Cover(span); return; }
        draft.Content.Insert(at, span);
    }

    private bool IsLeadingEdge(int token) =>
        (_parsed.Tokens[token].Upos is Upos.PUNCT && !quotations.IsMark(token) && _parsed.Text[_parsed.Tokens[token].Span.Start] is not ('[' or '('))
        || (syntax.Says(token, "that") && (_parsed.Is(token, "mark") || OpensClause(token)));

    /// <summary>"that talks were due": before a plural, a name or a pronoun it points at nothing.</summary>
    private bool OpensClause(int that) => that + 1 < _parsed.Tokens.Length && _parsed.Tokens[that + 1].Xpos is "NNS" or "NNP" or "NNPS" or "PRP" or "PRP$" or "DT" or "EX";

    private bool IsTrailingEdge(int first, int token)
    {
        if (_parsed.Tokens[token].Upos is not Upos.PUNCT) { return false; }
        char c = _parsed.Text[_parsed.Tokens[token].Span.Start];
        return c is not (']' or ')' or '?' or '!' or '\u2026') && !quotations.IsMark(token);
    }
}
