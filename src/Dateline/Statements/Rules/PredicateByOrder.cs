using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>What something is called, read from the order of words where the tree lost the object or its predicate.</summary>
/// <example>Carson called that report Friday a "bold lie." -> that report Friday a "bold lie."</example>
/// <seealso href="specs/statements/objects.md"/>
internal static class PredicateByOrder
{
    /// <summary>"called her vote for the war a mistake", "blasted Lee as a disgrace" where the tree lost the object or the predicate: an article, adjective or "as" right behind a noun begins it.</summary>
    public static bool Apply(StatementContext context, int cue, ReportingWord word, Speaker speaker)
    {
        ParsedText parsed = context.Parsed;
        if (!speaker.Found || speaker.Head > cue || !word.Takes(Frames.Predicate | Frames.As)) { return false; }
        int end = parsed.SentenceOf(cue).End, predicate = -1, last = cue;
        for (int i = cue + 1; i < end; i++)
        {
            if (context.Quotations.OuterOf(i) is >= 0 and int q && q != context.Quotations.OuterOf(cue))
            {
                // What stands in marks is taken whole; it ends the predicate.
                if (predicate < 0 && i == cue + 1) { return false; }
                if (predicate < 0 && !(word.Takes(Frames.Predicate) && IsNounOrTime(context, i - 1))) { return false; }
                predicate = predicate < 0 ? i : predicate;
                last = parsed.TokensIn(context.Quotations.Outer[q].Span).End - 1;
                break;
            }
            if (parsed.Tokens[i].Upos is Upos.PUNCT || context.Syntax.IsFinite(i)) { break; }
            if (predicate < 0 && i > cue + 1 && Begins(context, i, end, word)) { predicate = i; }
            last = i;
        }
        if (predicate < 0 || last >= end) { return false; }
        Draft draft = context.NewVerbDraft("statements/predicate", cue, word, speaker);
        context.Content.Add(draft, cue + 1, last);
        draft.Confidence = 0.6;
        return context.Keep(draft);
    }

    private static bool Begins(StatementContext context, int token, int end, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        if (!IsNounOrTime(context, token - 1)) { return false; }
        if (parsed.Tokens[token].Lemma is "as") { return word.Takes(Frames.As); }
        return word.Takes(Frames.Predicate) && (parsed.Tokens[token].Lemma is "a" or "an" || (parsed.Tokens[token].Upos is Upos.ADJ && !NounFollows(parsed, token, end)));
    }

    private static bool IsNounOrTime(StatementContext context, int token) =>
        context.Parsed.Tokens[token].Upos is Upos.NOUN or Upos.PROPN || context.IsTime(token) || (context.Parsed.Tokens[token].Upos is Upos.PRON && context.Parsed.Tokens[token].Xpos is not "PRP$");

    private static bool NounFollows(ParsedText parsed, int token, int end) => token + 1 < end && parsed.Tokens[token + 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ;

    /// <summary>"labels the actions 'a blatant abuse'" where the tree lost the predicate: all up to the end of the quotation.</summary>
    public static bool WithQuotation(StatementContext context, int cue, ReportingWord word, Speaker speaker)
    {
        ParsedText parsed = context.Parsed;
        int end = parsed.SentenceOf(cue).End;
        for (int i = cue + 2; i < end && i <= cue + 10 && !context.Syntax.IsFinite(i); i++)
        {
            int quotation = context.Quotations.OuterOf(i);
            if (quotation < 0 || quotation == context.Quotations.OuterOf(cue)) { continue; }
            int last = parsed.TokensIn(context.Quotations.Outer[quotation].Span).End - 1;
            if (last >= end || !speaker.Found) { return false; }
            Draft draft = context.NewVerbDraft("statements/predicate", cue, word, speaker);
            context.Content.Add(draft, cue + 1, last);
            draft.Confidence = 0.75;
            return context.Keep(draft);
        }
        return false;
    }
}
