using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Whole quotations with the cue beside them, and those that go on without one.</summary>
/// <example>"We accept," Odhiambo said. "We do not forget." -> one statement of two parts.</example>
/// <seealso href="specs/statements/quotations.md"/>
internal sealed class QuotedSpeech(CueFinder cues)
{
    private const double Adjacent = 0.95, Carried = 0.8, Implied = 0.55;
    /// <summary>A quotation is carried over at most this many paragraphs.</summary>
    private const int LongestCarry = 2;

    private readonly QuotationCue _cues = new(cues);

    /// <summary>Adds a draft for each quotation that somebody speaks; scare quotes and titles give none.</summary>
    public void Apply(StatementContext context)
    {
        IReadOnlyList<Quotation> outer = context.Quotations.Outer;
        Draft? last = null;
        int lastQuotation = -1;
        for (int q = 0; q < outer.Count; q++)
        {
            if (TranscriptTurn.InQuotation(context, outer[q]) is { } turn)
            {
                context.Keep(turn);
                last = turn;
                lastQuotation = q;
                continue;
            }
            bool goesOn = last is not null && lastQuotation == q - 1 && outer[q].Continues;
            Draft? draft = _cues.Find(context, outer[q], last);
            if (goesOn && (draft is null || draft == last))
            {
                last!.Content.Add(outer[q].Span);
                lastQuotation = q;
                continue;
            }
            if (goesOn && !outer[q - 1].Closed && last!.Content.Count > 1 && last.Content[^1] == outer[q - 1].Span && draft!.CueSpan?.Start > outer[q].Span.Start)
            {
                // The paragraph before had no cue of its own: this one's cue closes both.
                last.Content.RemoveAt(last.Content.Count - 1);
                draft.Content.Add(outer[q - 1].Span);
            }
            if (draft is not null)
            {
                if (draft == last || (last is not null && draft.CueHead >= 0 && draft.CueHead == last.CueHead)) { last!.Content.Add(outer[q].Span); }
                else
                {
                    draft.Content.Add(outer[q].Span);
                    context.Keep(draft);
                    last = draft;
                }
                lastQuotation = q;
            }
            else if (StandsFree(context, outer[q]) && Carry(context, outer, q, last, lastQuotation) is { } carried)
            {
                last = carried;
                lastQuotation = q;
            }
        }
    }

    /// <summary>A quotation that is a sentence of its own, or several.</summary>
    private static bool StandsFree(StatementContext context, Quotation quotation)
    {
        ParsedText parsed = context.Parsed;
        int first = parsed.TokenAtOrAfter(quotation.Span.Start), before = first - 1;
        if (first >= parsed.Tokens.Length) { return false; }
        bool opensSentence = before < 0 || parsed.SentenceIndex(before) != parsed.SentenceIndex(first) || parsed.SentenceOf(before).Block != quotation.Block;
        return opensSentence && (QuotationCue.EndsAsSpeech(context, quotation) || !quotation.Closed);
    }

    /// <summary>Without a cue: more words of the statement before it in the paragraph or the next paragraph, else of the speaker who is implied.</summary>
    private static Draft? Carry(StatementContext context, IReadOnlyList<Quotation> outer, int q, Draft? last, int lastQuotation)
    {
        if (last is null || lastQuotation < 0) { return null; }
        Quotation here = outer[q], before = outer[lastQuotation];
        int apart = NarrativeBlocksBetween(context, before.Block, here.Block);
        if (apart == 0 || (apart == 1 && EndsWithSpeech(context, before, last)))
        {
            last.Content.Add(here.Span);
            last.Confidence = Math.Min(last.Confidence, apart == 0 ? Adjacent : Carried);
            return last;
        }
        if (apart > LongestCarry) { return null; }
        Draft implied = new()
        {
            Rule = "statements/free-standing-quotation",
            Word = context.Lexicon.Verbs("say")[0],
            CarriedFrom = last,
            Form = StatementForm.Direct,
            Confidence = Implied,
        };
        implied.Content.Add(here.Span);
        context.Keep(implied);
        return implied;
    }

    /// <summary>True when nothing but the cue's own sentence follows the quotation in its paragraph.</summary>
    private static bool EndsWithSpeech(StatementContext context, Quotation quotation, Draft draft)
    {
        TextSpan block = context.Story.Blocks[quotation.Block].Span;
        int end = quotation.Span.End;
        if (draft.CueSpan is { } cue && cue.Start >= end && block.Contains(cue))
        {
            int cueToken = context.Parsed.TokenAtOrAfter(cue.Start);
            end = cueToken < context.Parsed.Tokens.Length ? context.Parsed.SentenceOf(cueToken).Span.End : end;
        }
        return context.Parsed.Text.AsSpan(end, Math.Max(0, block.End - end)).Trim(" .,\u00A0").Length == 0;
    }

    private static int NarrativeBlocksBetween(StatementContext context, int from, int to)
    {
        int count = 0;
        for (int b = from + 1; b <= to && count < 4; b++)
        {
            if (context.Story.Blocks[b].IsNarrative) { count++; }
        }
        return count;
    }
}
