using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Statements;

/// <summary>What the rules share while they read one story: the tree, the quotations, the words, and the drafts found so far.</summary>
internal sealed class StatementContext
{
    public StatementContext(Story story, ParsedText parsed, IReadOnlyList<Quotation> quotations, ReportingLexicon lexicon)
    {
        Story = story;
        Parsed = parsed;
        Lexicon = lexicon;
        Syntax = new Syntax(parsed);
        Quotations = new QuotationMap(parsed, quotations);
        Content = new ContentBuilder(Syntax, Quotations);
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

    /// <summary>Who speaks by a verb: by the tree; for "…," he wrote, arguing … the speaker of the quotation; else, before a finite verb, the nearest noun.</summary>
    public Speaker SpeakerOf(int cue)
    {
        if (Overrides.TryGetValue(cue, out Speaker given)) { return given; }
        Speaker speaker = Syntax.SpeakerOf(cue);
        if (speaker.Rule is "statements/participle" && ByCue.TryGetValue(Parsed.Tokens[cue].Head, out Draft? main) && main.Form is StatementForm.Direct && main.Speaker.Found)
        {
            return main.Speaker with { Rule = "statements/participle" };
        }
        if (speaker.Found || !Syntax.IsFinite(cue) || Parsed.Child(cue, "expl") >= 0) { return speaker; }
        return Syntax.NearestNoun(cue, Parsed.SentenceOf(cue).First);
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
            Negated = Syntax.IsNegated(cue),
            Conditional = Syntax.IsConditional(cue),
        };
    }

    /// <summary>"went on to say", "continued to insist": the verb of aspect belongs to the cue.</summary>
    private int AspectStart(int cue, int first)
    {
        int head = Parsed.Tokens[cue].Head;
        if (head >= 0 && head < cue && cue - head <= 4 && Parsed.Tokens[cue].Xpos is "VBG" && Syntax.Marker(cue) == "as" && Syntax.IsPassive(head)) { return Syntax.GroupStart(head); }
        if (!Parsed.Is(cue, "xcomp")) { return first; }
        return head >= 0 && head < cue && cue - head <= 4 && Parsed.Tokens[head].Lemma is "go" or "continue" or "begin" or "start" or "keep" or "proceed"
            ? Syntax.GroupStart(head) : first;
    }

    /// <summary>Keeps a draft that has content.</summary>
    public bool Keep(Draft draft)
    {
        if (draft.Content.Count == 0) { return false; }
        Drafts.Add(draft);
        if (draft.CueHead >= 0) { ByCue.TryAdd(draft.CueHead, draft); }
        return true;
    }
}
