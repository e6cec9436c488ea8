using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Silence told as such: did not respond to …, declined, gave no details on ….</summary>
/// <example>The firm did not respond to requests for comment -> decline</example>
/// <seealso href="specs/statements/declining.md"/>
internal static class BareCue
{
    public static bool Apply(StatementContext context, int cue, ReportingWord? word)
    {
        ParsedText parsed = context.Parsed;
        if (GivesNothing(context, cue) is >= 0 and int nothing) { return Add(context, cue, word: null, nothing); }
        if (word is null) { return false; }
        if (NeitherNor(context, cue, word)) { return true; }
        bool silent = word.Takes(Frames.Bare) || (context.Syntax.IsNegated(cue) && word.Lemma is "respond" or "return call" or "return message" or "reply" or "comment" or "answer" or "elaborate");
        Speaker speaker = context.SpeakerOf(cue);
        if (!silent || !speaker.Found) { return false; }
        Draft draft = context.NewVerbDraft("statements/no-comment", cue, word, speaker);
        draft.Act = Act.Decline;
        if (word.Act is Act.Decline && context.Syntax.Says(cue + 1, "to") && cue + 2 < parsed.SentenceOf(cue).End
            && parsed.Tokens[cue + 2].Lemma is "elaborate" or "comment" or "answer" or "respond" or "reply" or "discuss")
        {
            // "declined to elaborate" with the infinitive taken for a name.
            draft.CueSpan = draft.CueSpan!.Value.Cover(parsed.Tokens[cue + 2].Span);
            draft.Content.Add(parsed.SpanOf(cue + 1, cue + 2));
            draft.Confidence = 0.85;
            return context.Keep(draft);
        }
        foreach (int child in parsed.Children(cue))
        {
            if (child > cue && (parsed.Is(child, "obl") || parsed.Is(child, "obj") || parsed.Is(child, "advcl")))
            {
                context.Content.Add(draft, parsed.Left(child), parsed.Right(child));
                break;
            }
        }
        if (draft.Content.Count == 0) { draft.Content.Add(draft.CueSpan!.Value); }
        draft.Confidence = 0.85;
        return context.Keep(draft);
    }

    /// <summary>"neither confirmed nor denied the report": one silence, not two statements.</summary>
    private static bool NeitherNor(StatementContext context, int cue, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        int second = cue + 2;
        if (cue == 0 || second + 1 >= parsed.SentenceOf(cue).End || !context.Syntax.Says(cue - 1, "neither") || !context.Syntax.Says(cue + 1, "nor") || !context.Syntax.IsVerb(second)) { return false; }
        Speaker speaker = context.SpeakerOf(cue);
        int thing = parsed.Child(second, "obj");
        if (thing < 0) { thing = parsed.Child(cue, "obj"); }
        if (!speaker.Found) { return false; }
        Draft draft = context.NewVerbDraft("statements/no-comment", cue, word, speaker);
        draft.CueSpan = parsed.SpanOf(cue - 1, second);
        draft.Act = Act.Decline;
        if (thing > second) { context.Content.Add(draft, parsed.Left(thing), parsed.Right(thing)); }
        if (draft.Content.Count == 0) { draft.Content.Add(draft.CueSpan.Value); }
        draft.Confidence = 0.85;
        return context.Keep(draft) && (context.ByCue.TryAdd(second, draft) || true);
    }

    /// <summary>"gave no details": the object of a verb of giving, with "no", when it is a noun of saying; -1 else.</summary>
    private static int GivesNothing(StatementContext context, int cue)
    {
        ParsedText parsed = context.Parsed;
        if (parsed.Tokens[cue].Lemma is not ("give" or "offer" or "provide" or "disclose" or "release" or "make" or "have")) { return -1; }
        int thing = parsed.Child(cue, "obj");
        if (thing <= cue || parsed.Child(thing, "det") is not (>= 0 and int no) || parsed.Tokens[no].Lemma is not "no") { return -1; }
        return context.Lexicon.Withheld.Contains(parsed.Tokens[thing].Lemma) ? thing : -1;
    }

    private static bool Add(StatementContext context, int cue, ReportingWord? word, int thing)
    {
        Speaker speaker = context.SpeakerOf(cue);
        if (!speaker.Found) { return false; }
        Draft draft = context.NewVerbDraft("statements/no-comment", cue, word ?? context.Lexicon.Verbs("decline")[0], speaker);
        draft.CueSpan = draft.CueSpan!.Value.Cover(context.Parsed.Tokens[thing].Span);
        draft.Act = Act.Decline;
        if (context.Parsed.Right(thing) > thing) { context.Content.Add(draft, thing + 1, context.Parsed.Right(thing)); }
        foreach (int child in context.Parsed.Children(cue))
        {
            // "gave no details | on the price" with the phrase hung on the verb.
            if (draft.Content.Count == 0 && child > thing && context.Parsed.Is(child, "obl") && context.Parsed.Left(child) == thing + 1 && context.Syntax.Marker(child) is "on" or "about" or "of" or "for")
            {
                context.Content.Add(draft, thing + 1, context.Parsed.Right(child));
            }
        }
        if (draft.Content.Count == 0) { draft.Content.Add(draft.CueSpan.Value); }
        draft.Confidence = 0.85;
        return context.Keep(draft);
    }
}
