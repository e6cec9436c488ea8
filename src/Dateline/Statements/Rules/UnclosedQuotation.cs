using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>A quotation whose closing mark was forgotten before its cue: the words end at the comma that the cue follows.</summary>
/// <example>"There was no word of it for years, said Kessel, who helped her. -> Kessel said what stands before the comma.</example>
/// <seealso href="specs/statements/quotation-marks.md"/>
internal static class UnclosedQuotation
{
    private const int LongestSubject = 6, LongestSearch = 120;
    private const double Guessed = 0.6;

    /// <summary>The draft with its content; null when the quotation is closed, goes on in the next paragraph, or holds no cue.</summary>
    public static Draft? Find(StatementContext context, CueFinder cues, Quotation quotation, Quotation? next)
    {
        if (quotation.Closed || next is { Continues: true }) { return null; }
        ParsedText parsed = context.Parsed;
        (int first, int end) = parsed.TokensIn(quotation.Span);
        for (int i = first + 2; i < end - 1 && i - first < LongestSearch; i++)
        {
            if (parsed.Form(i) is not ",") { continue; }
            int verb = VerbBehind(context, cues, i, end, out ReportingWord? word);
            if (verb < 0) { continue; }
            Speaker speaker = verb == i + 1 ? context.Syntax.NounAfter(verb, end) : context.Syntax.NearestNoun(verb, i + 1);
            if (!speaker.Found || parsed.Tokens[speaker.Head].Lemma is "I" or "we" or "you") { continue; }
            Draft draft = context.NewVerbDraft("statements/unclosed-quotation", verb, word!, speaker);
            draft.Form = StatementForm.Direct;
            draft.Confidence = Guessed;
            draft.Content.Add(new TextSpan(quotation.Span.Start, parsed.Tokens[i].Span.End));
            return draft;
        }
        return null;
    }

    /// <summary>A plain verb of saying right behind the comma with a capitalised speaker behind it, or behind a short subject and before a stop.</summary>
    private static int VerbBehind(StatementContext context, CueFinder cues, int comma, int end, out ReportingWord? word)
    {
        ParsedText parsed = context.Parsed;
        word = null;
        for (int i = comma + 1; i < end && i <= comma + 1 + LongestSubject; i++)
        {
            if (parsed.Tokens[i].Upos is Upos.PUNCT) { return -1; }
            if (!context.Syntax.IsVerb(i) || !context.Syntax.IsFinite(i)) { continue; }
            word = cues.VerbAt(parsed, i);
            if (word is null || !word.Takes(Frames.Quote) || !word.Takes(Frames.That | Frames.ObjectThat)) { return -1; }
            bool inverted = i == comma + 1 && i + 1 < end && char.IsUpper(parsed.Form(i + 1)[0]);
            bool closes = i > comma + 1 && (i + 1 >= end || parsed.Tokens[i + 1].Upos is Upos.PUNCT || context.IsTime(i + 1));
            return inverted || closes ? i : -1;
        }
        return -1;
    }
}
