using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Finds the cue beside a quotation: "…," he said; "…," said Macron; he said: "…"; "…" — Michelle Marks.</summary>
/// <seealso href="specs/statements/quotations.md"/>
internal sealed class QuotationCue(CueFinder cues)
{
    private const int Reach = 45;
    private const double Adjacent = 0.95, Guessed = 0.75, BetweenCues = 0.85;

    private readonly CueBehindQuotation _behind = new(cues);

    /// <summary>A new draft, the given last one when its cue also introduces this quotation, or null for words that nobody speaks.</summary>
    public Draft? Find(StatementContext context, Quotation quotation, Draft? last)
    {
        if (!IsSpeech(context, quotation, last)) { return PartlyQuoted(context, quotation); }
        // 'He said "I did," the office said': the cue right before the mark has its own clause, the other speaks the whole sentence.
        if (RightBefore(context, quotation) && Before(context, quotation, last) is { } own) { return own; }
        Draft? after = After(context, quotation);
        Draft? before = Before(context, quotation, last);
        if (after is null || context.Parsed.Tokens[Math.Max(0, after.CueHead)].Xpos is "VBG") { return before ?? after; }
        // 'When a man shouted, "Amen," Beck laughed': with a cue on either side the quotation may be of either.
        if (before is not null && before != last && IsPunctuated(context, quotation)) { after.Confidence = Math.Min(after.Confidence, BetweenCues); }
        return after;
    }

    private static bool IsPunctuated(StatementContext context, Quotation quotation)
    {
        int before = context.Parsed.TokenAtOrAfter(quotation.Span.Start) - 1;
        return before >= 0 && context.Parsed.SentenceOf(before).Block == quotation.Block && context.Parsed.Form(before) is "," or ":";
    }

    /// <summary>'The town “is lost. Nobody came,” she wrote': a quotation that begins inside a sentence and ends another, whose cue stands behind it; what is said begins with the sentence.</summary>
    private Draft? PartlyQuoted(StatementContext context, Quotation quotation)
    {
        ParsedText parsed = context.Parsed;
        int mark = parsed.TokenAtOrAfter(quotation.Span.Start), close = parsed.TokenAtOrAfter(quotation.Inner.End);
        if (!quotation.Closed || quotation.IsSingle || LastCharacter(context, quotation) is not ',' || mark >= parsed.Tokens.Length || close >= parsed.Tokens.Length) { return null; }
        Sentence sentence = parsed.SentenceOf(mark);
        if (sentence.First == mark || sentence.End > close) { return null; }
        for (int i = sentence.First; i < mark; i++)
        {
            if (context.Quotations.OuterOf(i) >= 0 || context.IsSpeechVerb(i) || parsed.Form(i) is ":" or "(") { return null; }
        }
        if (After(context, quotation) is not { } draft || !draft.Word.Takes(Frames.That)) { return null; }
        draft.Content.Add(parsed.SpanOf(sentence.First, mark - 1));
        draft.Form = StatementForm.Mixed;
        return draft;
    }

    private bool RightBefore(StatementContext context, Quotation quotation)
    {
        ParsedText parsed = context.Parsed;
        int before = parsed.TokenAtOrAfter(quotation.Span.Start) - 1;
        if (before > 0 && parsed.Form(before) is "," or ":") { before--; }
        return before > 0 && parsed.SentenceOf(before).Block == quotation.Block && context.Syntax.IsFinite(before)
            && (parsed.Is(before, "conj") || (parsed.Child(before, "nsubj") is >= 0 and int subject && subject < before))
            && cues.VerbAt(parsed, before) is { } word && word.Takes(Frames.Quote);
    }

    /// <summary>The last character of the words, inner quotation marks aside.</summary>
    private static char LastCharacter(StatementContext context, Quotation quotation)
    {
        ReadOnlySpan<char> inner = quotation.Inner.In(context.Parsed.Text).TrimEnd(" '\"\u2019\u201D");
        return inner.IsEmpty ? ' ' : inner[^1];
    }

    public static bool EndsAsSpeech(StatementContext context, Quotation quotation) =>
        LastCharacter(context, quotation) is ',' or '?' or '!' or '.' or '\u2026' or '\u2014' or '-';

    /// <summary>Words that begin where speech may begin (at the start of a sentence, after a comma, colon or dash, right behind a cue) and do not run on as part of the sentence.</summary>
    private bool IsSpeech(StatementContext context, Quotation quotation, Draft? last)
    {
        ParsedText parsed = context.Parsed;
        (int first, int end) = parsed.TokensIn(quotation.Inner);
        int words = 0;
        for (int i = first; i < end && words < 3; i++)
        {
            if (parsed.Tokens[i].Upos is not Upos.PUNCT) { words++; }
        }
        if (words == 0) { return false; }
        int mark = parsed.TokenAtOrAfter(quotation.Span.Start), before = mark - 1;
        bool sameSentence = before >= 0 && first < parsed.Tokens.Length && parsed.SentenceIndex(before) == parsed.SentenceIndex(mark);
        if (!sameSentence) { return !quotation.IsSingle || words > 1; }
        if (!EndsAsSpeech(context, quotation) && !PunctuationFollows(context, quotation)) { return RightBefore(context, quotation) && JoinerFollows(context, quotation); }
        if (parsed.Tokens[before].Upos is Upos.PUNCT)
        {
            if (parsed.Form(before) is "(" or "[") { return LastCharacter(context, quotation) is ',' && words > 1; }
            return parsed.Form(before) is not ("-" or "/") && (words > 1 || EndsAsSpeech(context, quotation));
        }
        // '"I love him," he said, but "he is wrong."'
        if (parsed.Tokens[before].Upos is Upos.CCONJ && before > 1 && last is { CueHead: >= 0 } && parsed.Form(before - 1) is ","
            && parsed.SentenceIndex(last.CueHead) == parsed.SentenceIndex(before) && last.CueHead < before) { return EndsAsSpeech(context, quotation); }
        return (cues.VerbAt(parsed, before) is { } word && word.Takes(Frames.Quote))
            || (context.Syntax.Says(before, "that") && before > 0 && cues.VerbAt(parsed, before - 1) is { } that && that.Takes(Frames.That));
    }

    /// <summary>'said "no" and left': the quotation is over, another word goes on.</summary>
    private static bool JoinerFollows(StatementContext context, Quotation quotation)
    {
        int after = context.Parsed.TokenAtOrAfter(quotation.Span.End);
        return after >= context.Parsed.Tokens.Length || context.Parsed.Tokens[after].Upos is Upos.CCONJ or Upos.ADV;
    }

    private static bool PunctuationFollows(StatementContext context, Quotation quotation)
    {
        int end = quotation.Span.End;
        string text = context.Parsed.Text;
        return end >= text.Length || text[end] is ',' or '.' or ';' or ':' or '!' or '?' or '\n' or ')' || (end + 1 < text.Length && text[end] == ' ' && text[end + 1] is '\u2014' or '\u2013' or '-');
    }

    /// <summary>"…," he told reporters; "…," said Macron.</summary>
    private Draft? After(StatementContext context, Quotation quotation)
    {
        ParsedText parsed = context.Parsed;
        int at = parsed.TokenAtOrAfter(quotation.Span.End);
        if (at >= parsed.Tokens.Length || parsed.SentenceOf(at).Block != quotation.Block) { return null; }
        char closing = LastCharacter(context, quotation);
        bool comma = false;
        int dash = -1;
        while (at < parsed.Tokens.Length && parsed.Tokens[at].Upos is Upos.PUNCT && context.Quotations.OuterOf(at) < 0)
        {
            if (parsed.Form(at) is not "," && !QuotationLayout.IsDash(parsed, at)) { return null; }
            if (parsed.Form(at) is not ",") { dash = at; }
            comma = true;
            at++;
        }
        if (at >= parsed.Tokens.Length || context.Quotations.OuterOf(at) >= 0 || parsed.SentenceOf(at).Block != quotation.Block) { return null; }
        bool newSentence = parsed.SentenceOf(at).First == at && char.IsUpper(parsed.Form(at)[0]);
        if (closing == '.' && !comma && newSentence) { return null; }
        int end = Math.Min(parsed.SentenceOf(at).End, at + Reach);
        int cue = _behind.Find(context, at, end, out ReportingWord? word);
        if (cue < 0) { return dash >= 0 ? QuotationLayout.NameBehindDash(context, dash, at) : null; }
        bool invites = comma || closing is ',' or '?' or '!' or '\u2026' or '\u2014' or '-';
        if (!invites && !(word!.Takes(Frames.Quote) && word.Takes(Frames.That) && cue - at <= 3)) { return null; }
        if (!comma && closing is '?' or '!' && newSentence && cue > at && !IsShortClause(context, cue, at)) { return null; }
        if (context.Syntax.IsNegated(cue) || parsed.Tokens[at].Xpos is "TO") { return null; }
        // "and, when questioned, …": the one who is asked speaks elsewhere.
        if (parsed.Tokens[at].Xpos is "WRB" && context.Syntax.IsPassive(cue) && context.Syntax.Agent(cue) < 0) { return null; }
        if (QuotedAsSaying.Find(context, cue, word!, end, quotation) is { } told) { return told; }
        Speaker speaker = QuotationSpeaker.Near(context, cue, at, end);
        Draft draft = context.NewVerbDraft("statements/quotation-then-cue", cue, word!, speaker);
        draft.Form = StatementForm.Direct;
        draft.Confidence = speaker.Rule == "statements/nearest-noun" || !invites ? Guessed : Adjacent;
        AddThatClause(context, cue, draft);
        return draft;
    }

    /// <summary>'"We are concerned," they wrote, adding nothing, that the ministry "may have removed" it': a clause with "that" right behind the cue goes on what is said.</summary>
    private static void AddThatClause(StatementContext context, int cue, Draft draft)
    {
        ParsedText parsed = context.Parsed;
        int that = cue + 1, end = parsed.SentenceOf(cue).End;
        if (that < end && parsed.Form(that) is ",") { that++; }
        if (that < end && parsed.Form(that) is "and") { that++; }
        if (that + 2 >= end || !context.Syntax.Says(that, "that") || parsed.Tokens[that].Upos is not Upos.SCONJ) { return; }
        context.Content.Add(draft, that + 1, context.EndOfSaid(cue, that + 1, end - 1, draft.Speaker));
        if (draft.Content.Count > 0) { draft.Form = null; }
    }

    private static bool IsShortClause(StatementContext context, int cue, int at) => cue - at <= 6 && context.Parsed.SentenceOf(cue).End - cue <= 12;

    /// <summary>He said: "…"; Bush tweeted "…"; in a statement, he added, "…".</summary>
    private Draft? Before(StatementContext context, Quotation quotation, Draft? last)
    {
        ParsedText parsed = context.Parsed;
        int before = parsed.TokenAtOrAfter(quotation.Span.Start) - 1;
        if (before < 0 || context.Quotations.OuterOf(before) >= 0) { return null; }
        bool colon = parsed.Form(before) is ":";
        // A paragraph that ends with a colon introduces the next one.
        if (parsed.SentenceOf(before).Block != quotation.Block && !colon) { return null; }
        bool comma = parsed.Form(before) is "," || QuotationLayout.IsDash(parsed, before);
        if (parsed.Tokens[before].Upos is Upos.PUNCT && !colon && !comma) { return null; }
        Sentence sentence = parsed.SentenceOf(before);
        int start = Math.Max(sentence.First, before - Reach);
        for (int i = before; i >= start; i--)
        {
            if ((context.Quotations.OuterOf(i) >= 0 && !colon) || (colon && i > start && QuotationLayout.IsSpacedDash(parsed, i))) { break; }
            if (!context.Syntax.IsVerb(i) || context.Quotations.OuterOf(i) >= 0) { continue; }
            ReportingWord? word = cues.VerbAt(parsed, i);
            if (word is null || !word.Takes(Frames.Quote))
            {
                if (colon || !context.Syntax.IsFinite(i) || parsed.Is(i, "acl") || parsed.Is(i, "advcl")) { continue; }
                break;
            }
            if (last is not null && last.CueHead == i) { return last; }
            if (colon && parsed.Tokens[i].Xpos is "VBN" && (parsed.Is(i, "acl") || parsed.Is(i, "advcl") || parsed.Is(i, "amod")) && context.SpeakerOf(i).Rule is not "statements/interrupted-subject") { continue; }
            if (HasClauseBetween(context, i, before, colon)) { break; }
            Speaker speaker = QuotationSpeaker.Near(context, i, start, before);
            Draft draft = context.NewVerbDraft("statements/cue-then-quotation", i, word, speaker);
            draft.Form = StatementForm.Direct;
            draft.Confidence = speaker.Rule == "statements/nearest-noun" ? Guessed : Adjacent;
            return draft;
        }
        return colon ? QuotationLayout.ByColon(context, sentence, before) : null;
    }

    /// <summary>"He said the move was late, '…'": the verb's own clause stands between, the quotation belongs elsewhere.</summary>
    private static bool HasClauseBetween(StatementContext context, int cue, int before, bool colon)
    {
        if (colon) { return false; }
        for (int i = cue + 1; i < before; i++)
        {
            if (context.Syntax.IsFinite(i) && !context.Parsed.Is(i, "acl") && !context.Parsed.Is(i, "advcl")) { return true; }
        }
        return false;
    }
}
