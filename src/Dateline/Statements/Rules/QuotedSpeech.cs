using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Whole quotations with the cue beside them, and those that go on without one.</summary>
/// <example>"We accept," Odhiambo said. "We do not forget." -> one statement of two parts.</example>
/// <seealso href="specs/statements/quotations.md"/>
internal sealed class QuotedSpeech(CueFinder cues)
{
    private const double Adjacent = 0.95, Carried = 0.8;

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
            if (UnclosedQuotation.Find(context, cues, outer[q], q + 1 < outer.Count ? outer[q + 1] : null) is { } unclosed)
            {
                context.Keep(unclosed);
                last = unclosed;
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
                    draft.Content.Sort();
                    context.Keep(draft);
                    last = draft;
                }
                lastQuotation = q;
            }
            else if (StandsFree(context, outer[q]))
            {
                if (QuotationLayout.NameBelow(context, outer[q]) is { } signed)
                {
                    signed.Content.Add(outer[q].Span);
                    context.Keep(signed);
                    last = signed;
                    lastQuotation = q;
                }
                else if (last is not null && GoesOn(context, outer[lastQuotation], outer[q], last))
                {
                    last.Content.Add(outer[q].Span);
                    last.Confidence = Math.Min(last.Confidence, outer[lastQuotation].Block == outer[q].Block ? Adjacent : Carried);
                    lastQuotation = q;
                }
                else { context.FreeQuotations.Add((q, last)); }
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

    /// <summary>Without a cue: more words of the statement right before it in the paragraph, or of one that ends the paragraph before.</summary>
    private bool GoesOn(StatementContext context, Quotation before, Quotation here, Draft last)
    {
        if (before.Block != here.Block) { return context.NarrativeBlocksBetween(before.Block, here.Block) == 1 && EndsWithSpeech(context, before, last); }
        int end = Math.Max(before.Span.End, last.CueSpan?.End ?? 0);
        int first = context.Parsed.TokenAtOrAfter(here.Span.Start), previous = context.Parsed.TokenAtOrAfter(end) - 1;
        if (previous >= 0 && context.Parsed.SentenceIndex(first) - context.Parsed.SentenceIndex(previous) > 1) { return false; }
        for (int i = previous + 1; i < first; i++)
        {
            // ", adding that …": what follows goes on that statement.
            if (context.Syntax.IsVerb(i) && cues.VerbAt(context.Parsed, i) is { } word && word.Takes(Frames.Quote) && word.Takes(Frames.That)) { return false; }
        }
        return true;
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
}
