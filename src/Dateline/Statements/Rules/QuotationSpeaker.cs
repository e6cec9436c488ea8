using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Who speaks by the cue beside a quotation: by the tree where it agrees with the order of words, else by the order of words.</summary>
/// <example>"…," Scott Pruitt, the attorney general, one of the critics, said -> all three phrases are one speaker.</example>
/// <seealso href="specs/statements/quotations.md"/>
internal static class QuotationSpeaker
{
    /// <summary>More words between a quotation and its cue are not one speaker.</summary>
    private const int LongestStretch = 24, LongestInverted = 8;

    /// <summary>The speaker of a cue whose own words begin at <paramref name="from"/> and end before <paramref name="to"/>.</summary>
    public static Speaker Near(StatementContext context, int cue, int from, int to)
    {
        Speaker speaker = context.SpeakerOf(cue);
        if (cue == from && speaker.Head >= 0 && speaker.Head < cue && context.Syntax.IsFinite(cue) && !SpeaksToObject(context, cue) && NounAfter(context, cue, to) is >= 0 and int inverted)
        {
            // '("…," wrote Edward Nelson)': the subject is not one from before the quotation.
            return new Speaker(inverted, -1, "statements/inverted");
        }
        if (speaker.Head >= 0 && context.Quotations.OuterOf(speaker.Head) < 0)
        {
            // A subject that begins in the middle of the stretch is the last of several appositions.
            if (speaker.Rule is not "statements/subject" || speaker.Head > cue || context.Parsed.Left(speaker.Head) <= from) { return speaker; }
            return Stretch(context, cue, from) is { Found: true } whole && context.Parsed.Tokens[whole.Head].Upos is Upos.PROPN ? whole : speaker;
        }
        int after = NounAfter(context, cue, to);
        if (after >= 0 && cue == from) { return new Speaker(after, -1, "statements/inverted"); }
        if (Stretch(context, cue, from) is { Found: true } stretch) { return stretch; }
        Speaker nearest = context.Syntax.NearestNoun(cue, from, context.CueStart(cue));
        if (nearest.Found && context.Quotations.OuterOf(nearest.Head) < 0) { return nearest; }
        return after >= 0 ? new Speaker(after, -1, "statements/inverted") : Speaker.None;
    }

    /// <summary>Climbs from a noun to the head of its phrase, never past the stretch.</summary>
    public static int HeadOfPhrase(StatementContext context, int noun, int from)
    {
        int at = noun;
        for (int step = 0; step < 8; step++)
        {
            int head = context.Parsed.Tokens[at].Head;
            if (head < from || context.Parsed.Tokens[head].Upos is not (Upos.NOUN or Upos.PROPN) || Math.Abs(head - noun) > 12) { break; }
            at = head;
        }
        return at;
    }

    /// <summary>"told reporters": what follows is spoken to.</summary>
    private static bool SpeaksToObject(StatementContext context, int cue) =>
        context.Lexicon.Verbs(context.Parsed.Tokens[cue].Lemma) is { Length: > 0 } words && words[0].Addressee == "obj";

    /// <summary>All words between the quotation and its cue, when they can be one noun phrase.</summary>
    private static Speaker Stretch(StatementContext context, int cue, int from)
    {
        ParsedText parsed = context.Parsed;
        int last = context.CueStart(cue) - 1;
        while (last > from && parsed.Form(last) is ",") { last--; }
        if (from == 0 || (!context.Quotations.IsMark(from - 1) && parsed.Form(from - 1) is not ",") || last - from is < 1 or > LongestStretch
            || parsed.Tokens[from].Upos is Upos.ADP or Upos.ADV or Upos.SCONJ or Upos.CCONJ or Upos.PUNCT) { return Speaker.None; }
        int head = -1;
        for (int i = from; i <= last; i++)
        {
            if (context.Quotations.OuterOf(i) >= 0 || (context.Syntax.IsFinite(i) && parsed.Child(i, "nsubj") is >= 0 and int own && parsed.Tokens[own].Xpos is not ("WP" or "WDT"))) { return Speaker.None; }
            if (head < 0 && parsed.Tokens[i].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON) { head = HeadOfPhrase(context, i, from); }
        }
        return head < 0 || head > last ? Speaker.None : new Speaker(head, -1, "statements/nearest-noun") { Span = parsed.SpanOf(from, last) };
    }

    private static int NounAfter(StatementContext context, int cue, int to)
    {
        int first = cue + 1;
        // "as the mayor put it": the words of the cue itself are passed over.
        foreach (ReportingWord word in context.Lexicon.Verbs(context.Parsed.Tokens[cue].Lemma))
        {
            if (word.Rest.Length == 1 && context.Syntax.Says(first, word.Rest[0])) { first++; break; }
        }
        for (int i = first; i < to && i <= cue + LongestInverted; i++)
        {
            Token token = context.Parsed.Tokens[i];
            bool capital = char.IsUpper(context.Parsed.Form(i)[0]);
            if (token.Upos is Upos.PUNCT || (!capital && token.Upos is Upos.ADP or Upos.VERB or Upos.SCONJ or Upos.CCONJ)) { return -1; }
            bool endsPhrase = i + 1 >= to || context.Parsed.Tokens[i + 1].Upos is Upos.PUNCT;
            if (token.Upos is Upos.PROPN or Upos.PRON or Upos.NOUN || capital || (endsPhrase && token.Upos is Upos.ADJ or Upos.NUM or Upos.DET))
            {
                return context.Parsed.Is(i, "obl") ? -1 : HeadOfPhrase(context, i, first);
            }
        }
        return -1;
    }
}
