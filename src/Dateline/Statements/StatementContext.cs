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
        if (!Parsed.Is(cue, "xcomp")) { return first; }
        int head = Parsed.Tokens[cue].Head;
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
