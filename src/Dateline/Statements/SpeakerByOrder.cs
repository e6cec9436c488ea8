using Dateline.Text;

namespace Dateline.Statements;

/// <summary>Mends the speaker where trees err and the order of words does not: behind an interruption, beside a participle.</summary>
/// <example>Amnesty International - which tracks the case - said -> Amnesty International, not "the case".</example>
/// <seealso href="specs/statements/speakers.md"/>
internal static class SpeakerByOrder
{
    /// <summary>More words between two dashes or commas are no interruption of a subject.</summary>
    private const int LongestInterruption = 40;

    /// <summary>A better speaker than the tree's; <see cref="Speaker.None"/> when the tree's may stand.</summary>
    public static Speaker Find(StatementContext context, int cue, Speaker byTree)
    {
        ParsedText parsed = context.Parsed;
        if (parsed.Tokens[cue].Xpos is "VBG") { return OfParticiple(context, cue, byTree); }
        if (parsed.Tokens[cue].Xpos is not ("VBD" or "VBZ" or "VBP" or "VBN") || parsed.Child(cue, "aux:pass") >= 0) { return Speaker.None; }
        int start = context.CueStart(cue), before = start - 1, first = parsed.SentenceOf(cue).First;
        if (before <= first + 1 || !IsSeparator(parsed, before)) { return Speaker.None; }
        int opens = Opening(context, before, first);
        bool inverted = byTree.Head > cue && !BeginsClause(context, byTree.Head);
        if (opens < 0 || (byTree.Found && byTree.Head < opens) || inverted) { return Speaker.None; }
        Speaker noun = context.Syntax.NearestNoun(cue, first, opens);
        return noun.Found && !context.IsTime(noun.Head) && context.Quotations.OuterOf(noun.Head) == context.Quotations.OuterOf(cue) ? noun with { Rule = "statements/interrupted-subject" } : Speaker.None;
    }

    /// <summary>'Huhn, a former officer, said Fiorina "was involved"': the noun behind the cue has a verb of its own right behind it.</summary>
    private static bool BeginsClause(StatementContext context, int noun)
    {
        int next = context.Parsed.Right(noun) + 1;
        while (next < context.Parsed.Tokens.Length && context.Quotations.IsMark(next)) { next++; }
        return next < context.Parsed.SentenceOf(noun).End && context.Syntax.IsFinite(next);
    }

    private static bool IsSeparator(ParsedText parsed, int token) => parsed.Form(token) is "," or "-" or "--" or "\u2013" or "\u2014" or ")";

    /// <summary>The separator that opens the interruption which the given one closes: before a relative pronoun, a participle or, between dashes and brackets, anything.</summary>
    private static int Opening(StatementContext context, int closing, int first)
    {
        ParsedText parsed = context.Parsed;
        ReadOnlySpan<char> mark = parsed.Form(closing);
        for (int i = closing - 2; i > first && closing - i <= LongestInterruption; i--)
        {
            if (context.Quotations.OuterOf(i) != context.Quotations.OuterOf(closing)) { return -1; }
            if (mark is ")") { if (parsed.Form(i) is "(") { return i; } continue; }
            if (!parsed.Form(i).SequenceEqual(mark)) { continue; }
            if (mark is not ",") { return i; }
            if (parsed.Tokens[i + 1].Xpos is "WP" or "WDT" or "WP$" or "VBG" or "VBN") { return i; }
        }
        return -1;
    }

    /// <summary>"footage of Clinton asking": a name right before a participle does it; "while chanting": the subject of the main clause does.</summary>
    private static Speaker OfParticiple(StatementContext context, int cue, Speaker byTree)
    {
        ParsedText parsed = context.Parsed;
        int first = parsed.SentenceOf(cue).First, before = context.Syntax.GroupStart(cue) - 1;
        if (before <= first) { return Speaker.None; }
        int said = before - 1;
        while (said > first && (context.IsTime(said) || (context.IsTime(said + 1) && context.Syntax.Says(said, "on")))) { said--; }
        if (parsed.Form(before) is "," && context.Syntax.IsFinite(said) && context.IsSpeechVerb(said))
        {
            // "…, Spicer said Sunday, adding": the one who spoke last goes on.
            Speaker spoken = context.SpeakerOf(said);
            return spoken.Found && spoken.Head != byTree.Head ? spoken with { Rule = "statements/participle" } : Speaker.None;
        }
        if (byTree.Rule is "statements/participle" && parsed.Tokens[before].Upos is Upos.PROPN && !context.IsTime(before) && !parsed.Is(before, "obl") && byTree.Head != before)
        {
            Speaker name = context.Syntax.NearestNoun(cue, first);
            return name.Found && name.Head != byTree.Head && !parsed.Is(name.Head, "obl") ? name with { Rule = "statements/participle-of-noun" } : Speaker.None;
        }
        if (context.Syntax.Says(before, "while") && byTree.Found && parsed.SentenceOf(cue).Root is >= 0 and int root && context.Syntax.IsVerb(root) && root < cue)
        {
            Speaker main = context.Syntax.SpeakerOf(root);
            return main.Found && main.Head < cue && byTree.Head > root ? main with { Rule = "statements/participle" } : Speaker.None;
        }
        return Speaker.None;
    }
}
