using Dateline.Entities;
using Dateline.Text;

namespace Dateline.Statements;

/// <summary>What is done by saying it: from the cue's word, and behind a plain "said" from the content.</summary>
/// <seealso href="specs/statements/acts.md"/>
internal static class ActCoder
{
    /// <param name="context">The story.</param>
    /// <param name="draft">The statement.</param>
    /// <param name="ownSide">True for a token that stands for the speaker's own state or body: what it must do is no demand on others.</param>
    public static Act Code(StatementContext context, Draft draft, Func<int, bool>? ownSide = null)
    {
        if (draft.Act is { } given) { return given; }
        Act own = draft.Word.Act;
        if (draft.Negated && own is Act.Confirm && draft.Rule is "statements/object") { return Act.Decline; }
        if (own is Act.Announce && draft.Rule is "statements/predicate" or "statements/object-and-preposition") { return Act.Assert; }
        if (draft.Word.Lemma is "tell" && draft.Rule is "statements/infinitive" or "statements/passive-infinitive") { return Act.Order; }
        return own is Act.Assert or Act.Ask or Act.Warn && draft.Content.Count > 0 ? FromContent(context, draft, own, ownSide) : own;
    }

    /// <summary>Denied is what the source denies, or does not say, think, want or support; "did not deny" is no denial, and silence told as such is neither.</summary>
    public static Polarity PolarityOf(Draft draft)
    {
        if (draft.Word.Polarity is Polarity.Denied) { return draft.Negated ? Polarity.Affirmed : Polarity.Denied; }
        bool silent = (draft.Act ?? draft.Word.Act) is Act.Decline or Act.Refuse or Act.Ask;
        if (draft.Act is Act.Decline) { return Polarity.Affirmed; }
        return draft.Negated && !silent ? Polarity.Denied : Polarity.Affirmed;
    }

    public static Certainty CertaintyOf(Draft draft) => draft.Conditional && draft.Word.Certainty is Certainty.Asserted ? Certainty.Hedged : draft.Word.Certainty;

    private static Act FromContent(StatementContext context, Draft draft, Act own, Func<int, bool>? ownSide)
    {
        ParsedText parsed = context.Parsed;
        if (own is Act.Ask) { return draft.Addressee >= 0 && draft.Rule is "statements/infinitive" or "statements/passive-infinitive" ? Act.Urge : own; }
        TextSpan first = draft.Content[0];
        if (draft.Form is StatementForm.Direct && first.In(parsed.Text).TrimEnd("\"\u201D\u2019', ").EndsWith("?", StringComparison.Ordinal)) { return Act.Ask; }
        if (draft.Form is StatementForm.Headline && own is Act.Assert && HasHeadlineFuture(context, first)) { return Act.Announce; }
        int modal = FirstModal(context, first, out bool infinitive);
        if (infinitive && draft.Form is StatementForm.Headline && own is Act.Assert) { return Act.Announce; }
        if (modal < 0 || parsed.Tokens[modal].Head < 0) { return own; }
        int clause = parsed.Tokens[modal].Head;
        string lemma = parsed.Tokens[modal].Lemma;
        if (own is Act.Warn) { return lemma is "will" or "would" && OfSpeaker(parsed, clause) ? Act.Threaten : own; }
        if (lemma is "must" or "should") { return parsed.Child(clause, "nsubj") is >= 0 and int bound && ownSide?.Invoke(bound) == true ? own : Act.Demand; }
        if (draft.Form is StatementForm.Direct) { return own; }
        if (lemma is "could" or "might" && context.Syntax.Says(parsed.TokenAtOrAfter(first.Start), "if")) { return Act.Predict; }
        return lemma is "will" or "would" ? (Acts(context, draft, clause) ? Act.Announce : Act.Predict) : own;
    }

    /// <summary>"talks to resume": in a headline a noun, "to" and a plain word tell the future; taggers seldom see a verb there.</summary>
    private static bool HasHeadlineFuture(StatementContext context, TextSpan part)
    {
        ParsedText parsed = context.Parsed;
        (int first, int end) = parsed.TokensIn(part);
        for (int i = first + 1; i + 1 < end; i++)
        {
            if (context.Syntax.Says(i, "to") && parsed.Form(i - 1)[^1] is not ('d' or 'g') && char.IsLower(parsed.Form(i + 1)[0])
                && parsed.Tokens[i + 1].Upos is Upos.VERB or Upos.NOUN or Upos.AUX) { return true; }
        }
        return false;
    }

    /// <summary>The auxiliary of the first finite verb when it is a modal, else -1; <paramref name="infinitive"/> is set when there is only an infinitive with "to", as in headlines.</summary>
    private static int FirstModal(StatementContext context, TextSpan part, out bool infinitive)
    {
        ParsedText parsed = context.Parsed;
        (int first, int end) = parsed.TokensIn(part);
        infinitive = false;
        bool conditional = false;
        for (int i = first; i < end; i++)
        {
            if (i == first && context.Syntax.Says(i, "if")) { conditional = true; }
            if (parsed.Tokens[i].Xpos is "MD") { return i; }
            if (parsed.Tokens[i].Xpos is "TO" && i + 1 < end && parsed.Tokens[i + 1].Xpos is "VB") { infinitive = true; }
            // The verb of an opening "if" clause is passed over, like those of relative clauses.
            if (context.Syntax.IsFinite(i) && !conditional && !parsed.Is(i, "acl") && !parsed.Is(parsed.Tokens[i].Head < 0 ? i : parsed.Tokens[i].Head, "acl")) { infinitive = false; return -1; }
        }
        return -1;
    }

    /// <summary>True when the clause's subject is a pronoun, which behind "warned that it would" is the one who warns.</summary>
    private static bool OfSpeaker(ParsedText parsed, int clause) =>
        parsed.Child(clause, "nsubj") is >= 0 and int subject && parsed.Tokens[subject].Lemma is "it" or "he" or "she" or "they" or "we" or "I";

    /// <summary>True when the future is in the speaker's hands: something is to be done, and no observer says so.</summary>
    private static bool Acts(StatementContext context, Draft draft, int clause) =>
        context.Syntax.IsVerb(clause)
        && !(draft.Speaker.Head >= 0 && RoleLexicon.Default.Find(context.Parsed.Tokens[draft.Speaker.Head].Lemma) is null && context.Lexicon.Unnamed.Contains(context.Parsed.Tokens[draft.Speaker.Head].Lemma));
}
