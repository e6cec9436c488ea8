using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>An intermediary behind a quotation: '"…," the agency quoted Novak as saying'.</summary>
/// <example>"The bridge is safe," the agency quoted Novak as saying. -> Novak says it, inside what the agency tells.</example>
/// <seealso href="specs/statements/nested.md"/>
internal static class QuotedAsSaying
{
    private const int LongestName = 12;
    private const double SecondHand = 0.85;

    /// <summary>The speaker's draft, still without the quotation; the intermediary's is kept, with the quotation and the words that name the speaker for its content. Null for other cues.</summary>
    public static Draft? Find(StatementContext context, int cue, ReportingWord word, int end, Quotation quotation)
    {
        ParsedText parsed = context.Parsed;
        if (word.Lemma is not ("quote" or "cite") || context.Syntax.IsPassive(cue)) { return null; }
        int saying = -1;
        for (int i = cue + 2; i + 1 < end && i - cue <= LongestName; i++)
        {
            if (context.Syntax.Says(i, "as") && context.IsSpeechVerb(i + 1) && parsed.Tokens[i + 1].Xpos is "VBG") { saying = i + 1; break; }
            if (parsed.Tokens[i].Upos is Upos.PUNCT || context.Syntax.IsFinite(i)) { return null; }
        }
        if (saying < 0) { return null; }
        Draft outer = context.NewVerbDraft("statements/quotation-then-cue", cue, word, context.SpeakerOf(cue));
        outer.Content.Add(quotation.Span);
        outer.Content.Add(parsed.SpanOf(cue + 1, saying));
        outer.Confidence = SecondHand;
        context.Keep(outer);
        int first = cue + 1;
        while (first < saying - 2 && parsed.Tokens[first].Upos is Upos.DET or Upos.ADJ or Upos.ADV) { first++; }
        Draft draft = context.NewVerbDraft("statements/quotation-then-cue", saying, context.Lexicon.Verbs(parsed.Tokens[saying].Lemma)[0],
            new Speaker(QuotationSpeaker.HeadOfPhrase(context, first, cue + 1), -1, "statements/quoted-as-saying") { Span = parsed.SpanOf(cue + 1, saying - 2) });
        draft.CueSpan = parsed.Tokens[saying].Span;
        draft.Form = StatementForm.Direct;
        draft.Confidence = SecondHand;
        return draft;
    }
}
