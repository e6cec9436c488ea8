using Dateline.Entities;
using Dateline.Places;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Statements;

/// <summary>The circumstances of saying: to whom, on what occasion, when and where; never words of what is said.</summary>
internal sealed class SayingFinder(StatementContext context, EntitySet entities, IReadOnlyList<TimeExpression> times, IReadOnlyList<Place> places)
{
    private readonly ParsedText _parsed = context.Parsed;

    public Addressee? AddresseeOf(Draft draft)
    {
        int head = draft.Addressee >= 0 ? draft.Addressee : Receiver(draft);
        if (head < 0 || draft.Holds(_parsed.Tokens[head].Span.Start)) { return null; }
        TextSpan span = context.Syntax.NounPhrase(head, draft.CueHead);
        foreach (int child in _parsed.Children(head))
        {
            // "told supporters in Conakry": the place is that of saying.
            if (child > head && _parsed.Is(child, "nmod") && context.Syntax.Marker(child) is "in" or "at" or "on" && span.Contains(_parsed.Tokens[child].Span))
            {
                span = new TextSpan(span.Start, _parsed.Tokens[_parsed.Left(child) - 1].Span.End);
                break;
            }
        }
        foreach (TextSpan part in draft.Content)
        {
            if (part.Overlaps(span)) { span = _parsed.Tokens[head].Span; break; }
        }
        return new Addressee { Span = span, Entity = EntityOf(head, span)?.Id };
    }

    private Entity? EntityOf(int head, TextSpan span)
    {
        if (entities.AtHead(head) is { } entity) { return entity; }
        foreach ((Entity inside, Mention mention) in entities.In(span))
        {
            if (mention.Span.End == span.End) { return inside; }
        }
        return null;
    }

    private int Receiver(Draft draft)
    {
        if (draft.CueHead < 0 || draft.CueKind is not CueKind.Verb || draft.Word.Addressee.Length == 0) { return -1; }
        foreach (int child in _parsed.Children(draft.CueHead))
        {
            if (child == draft.Speaker.Head) { continue; }
            if (_parsed.Is(child, "iobj")) { return child; }
            if (draft.Word.Addressee == "obj")
            {
                if (_parsed.Is(child, "obj") && child > draft.CueHead && child != draft.Speaker.Head) { return child; }
            }
            else if (_parsed.Is(child, "obl") && context.Syntax.Marker(child) == draft.Word.Addressee && IsPartyLike(child)) { return child; }
        }
        return -1;
    }

    private bool IsPartyLike(int token) =>
        _parsed.Tokens[token].Upos is Upos.PROPN or Upos.PRON || entities.AtHead(token) is not null || context.Lexicon.Unnamed.Contains(_parsed.Tokens[token].Lemma);

    public SpanRefWithRule? OccasionOf(Draft draft)
    {
        if (draft.CueHead < 0) { return null; }
        foreach (int child in _parsed.Children(draft.CueHead))
        {
            if (!_parsed.Is(child, "obl") || draft.Holds(_parsed.Tokens[child].Span.Start)) { continue; }
            if (context.Syntax.Marker(child) is "in" or "at" or "during" or "on" or "after" && context.Lexicon.Occasions.Contains(_parsed.Tokens[child].Lemma))
            {
                return new SpanRefWithRule(context.Syntax.NounPhrase(child, draft.CueHead), "statements/occasion");
            }
        }
        return null;
    }

    /// <summary>The time named in the cue's own clause: "said on Friday".</summary>
    public string? TimeOf(Draft draft)
    {
        if (draft.CueHead < 0 || draft.CueKind is not CueKind.Verb) { return null; }
        int low = FirstFrom(times, t => t.Span.End, draft.CueHead);
        for (int i = low; i < times.Count && times[i].Span.Start < _parsed.SentenceOf(draft.CueHead).Span.End; i++)
        {
            if (BelongsToCue(draft, times[i].Span)) { return times[i].Id; }
        }
        return null;
    }

    /// <summary>The place named in the cue's own clause: "told supporters in Conakry".</summary>
    public string? PlaceOf(Draft draft)
    {
        if (draft.CueHead < 0 || draft.CueKind is not CueKind.Verb) { return null; }
        int low = FirstFrom(places, p => p.Span.End, draft.CueHead);
        for (int i = low; i < places.Count && places[i].Span.Start < _parsed.SentenceOf(draft.CueHead).Span.End; i++)
        {
            if (BelongsToCue(draft, places[i].Span) && OpenedBy(places[i].Span)) { return places[i].Id; }
        }
        return null;
    }

    /// <summary>First record that ends in or after the cue's sentence.</summary>
    private int FirstFrom<T>(IReadOnlyList<T> records, Func<T, int> end, int cue)
    {
        int start = _parsed.SentenceOf(cue).Span.Start, low = 0, high = records.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (end(records[middle]) <= start) { low = middle + 1; } else { high = middle; }
        }
        return low;
    }

    private bool BelongsToCue(Draft draft, TextSpan span)
    {
        if (draft.Holds(span.Start)) { return false; }
        int at = _parsed.HeadOf(span);
        for (int step = 0; step < 4 && at >= 0; step++)
        {
            int head = _parsed.Tokens[at].Head;
            if (head == draft.CueHead) { return _parsed.Is(at, "obl") || _parsed.Is(at, "advmod") || _parsed.Is(at, "nmod") || at == draft.Addressee || _parsed.Is(at, "iobj") || _parsed.Is(at, "obj"); }
            if (head < 0 || !(_parsed.Is(at, "nmod") || _parsed.Is(at, "obl") || _parsed.Is(at, "nummod") || _parsed.Is(at, "appos") || _parsed.Is(at, "compound") || _parsed.Is(at, "flat"))) { return false; }
            if (head == draft.Speaker.Head) { return false; }
            at = head;
        }
        return false;
    }

    private bool OpenedBy(TextSpan span)
    {
        int head = _parsed.HeadOf(span);
        return head >= 0 && context.Syntax.Marker(head) is "in" or "at" or "near" or "from" or "outside";
    }
}
