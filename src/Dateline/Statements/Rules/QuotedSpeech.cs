using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Whole quotations and the cue beside them: "…," he said; he said: "…"; the quotation that goes on without a new cue.</summary>
/// <example>"We accept," Odhiambo said. "We do not forget." -> one statement of two parts.</example>
/// <seealso href="specs/statements/quotations.md"/>
internal sealed class QuotedSpeech(CueFinder cues)
{
    private const int Reach = 45;
    private const double Adjacent = 0.95, Guessed = 0.75, Carried = 0.8, Implied = 0.6;

    /// <summary>Adds a draft for each quotation that somebody speaks; scare quotes and titles give none.</summary>
    public void Apply(StatementContext context)
    {
        IReadOnlyList<Quotation> outer = context.Quotations.Outer;
        Draft? last = null;
        int lastQuotation = -1;
        for (int q = 0; q < outer.Count; q++)
        {
            if (last is not null && lastQuotation == q - 1 && outer[q].Continues)
            {
                last.Content.Add(outer[q].Span);
                lastQuotation = q;
                continue;
            }
            if (!IsSpeech(context, outer[q])) { continue; }
            Draft? draft = After(context, outer[q]) ?? Before(context, outer[q], last);
            if (draft is not null)
            {
                if (draft == last || (last is not null && draft.CueHead == last.CueHead)) { last!.Content.Add(outer[q].Span); }
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

    /// <summary>Words that begin where speech may begin: at the start of a sentence, after a comma, colon or dash, or right behind a cue.</summary>
    private bool IsSpeech(StatementContext context, Quotation quotation)
    {
        (int first, int end) = context.Parsed.TokensIn(quotation.Inner);
        int words = 0;
        for (int i = first; i < end && words < 3; i++)
        {
            if (context.Parsed.Tokens[i].Upos is not Upos.PUNCT) { words++; }
        }
        if (words == 0) { return false; }
        int before = context.Parsed.TokenAtOrAfter(quotation.Span.Start) - 1;
        bool sameSentence = before >= 0 && first < context.Parsed.Tokens.Length && context.Parsed.SentenceIndex(before) == context.Parsed.SentenceIndex(first)
            && context.Parsed.SentenceOf(before).Block == quotation.Block;
        if (!sameSentence) { return !quotation.IsSingle || words > 1; }
        if (context.Parsed.Tokens[before].Upos is Upos.PUNCT) { return words > 1 || EndsAsSpeech(context, quotation); }
        return cues.VerbAt(context.Parsed, before) is { } word && word.Takes(Frames.Quote);
    }

    private static char LastCharacter(StatementContext context, Quotation quotation)
    {
        ReadOnlySpan<char> inner = quotation.Inner.In(context.Parsed.Text).TrimEnd();
        return inner.IsEmpty ? ' ' : inner[^1];
    }

    private static bool EndsAsSpeech(StatementContext context, Quotation quotation) =>
        LastCharacter(context, quotation) is ',' or '?' or '!' or '.' or '\u2026' or '\u2014' or '-';

    /// <summary>"…," he told reporters; "…," said Macron.</summary>
    private Draft? After(StatementContext context, Quotation quotation)
    {
        ParsedText parsed = context.Parsed;
        int at = parsed.TokenAtOrAfter(quotation.Span.End);
        if (at >= parsed.Tokens.Length || parsed.SentenceOf(at).Block != quotation.Block) { return null; }
        char closing = LastCharacter(context, quotation);
        bool punctuation = false;
        while (at < parsed.Tokens.Length && parsed.Tokens[at].Upos is Upos.PUNCT && context.Quotations.OuterOf(at) < 0)
        {
            if (parsed.Form(at) is not ("," or "-" or "--" or "\u2014" or "\u2013")) { return null; }
            punctuation = true;
            at++;
        }
        if (at >= parsed.Tokens.Length) { return null; }
        bool invites = punctuation || closing is ',' or '?' or '!' or '\u2026' or '\u2014' or '-';
        int end = Math.Min(parsed.SentenceOf(at).End, at + Reach);
        bool subjectSeen = false;
        for (int i = at; i < end && context.Quotations.OuterOf(i) < 0; i++)
        {
            if (parsed.Tokens[i].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON) { subjectSeen = true; }
            if (!context.Syntax.IsVerb(i)) { continue; }
            ReportingWord? word = cues.VerbAt(parsed, i);
            bool inClauseOfNoun = parsed.Is(i, "acl") && subjectSeen && parsed.Tokens[i].Head >= at;
            if (word is null || !word.Takes(Frames.Quote | Frames.That))
            {
                if (inClauseOfNoun || parsed.Is(i, "amod") || parsed.Is(i, "compound")) { continue; }
                return null;
            }
            if (inClauseOfNoun && i + 1 < end && HasLaterCue(context, i + 1, end)) { continue; }
            if (!invites && (closing == '.' || !word.Takes(Frames.Quote)) && char.IsUpper(parsed.Form(at)[0]) && parsed.Tokens[at].Upos is not Upos.PROPN) { return null; }
            if (closing == '.' && !punctuation && parsed.SentenceOf(at).First == at && !Inverted(context, i, at)) { return null; }
            Speaker speaker = SpeakerNear(context, i, at, end);
            Draft draft = context.NewVerbDraft("statements/quotation-then-cue", i, word, speaker);
            draft.Form = StatementForm.Direct;
            draft.Confidence = speaker.Rule == "statements/nearest-noun" ? Guessed : Adjacent;
            return draft;
        }
        return null;
    }

    private bool HasLaterCue(StatementContext context, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (context.Syntax.IsVerb(i) && !context.Parsed.Is(i, "acl") && cues.VerbAt(context.Parsed, i) is { } word && word.Takes(Frames.Quote)) { return true; }
        }
        return false;
    }

    private static bool Inverted(StatementContext context, int cue, int at) => cue == at && char.IsLower(context.Parsed.Form(at)[0]);

    /// <summary>He said: "…"; Bush tweeted "…"; in a statement, he added, "…".</summary>
    private Draft? Before(StatementContext context, Quotation quotation, Draft? last)
    {
        ParsedText parsed = context.Parsed;
        int before = parsed.TokenAtOrAfter(quotation.Span.Start) - 1;
        if (before < 0 || parsed.SentenceOf(before).Block != quotation.Block || context.Quotations.OuterOf(before) >= 0) { return null; }
        bool colon = parsed.Form(before) is ":";
        bool comma = parsed.Form(before) is "," or "-" or "--" or "\u2014" or "\u2013";
        if (parsed.Tokens[before].Upos is Upos.PUNCT && !colon && !comma) { return null; }
        Sentence sentence = parsed.SentenceOf(before);
        int start = Math.Max(sentence.First, before - Reach);
        for (int i = before; i >= start; i--)
        {
            if (context.Quotations.OuterOf(i) >= 0 && !colon) { break; }
            if (!context.Syntax.IsVerb(i) || context.Quotations.OuterOf(i) >= 0) { continue; }
            ReportingWord? word = cues.VerbAt(parsed, i);
            if (word is null || !word.Takes(Frames.Quote))
            {
                if (colon || !context.Syntax.IsFinite(i) || parsed.Is(i, "acl") || parsed.Is(i, "advcl")) { continue; }
                break;
            }
            if (last is not null && last.CueHead == i) { return last; }
            Speaker speaker = SpeakerNear(context, i, start, before);
            if (parsed.Is(i, "acl") && !colon && speaker.Head < 0) { continue; }
            Draft draft = context.NewVerbDraft("statements/cue-then-quotation", i, word, speaker);
            draft.Form = StatementForm.Direct;
            draft.Confidence = speaker.Rule == "statements/nearest-noun" ? Guessed : Adjacent;
            return draft;
        }
        return colon ? ByColon(context, sentence, before) : null;
    }

    /// <summary>"He was blunt: '…'": the colon is the cue, the subject of the sentence speaks.</summary>
    private static Draft? ByColon(StatementContext context, Sentence sentence, int colon)
    {
        int subject = context.Parsed.Child(sentence.Root, "nsubj");
        if (subject < 0 || subject >= colon || context.Quotations.OuterOf(subject) >= 0) { return null; }
        return new Draft
        {
            Rule = "statements/colon",
            Word = context.Lexicon.Verbs("say")[0],
            CueKind = CueKind.Punctuation,
            CueSpan = context.Parsed.Tokens[colon].Span,
            Speaker = new Speaker(subject, -1, "statements/subject"),
            Form = StatementForm.Direct,
            Confidence = Guessed,
        };
    }

    /// <summary>The subject by the tree; where the tree has none beside the cue, the nearest noun phrase of the stretch.</summary>
    private static Speaker SpeakerNear(StatementContext context, int cue, int from, int to)
    {
        Speaker speaker = context.Syntax.SpeakerOf(cue);
        if (speaker.Head >= 0 && context.Quotations.OuterOf(speaker.Head) < 0) { return speaker; }
        int after = NounAfter(context, cue, to);
        if (after >= 0 && cue == from) { return new Speaker(after, -1, "statements/inverted"); }
        for (int i = cue - 1; i >= from; i--)
        {
            if (context.Quotations.OuterOf(i) >= 0) { break; }
            if (context.Parsed.Tokens[i].Upos is Upos.PROPN or Upos.PRON or Upos.NOUN && context.Parsed.Tokens[i].Xpos is not ("WP" or "WDT"))
            {
                return new Speaker(HeadOfPhrase(context, i, from), -1, "statements/nearest-noun");
            }
        }
        return after >= 0 ? new Speaker(after, -1, "statements/inverted") : Speaker.None;
    }

    private static int NounAfter(StatementContext context, int cue, int to)
    {
        for (int i = cue + 1; i < to && i <= cue + 8; i++)
        {
            Token token = context.Parsed.Tokens[i];
            if (token.Upos is Upos.PUNCT or Upos.ADP or Upos.VERB or Upos.SCONJ or Upos.CCONJ) { return -1; }
            if (token.Upos is Upos.PROPN or Upos.PRON or Upos.NOUN)
            {
                return context.Parsed.Is(i, "obl") ? -1 : HeadOfPhrase(context, i, cue + 1);
            }
        }
        return -1;
    }

    /// <summary>Climbs from a noun to the head of its phrase, never past the stretch.</summary>
    private static int HeadOfPhrase(StatementContext context, int noun, int from)
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

    /// <summary>A quotation that is a sentence of its own, or several.</summary>
    private static bool StandsFree(StatementContext context, Quotation quotation)
    {
        ParsedText parsed = context.Parsed;
        int before = parsed.TokenAtOrAfter(quotation.Span.Start) - 1;
        int first = parsed.TokenAtOrAfter(quotation.Span.Start);
        if (first >= parsed.Tokens.Length) { return false; }
        bool opensSentence = before < 0 || parsed.SentenceIndex(before) != parsed.SentenceIndex(first) || parsed.SentenceOf(before).Block != quotation.Block;
        return opensSentence && (EndsAsSpeech(context, quotation) || !quotation.Closed);
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
        if (apart > 2) { return null; }
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
