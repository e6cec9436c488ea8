using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Words quoted inside somebody's quotation, with their cue right before the inner mark: "They told us, 'Go home,' so we went."</summary>
/// <seealso href="specs/statements/nested.md"/>
internal static class NestedQuotation
{
    private const double Guessed = 0.7;

    public static void Apply(StatementContext context)
    {
        foreach (Quotation inner in context.Quotations.All)
        {
            if (inner.Depth != 1 || !inner.Closed) { continue; }
            int mark = context.Parsed.TokenAtOrAfter(inner.Span.Start), cue = CueBefore(context, mark);
            if (cue < 0) { continue; }
            if (context.ByCue.TryGetValue(cue, out Draft? known))
            {
                // The tree ran past the inner mark, or cut the quotation short.
                if (known.Content.Count == 1 && known.Content[0].Overlaps(inner.Span)) { known.Content[0] = inner.Span; known.Form = StatementForm.Direct; }
                continue;
            }
            ReportingWord? word = WordAt(context, cue);
            Speaker speaker = word is null ? Speaker.None : context.SpeakerOf(cue);
            if (!speaker.Found) { continue; }
            Draft draft = context.NewVerbDraft("statements/nested-quotation", cue, word!, speaker);
            draft.Form = StatementForm.Direct;
            draft.Confidence = Guessed;
            draft.Content.Add(inner.Span);
            context.Keep(draft);
        }
    }

    private static ReportingWord? WordAt(StatementContext context, int verb)
    {
        foreach (ReportingWord word in context.Lexicon.Verbs(context.Parsed.Tokens[verb].Lemma))
        {
            if (word.Rest.Length == 0 && word.Takes(Frames.Quote)) { return word; }
        }
        return null;
    }

    /// <summary>The verb of saying before the mark, a comma or colon and the one spoken to between; -1 for none.</summary>
    private static int CueBefore(StatementContext context, int mark)
    {
        ParsedText parsed = context.Parsed;
        int at = mark - 1, first = mark < parsed.Tokens.Length ? parsed.SentenceOf(mark).First : 0;
        bool separated = at > first && parsed.Form(at) is "," or ":";
        if (separated) { at--; }
        for (int step = 0; at >= first && step < 3; at--, step++)
        {
            if (context.Syntax.IsFinite(at) && context.IsSpeechVerb(at) && (separated || step == 0)) { return at; }
            if (parsed.Tokens[at].Upos is not (Upos.PRON or Upos.NOUN or Upos.PROPN or Upos.DET or Upos.ADP)) { return -1; }
        }
        return -1;
    }
}
