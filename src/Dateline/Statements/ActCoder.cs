using Dateline.Text;

namespace Dateline.Statements;

/// <summary>What is done by saying it: from the cue's word, and behind a plain "said" from the content.</summary>
/// <seealso href="specs/statements/acts.md"/>
internal static class ActCoder
{
    public static Act Code(StatementContext context, Draft draft)
    {
        if (draft.Act is { } given) { return given; }
        Act own = draft.Word.Act;
        if (own is Act.Refuse && draft.Rule is "statements/infinitive") { return Act.Refuse; }
        return own is Act.Assert or Act.Ask && draft.Content.Count > 0 ? FromContent(context, draft, own) : own;
    }

    /// <summary>Denied is what the source denies; "did not deny" is no denial.</summary>
    public static Polarity PolarityOf(Draft draft) => draft.Word.Polarity is Polarity.Denied && !draft.Negated ? Polarity.Denied : Polarity.Affirmed;

    public static Certainty CertaintyOf(Draft draft) => draft.Conditional && draft.Word.Certainty is Certainty.Asserted ? Certainty.Hedged : draft.Word.Certainty;

    private static Act FromContent(StatementContext context, Draft draft, Act own)
    {
        ParsedText parsed = context.Parsed;
        if (own is Act.Ask) { return draft.Addressee >= 0 && draft.Rule is "statements/infinitive" or "statements/passive-infinitive" ? Act.Urge : own; }
        TextSpan first = draft.Content[0];
        if (draft.Form is StatementForm.Direct && first.In(parsed.Text).TrimEnd("\"\u201D\u2019', ").EndsWith("?", StringComparison.Ordinal)) { return Act.Ask; }
        int head = parsed.HeadOf(first);
        if (head < 0) { return own; }
        foreach (int child in parsed.Children(head))
        {
            if (child < head && parsed.Is(child, "aux") && parsed.Tokens[child].Lemma is "must" or "should" or "ought") { return Act.Demand; }
        }
        return own;
    }
}
