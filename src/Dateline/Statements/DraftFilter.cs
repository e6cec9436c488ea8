using Dateline.Text;

namespace Dateline.Statements;

/// <summary>Orders the drafts by their words and takes out what is no statement of its own: "I think" in one's own quotation, the second verb of "refused to say".</summary>
internal static class DraftFilter
{
    public static List<Draft> Filter(StatementContext context)
    {
        List<Draft> kept = new(context.Drafts.Count);
        foreach (Draft draft in context.Drafts)
        {
            if (!IsOwnFrame(context, draft) && !IsControlled(context, draft) && !IsTrait(context, draft)) { kept.Add(draft); }
        }
        kept.Sort((a, b) => Position(a) != Position(b) ? Position(a).CompareTo(Position(b)) : b.Extent.Length.CompareTo(a.Extent.Length));
        return kept;
    }

    /// <summary>Takes out what a speaker is said to think inside the speaker's own statement ("he said he hoped that …"); an act of the past ("he said he ordered …") stays.</summary>
    public static bool RemoveOwnViews(List<Draft> drafts, IReadOnlyList<StatementSource?> sources, int[] parents, StatementContext context)
    {
        bool[] gone = new bool[drafts.Count];
        for (int i = 0; i < drafts.Count; i++)
        {
            if (parents[i] < 0 || drafts[i].Form is StatementForm.Direct || sources[i] is not { } own || sources[parents[i]] is not { } outer) { continue; }
            if (drafts[i].Speaker.Head >= 0 && drafts[i].Speaker.Head == drafts[parents[i]].Speaker.Head && drafts[i].CueKind is CueKind.Verb) { gone[i] = true; continue; }
            bool same = own.Entity is not null && own.Entity == outer.Entity;
            gone[i] = same && own.Form is SourceForm.Pronoun or SourceForm.Relative
                && ActCoder.Code(context, drafts[i]) is Act.Believe or Act.Intend or Act.Predict or Act.Assert or Act.Describe or Act.Praise or Act.Criticize or Act.Confirm or Act.Claim;
        }
        int kept = 0;
        for (int i = 0; i < drafts.Count; i++)
        {
            if (!gone[i]) { drafts[kept++] = drafts[i]; }
        }
        bool changed = kept < drafts.Count;
        drafts.RemoveRange(kept, drafts.Count - kept);
        return changed;
    }

    /// <summary>Where the statement begins: its first word, be it of content, cue or source.</summary>
    private static int Position(Draft draft) => Math.Min(draft.Extent.Start, draft.CueSpan?.Start ?? int.MaxValue);

    /// <summary>"we urge", "I think" inside a quotation: the quotation says it already.</summary>
    private static bool IsOwnFrame(StatementContext context, Draft draft)
    {
        int head = draft.Speaker.Head;
        if (head < 0 || draft.CueHead < 0 || context.Quotations.OuterOf(draft.CueHead) < 0) { return false; }
        return context.Parsed.Tokens[head].Lemma is "I" or "i" or "we" or "you" or "my" or "our" or "your";
    }

    /// <summary>"a charity that supports Ukraine": what somebody does by nature is not said.</summary>
    private static bool IsTrait(StatementContext context, Draft draft)
    {
        int noun = draft.Speaker.Antecedent;
        if (noun < 0 || draft.Rule is not "statements/object" || context.Parsed.Tokens[draft.CueHead].Xpos is not "VBZ" || draft.Word.Act is not (Act.Praise or Act.Criticize)) { return false; }
        return context.Parsed.Child(noun, "det") is >= 0 and int article && context.Parsed.Tokens[article].Lemma is "a" or "an";
    }

    /// <summary>"refused to say whether": the saying did not happen, or is the wish already told.</summary>
    private static bool IsControlled(StatementContext context, Draft draft)
    {
        if (draft.CueHead < 0 || draft.Speaker.Rule is not ("statements/control" or "statements/object-control")) { return false; }
        int head = context.Parsed.Tokens[draft.CueHead].Head;
        return head >= 0 && context.ByCue.TryGetValue(head, out Draft? governor) && governor != draft
            && (governor.Holds(draft.CueSpan!.Value.Start) || governor.CueSpan!.Value.Contains(draft.CueSpan.Value.Start));
    }
}
