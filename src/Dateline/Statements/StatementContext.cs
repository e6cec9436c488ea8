using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Statements;

/// <summary>What the rules share while they read one story: the tree, the quotations, the words, and the drafts found so far.</summary>
internal sealed class StatementContext
{
    private readonly IReadOnlyList<TimeExpression> _times;
    private readonly SaidExtent _extent;
    private const int LongestGap = 16;

    public StatementContext(Story story, ParsedText parsed, IReadOnlyList<Quotation> quotations, ReportingLexicon lexicon, IReadOnlyList<TimeExpression> times)
    {
        _times = times;
        Story = story;
        Parsed = parsed;
        Lexicon = lexicon;
        Syntax = new Syntax(parsed);
        Quotations = new QuotationMap(parsed, quotations);
        Content = new ContentBuilder(Syntax, Quotations);
        _extent = new SaidExtent(this);
    }

    public Story Story { get; }
    public ParsedText Parsed { get; }
    public ReportingLexicon Lexicon { get; }
    public Syntax Syntax { get; }
    public QuotationMap Quotations { get; }
    public ContentBuilder Content { get; }
    public List<Draft> Drafts { get; } = [];

    /// <summary>The draft that a cue token already made.</summary>
    public Dictionary<int, Draft> ByCue { get; } = [];

    /// <summary>Speakers of verbs that the tree hangs in the wrong clause, by cue token.</summary>
    public Dictionary<int, Speaker> Overrides { get; } = [];

    /// <summary>Quotations that stand free without a cue, by index among the outer ones, each with the draft of the quotation before it.</summary>
    public List<(int Quotation, Draft? Before)> FreeQuotations { get; } = [];

    /// <summary>Narrative blocks from one to the other, the last one counted; at most 4.</summary>
    public int NarrativeBlocksBetween(int from, int to)
    {
        int count = 0;
        for (int b = from + 1; b <= to && count < 4; b++)
        {
            if (Story.Blocks[b].IsNarrative) { count++; }
        }
        return count;
    }

    /// <summary>Who speaks by a verb: by the tree; for "…," he wrote, arguing … the speaker of the quotation; else, before a finite verb, the nearest noun.</summary>
    public Speaker SpeakerOf(int cue)
    {
        if (Overrides.TryGetValue(cue, out Speaker given)) { return given; }
        Speaker speaker = Syntax.SpeakerOf(cue);
        if (SpeakerByOrder.Find(this, cue, speaker) is { Found: true } ordered) { return ordered; }
        bool hangs = speaker.Rule is "statements/participle" or "statements/participle-of-noun" || (!speaker.Found && Parsed.Tokens[cue].Xpos is "VBG" && Parsed.Tokens[cue].Head >= 0 && Parsed.Tokens[cue].Head < cue);
        if (hangs && ByCue.TryGetValue(Parsed.Tokens[cue].Head, out Draft? main) && main.Form is StatementForm.Direct && main.Speaker.Found)
        {
            return main.Speaker with { Rule = "statements/participle" };
        }
        if (speaker.Rule is "statements/participle" && Parsed.Tokens[cue].Xpos is "VBD" or "VBZ" or "VBP" && OwnSubject(cue) is { Found: true } own && own.Head != speaker.Head) { return own; }
        bool participle = Parsed.Tokens[cue].Xpos is "VBG" && (!speaker.Found || speaker.Rule is "statements/participle" or "statements/participle-of-noun") && Syntax.IsSetOff(cue);
        if (participle || (speaker.Rule is "statements/shared-subject" && IsSpeechVerb(cue)))
        {
            // ", saying …" and "… and added" at the end of what somebody said are said by the same.
            Speaker outer = OuterSpeaker(cue, participle);
            if (outer.Found) { return outer; }
        }
        if (speaker.Found || !Syntax.HasTense(cue) || Parsed.Child(cue, "expl") >= 0) { return speaker; }
        Speaker nearest = Syntax.NearestNoun(cue, Parsed.SentenceOf(cue).First);
        // "Having announced": with a perfect, a capital alone makes no noun.
        bool noun = nearest.Found && (Syntax.IsFinite(cue) || Parsed.Tokens[nearest.Head].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON);
        return !noun || IsTime(nearest.Head) ? Speaker.None : nearest;
    }

    /// <summary>"after leaked emails suggested": a finite verb in a clause of its own has the noun right before it for its subject, even where the tree took "after" for a preposition.</summary>
    private Speaker OwnSubject(int verb)
    {
        int noun = Syntax.GroupStart(verb) - 1, first = Parsed.SentenceOf(verb).First;
        if (noun <= first || Parsed.Tokens[noun].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON) || IsTime(noun)) { return Speaker.None; }
        if (!Parsed.Is(noun, "obl")) { return Syntax.NearestNoun(verb, first); }
        bool opened = Syntax.Marker(noun) is "after" or "before" or "as" or "since" or "until"
            || (Parsed.Left(noun) > first && Parsed.Is(Parsed.Left(noun) - 1, "mark") && Parsed.Tokens[Parsed.Left(noun) - 1].Head == verb);
        return opened ? new Speaker(noun, -1, "statements/nearest-noun") : Speaker.None;
    }

    /// <summary>The speaker of the outermost cue in whose content a second cue hangs; for a participle that hangs nowhere, the sentence's subject.</summary>
    private Speaker OuterSpeaker(int second, bool participle)
    {
        int first = Parsed.SentenceOf(second).First, head = Parsed.Tokens[second].Head;
        // "with some calling her out, saying …": the participle before it has a subject of its own.
        if (participle && head >= first && Parsed.Tokens[head].Xpos is "VBG" && Parsed.Child(head, "nsubj") >= 0) { return Speaker.None; }
        Speaker outermost = Speaker.None;
        for (int at = Parsed.Tokens[second].Head, step = 0; at >= first && step < 10; at = Parsed.Tokens[at].Head, step++)
        {
            if (!Parsed.Is(at, "ccomp") || Parsed.Tokens[at].Head is not (>= 0 and int cue) || cue >= second || !IsSpeechVerb(cue)) { continue; }
            if (!participle && (step > 0 || !SaidExtent.SameTense(Parsed.Tokens[cue].Xpos, Parsed.Tokens[second].Xpos) || Parsed.Tokens[at].Xpos == Parsed.Tokens[second].Xpos)) { continue; }
            Speaker outer = Syntax.SpeakerOf(cue);
            if (outer.Found) { outermost = outer with { Rule = participle ? "statements/participle" : "statements/shared-subject" }; }
        }
        if (outermost.Found || !participle || Syntax.SpeakerOf(second).Found) { return outermost; }
        int root = Parsed.SentenceOf(second).Root;
        Speaker main = root < second && Syntax.IsVerb(root) ? Syntax.SpeakerOf(root) : Speaker.None;
        return main with { Rule = "statements/participle" };
    }

    /// <summary>True for a word of a time expression: "Wednesday".</summary>
    public bool IsTime(int token) => IsTime(Parsed.Tokens[token].Span);

    /// <summary>True when the words are all of one time expression; a time is never what is said.</summary>
    private bool IsTime(TextSpan span)
    {
        int offset = span.Start, low = 0, high = _times.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_times[middle].Span.End <= offset) { low = middle + 1; } else { high = middle; }
        }
        return low < _times.Count && _times[low].Span.Contains(span);
    }

    /// <summary>True for a verb that may introduce a quotation: "said", "tweeted".</summary>
    public bool IsSpeechVerb(int token)
    {
        if (!Syntax.IsVerb(token)) { return false; }
        foreach (ReportingWord word in Lexicon.Verbs(Parsed.Tokens[token].Lemma))
        {
            if (word.Takes(Frames.Quote)) { return true; }
        }
        return false;
    }

    /// <summary>A draft for a verb cue, with its group as span; not yet added.</summary>
    public Draft NewVerbDraft(string rule, int cue, ReportingWord word, Speaker speaker)
    {
        int last = cue;
        foreach (string rest in word.Rest)
        {
            for (int i = last + 1; i <= last + 3 && i < Parsed.Tokens.Length; i++)
            {
                if (Parsed.Tokens[i].Lemma == rest || Syntax.Says(i, rest)) { last = i; break; }
            }
        }
        int first = Syntax.GroupStart(cue);
        return new Draft
        {
            Rule = rule,
            Word = word,
            CueHead = cue,
            CueSpan = Parsed.SpanOf(AspectStart(cue, first), last),
            Speaker = speaker,
            Negated = Syntax.IsNegated(cue) || IsNobody(speaker),
            Conditional = Syntax.IsConditional(cue),
        };
    }

    /// <summary>"Neither Hall nor Lee would say", "nobody said": it was not said.</summary>
    private bool IsNobody(Speaker speaker)
    {
        if (speaker.Head < 0 || speaker.Span is not null) { return false; }
        int first = Parsed.Left(speaker.Head);
        return Parsed.Tokens[first].Lemma is "neither" or "nobody" or "none" || (Parsed.Tokens[first].Lemma is "no" && Syntax.Says(first + 1, "one"));
    }

    /// <summary>First token of the cue's words: its auxiliaries, or the verb of aspect before it.</summary>
    public int CueStart(int cue) => AspectStart(cue, Syntax.GroupStart(cue));

    /// <summary>"went on to say", "continued to insist": the verb of aspect belongs to the cue.</summary>
    private int AspectStart(int cue, int first)
    {
        int head = Parsed.Tokens[cue].Head;
        if (head >= 0 && head < cue && cue - head <= 4 && Parsed.Tokens[cue].Xpos is "VBG" && Syntax.Marker(cue) == "as" && Syntax.IsPassive(head)) { return Syntax.GroupStart(head); }
        return HasAspect(cue) ? Syntax.GroupStart(head) : first;
    }

    /// <summary>True for "say" in "went on to say".</summary>
    public bool HasAspect(int cue)
    {
        int head = Parsed.Tokens[cue].Head;
        return head >= 0 && head < cue && cue - head <= 4 && (Parsed.Is(cue, "xcomp") || Parsed.Is(cue, "advcl"))
            && Parsed.Tokens[head].Lemma is "go" or "continue" or "begin" or "start" or "keep" or "proceed";
    }

    /// <summary>Somebody must speak by a verb in the active voice; where the tree shows nobody, the verb is no cue.</summary>
    private static bool NeedsSpeaker(Draft draft) =>
        draft.Rule is "statements/clausal-complement" or "statements/infinitive" or "statements/object-and-preposition" or "statements/predicate" or "statements/cue-at-the-end" or "statements/cue-in-the-middle";

    /// <summary>Keeps a draft that has content and, where it needs one, a speaker.</summary>
    public bool Keep(Draft draft)
    {
        if (draft.Content.Count == 0 || (draft.Content.Count == 1 && IsTime(draft.Content[0])) || (NeedsSpeaker(draft) && !draft.Speaker.Found)) { return false; }
        Drafts.Add(draft);
        if (draft.CueHead >= 0) { ByCue.TryAdd(draft.CueHead, draft); }
        return true;
    }

    /// <summary>The "that" behind a cue, with no other verb between but those of relative clauses ("told the teachers who came that"); -1 for none.</summary>
    public int ThatBehind(int cue)
    {
        bool relative = false;
        for (int i = cue + 1, end = Parsed.SentenceOf(cue).End; i < end && i <= cue + LongestGap; i++)
        {
            relative |= Parsed.Tokens[i].Xpos is "WP" or "WDT" && !Syntax.Says(i, "that");
            if (Syntax.Says(i, "that") && (Parsed.Tokens[i].Upos is Upos.SCONJ || (Parsed.Child(cue, "obj") < cue && OpensClause(i + 1, end)))) { return i; }
            if ((Syntax.IsFinite(i) && !relative) || Parsed.Form(i) is "," or ";" or ":") { return -1; }
        }
        return -1;
    }

    /// <summary>"suggested on Monday that Lind was": a name or pronoun behind "that" is the subject of what is said, though the tree may see a relative clause.</summary>
    private bool OpensClause(int token, int end) =>
        token + 1 < end && (Parsed.Tokens[token].Upos is Upos.PROPN || (Parsed.Tokens[token].Xpos is "PRP" && Parsed.Tokens[token].Lemma is "he" or "she" or "they" or "we" or "it"));

    /// <summary>"said that": the clause that is said begins there, whatever stands before the cue.</summary>
    public bool HasThatBehind(int cue) => cue + 2 < Parsed.SentenceOf(cue).End && Syntax.Says(cue + 1, "that") && Parsed.Tokens[cue + 1].Upos is Upos.SCONJ;

    /// <summary>Where the content of a clause that follows its cue ends.</summary>
    public int EndOfSaid(int cue, int first, int last, Speaker speaker) => _extent.End(cue, first, last, speaker);

    /// <summary>The last token before a clause in which somebody else speaks, else the given one.</summary>
    public int BeforeOther(int first, int last) => _extent.BeforeOther(first, last);

    /// <summary>"…, police said Sunday, adding that …": a participle behind the comma begins another statement; nothing behind it is the cue's own.</summary>
    public bool EndsBeforeParticiple(int cue)
    {
        int end = Parsed.SentenceOf(cue).End, at = cue + 1;
        while (at < end && (IsTime(at) || (at + 1 < end && Syntax.Says(at, "on") && IsTime(at + 1)))) { at++; }
        return at + 1 < end && Parsed.Form(at) is "," && Parsed.Tokens[at + 1].Xpos is "VBG" && Parsed.Child(at + 1, "nsubj") < 0;
    }
}
