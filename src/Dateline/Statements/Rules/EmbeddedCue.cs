using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>A cue between commas or behind the last comma, read from the order of words: "The roads, police said, are shut."; "The roads are shut, said Mayor Novak."</summary>
/// <remarks>Trees of such sentences are often wrong, the order of words is not.</remarks>
/// <seealso href="specs/statements/parentheticals.md"/>
internal static class EmbeddedCue
{
    /// <summary>Only few words follow a cue ("told reporters on Friday in Oslo"), and a speaker has a bounded length.</summary>
    private const int LongestTail = 30, LongestMiddleTail = 7, LongestSpeaker = 14;

    public static bool Apply(StatementContext context, int cue, ReportingWord word)
    {
        if (!word.Takes(Frames.Quote) || !word.Takes(Frames.That | Frames.ObjectThat) || !context.Syntax.IsFinite(cue) || context.Syntax.IsNegated(cue)) { return false; }
        ParsedText parsed = context.Parsed;
        Sentence sentence = BehindSemicolon(context, cue, parsed.SentenceOf(cue));
        if (HasContentBehind(context, cue, word)) { return false; }
        int group = context.Syntax.GroupStart(cue);
        Speaker speaker = context.SpeakerOf(cue);
        int first = SpeakerStart(context, sentence, group, cue, ref speaker);
        if (first <= sentence.First + 1 || !IsComma(context, first - 1)) { return false; }
        int quotation = context.Quotations.OuterOf(cue);
        if (context.Quotations.OuterOf(first - 1) != quotation && !context.Quotations.IsMark(first - 1)) { return false; }
        int before = parsed.Form(first - 1) is "," ? first - 2 : first - 1;
        int end = sentence.End;
        while (end > cue && parsed.Tokens[end - 1].Upos is Upos.PUNCT) { end--; }
        int after = NextComma(context, cue, Math.Min(end, cue + LongestMiddleTail + 1));
        if (after >= 0 && after + 1 < end && (Finite(context, after + 1, end) > 0 || (Finite(context, sentence.First, before + 1) == 0 && speaker.Head < cue))
            && Finite(context, sentence.First, before + 1) + Finite(context, after + 1, end) > 0
            && Finite(context, cue + 1, after) == 0 && (speaker.Head < cue || !RelativeFollows(context, after + 1, end)) && !context.Syntax.IsVerb(after + 1) && Continues(context, after + 1))
        {
            return Add(context, cue, word, speaker, "statements/cue-in-the-middle", (sentence.First, before), (after + 1, sentence.End - 1));
        }
        bool closes = end - cue <= LongestTail && (context.EndsBeforeParticiple(cue) || FiniteOutsideRelatives(context, cue + 1, end) == 0 || (after >= 0 && after + 1 < end && !Continues(context, after + 1)));
        int finite = Finite(context, sentence.First, before + 1);
        // A plain "said" needs no tense before it: trees and tags of long sentences fail.
        if (finite == 0 && speaker.Found && word.Lemma is "say" or "add" or "tell" && !OpensSubordinate(context, sentence.First) && AnyVerb(context, sentence.First, before)) { finite = 2; }
        if (!closes || finite == 0 || (finite == 1 && OpensSubordinate(context, sentence.First))) { return false; }
        return Add(context, cue, word, speaker, "statements/cue-at-the-end", (sentence.First, before), null);
    }

    /// <summary>"he said; a long strike, he added, would hurt": each side of a semicolon is a sentence of its own.</summary>
    private static Sentence BehindSemicolon(StatementContext context, int cue, Sentence sentence)
    {
        int first = sentence.First, end = sentence.End;
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (context.Parsed.Form(i) is not ";" || context.Quotations.OuterOf(i) != context.Quotations.OuterOf(cue)) { continue; }
            if (i < cue) { first = i + 1; } else { end = Math.Min(end, i); }
        }
        return first == sentence.First && end == sentence.End ? sentence : sentence with { First = first, End = end };
    }

    private static bool Add(StatementContext context, int cue, ReportingWord word, Speaker speaker, string rule, (int First, int Last) part, (int First, int Last)? second)
    {
        Draft draft = context.NewVerbDraft(rule, cue, word, speaker);
        context.Content.Add(draft, part.First, part.Last);
        if (second is { } rest) { context.Content.Add(draft, rest.First, rest.Last); }
        draft.Confidence = 0.85;
        return context.Keep(draft);
    }

    /// <summary>A clause or object of its own behind the verb: then what stands before it is not the content.</summary>
    private static bool HasContentBehind(StatementContext context, int cue, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        if (context.EndsBeforeParticiple(cue)) { return false; }
        if (context.HasThatBehind(cue)) { return true; }
        foreach (int child in parsed.Children(cue))
        {
            if (child <= cue) { continue; }
            if (parsed.Is(child, "ccomp") && Finite(context, parsed.Left(child), parsed.Right(child) + 1) > 0 && parsed.Left(child) > cue && parsed.Form(parsed.Left(child)) is not "," && !IsComma(context, parsed.Left(child) - 1)) { return true; }
            if (parsed.Is(child, "xcomp")) { return true; }
            if (parsed.Is(child, "obj") && word.Addressee != "obj" && parsed.Child(cue, "nsubj") >= 0) { return true; }
        }
        return false;
    }

    /// <summary>Where the words of the speaker (or of an inverted cue) begin.</summary>
    private static int SpeakerStart(StatementContext context, Sentence sentence, int group, int cue, ref Speaker speaker)
    {
        ParsedText parsed = context.Parsed;
        if (speaker.Found && speaker.Head > cue) { return group; }
        if (IsComma(context, group - 1) && group == cue && (speaker.Head < sentence.First || speaker.Rule is "statements/nearest-noun" or "statements/interrupted-subject"))
        {
            Speaker behind = context.Syntax.NounAfter(cue, sentence.End);
            if (behind.Found || speaker.Head < sentence.First)
            {
                speaker = behind;
                return group;
            }
        }
        if (speaker.Head >= sentence.First && speaker.Head < cue && speaker.Rule is "statements/subject" or "statements/nearest-noun" && parsed.Tokens[speaker.Head].Xpos is not ("WP" or "WDT"))
        {
            int start = parsed.TokenAtOrAfter(context.Syntax.NounPhrase(speaker.Head, cue).Start);
            if (group - start <= LongestSpeaker && Finite(context, start, group) == 0 && IsComma(context, start - 1)) { return start; }
        }
        int at = group - 1;
        while (at > sentence.First && group - at <= LongestSpeaker && !IsComma(context, at) && !(context.Syntax.IsFinite(at) && context.Parsed.Child(at, "nsubj") >= 0)) { at--; }
        if (at == group - 1 && IsComma(context, at)) { return WithApposition(context, sentence, group, cue, ref speaker); }
        if (!IsComma(context, at)) { return -1; }
        Speaker nearest = context.Syntax.NearestNoun(cue, at + 1);
        if (!nearest.Found || parsed.Tokens[nearest.Head].Xpos is "WP" or "WDT" || parsed.Tokens[at + 1].Upos is Upos.CCONJ or Upos.SCONJ or Upos.ADP) { return -1; }
        speaker = nearest;
        return at + 1;
    }

    /// <summary>", Carlineo's attorney, Sonya Zoghlin, said": two noun phrases between commas are one speaker.</summary>
    private static int WithApposition(StatementContext context, Sentence sentence, int group, int cue, ref Speaker speaker)
    {
        int second = PreviousComma(context, sentence, group - 2, group), first = second < 0 ? -1 : PreviousComma(context, sentence, second - 1, group);
        if (first < 0 || first + 1 >= second || context.Parsed.Tokens[first + 1].Upos is Upos.CCONJ or Upos.SCONJ or Upos.ADP or Upos.VERB or Upos.AUX) { return -1; }
        Speaker name = context.Syntax.NearestNoun(cue, second + 1), role = context.Syntax.NearestNoun(second, first + 1);
        if (!name.Found || !role.Found) { return -1; }
        bool nameLast = context.Parsed.Tokens[name.Head].Upos is Upos.PROPN;
        speaker = new Speaker((nameLast ? name : role).Head, -1, "statements/apposition") { Span = context.Parsed.SpanOf(first + 1, group - 2) };
        return first + 1;
    }

    private static int PreviousComma(StatementContext context, Sentence sentence, int from, int group)
    {
        for (int at = from; at > sentence.First && group - at <= 2 * LongestSpeaker; at--)
        {
            if (IsComma(context, at)) { return at; }
            if (context.Syntax.IsFinite(at)) { return -1; }
        }
        return -1;
    }

    private static bool IsComma(StatementContext context, int token) =>
        token >= 0 && (context.Parsed.Form(token) is "," or "\u2014" or "--" || context.Quotations.IsMark(token));

    private static int NextComma(StatementContext context, int from, int end)
    {
        for (int i = from + 1; i < end; i++)
        {
            if (context.Parsed.Form(i) is "," && context.Quotations.OuterOf(i) == context.Quotations.OuterOf(from)) { return i; }
        }
        return -1;
    }

    /// <summary>False for what begins a new clause behind the cue ("he said, adding", "he said, but").</summary>
    private static bool Continues(StatementContext context, int token) =>
        context.Parsed.Tokens[token].Upos is not (Upos.CCONJ or Upos.SCONJ) && context.Parsed.Tokens[token].Xpos is not ("WP" or "WDT" or "WRB" or "VBG" or "IN");

    private static bool OpensSubordinate(StatementContext context, int first) => (context.Parsed.Tokens[first].Xpos is "VBN" or "VBD" && context.Parsed.Child(first, "nsubj") < 0) || context.Parsed.Tokens[first].Upos is Upos.SCONJ || context.Parsed.Tokens[first].Xpos is "WRB" or "IN" or "VBG";

    private static int Finite(StatementContext context, int first, int end)
    {
        int count = 0;
        for (int i = first; i < end; i++)
        {
            if (context.Syntax.IsFinite(i)) { count++; }
        }
        return count;
    }

    /// <summary>"said Ann Lee, head of the clinic, who …": an apposition of an inverted speaker goes on, not the content.</summary>
    private static bool RelativeFollows(StatementContext context, int first, int end)
    {
        for (int i = first; i < end && i < first + 14; i++)
        {
            if (context.Parsed.Tokens[i].Xpos is "WP" or "WDT") { return true; }
            if (context.Syntax.IsFinite(i)) { return false; }
        }
        return true;
    }

    private static bool AnyVerb(StatementContext context, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (context.Syntax.IsVerb(i) && context.Parsed.Tokens[i].Xpos is "VBN" or "VB" or "VBD") { return true; }
        }
        return false;
    }

    private static int FiniteOutsideRelatives(StatementContext context, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (context.Parsed.Tokens[i].Xpos is "WP" or "WDT" or "WRB") { return 0; }
            if (context.Syntax.IsFinite(i)) { return 1; }
        }
        return 0;
    }
}
