using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>A cue in the passive: was quoted as saying …; is expected to …; was told to …; is accused of …; a move announced by ….</summary>
/// <seealso href="specs/statements/passives.md"/>
internal static class PassiveReport
{
    private const int LongestQuestion = 40, LongestSubject = 15;

    public static bool Apply(StatementContext context, int cue, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        int agent = context.Syntax.Agent(cue);
        Speaker speaker = agent >= 0 ? new Speaker(agent, -1, "statements/agent") : Speaker.None;
        int subject = parsed.Child(cue, "nsubj");
        if (subject < 0 && parsed.Is(cue, "acl") && !parsed.Is(cue, "acl:relcl")) { subject = parsed.Tokens[cue].Head; }
        if (subject < 0 && parsed.Is(cue, "conj")) { subject = parsed.Child(parsed.Tokens[cue].Head, "nsubj"); }
        foreach (int child in parsed.Children(cue))
        {
            if (parsed.Is(child, "ccomp") || parsed.Is(child, "csubj"))
            {
                if (!word.Takes(Frames.That | Frames.Wh | Frames.ObjectThat | Frames.Quote) || (agent < 0 && context.Syntax.IsNegated(cue))) { continue; }
                Draft draft = New(context, "statements/passive-clause", cue, word, speaker);
                context.Content.Add(draft, parsed.Left(child), BeforeMainClause(context, cue, parsed.Left(child), parsed.Right(child)));
                if (word.Takes(Frames.ObjectThat) && subject >= 0) { draft.Addressee = subject; }
                return context.Keep(draft);
            }
            if (child > cue && parsed.Is(child, "xcomp") && context.Syntax.IsInfinitive(child))
            {
                if (!word.Takes(Frames.PassiveTo | Frames.ObjectTo)) { continue; }
                Draft draft = New(context, "statements/passive-infinitive", cue, word, speaker);
                if (word.Addressee == "obj") { draft.Addressee = subject; } else { AddSubject(context, draft, cue, subject); }
                context.Content.Add(draft, parsed.Left(child), parsed.Right(child));
                return context.Keep(draft);
            }
            if (child > cue && word.Addressee != "obj" && (speaker.Found || parsed.Child(cue, "aux") >= 0) && context.Syntax.Marker(child) is { Length: > 0 } marker
                && (Array.IndexOf(word.ObjectPrepositions, marker) >= 0 || (marker == "as" && word.Takes(Frames.As) && !IsSaying(parsed, child))))
            {
                Draft draft = New(context, "statements/passive-preposition", cue, word, speaker);
                AddSubject(context, draft, cue, subject);
                context.Content.Add(draft, parsed.Left(child), parsed.Right(child));
                return context.Keep(draft);
            }
        }
        if (word.Act is Act.Ask && word.Takes(Frames.Wh) && agent < 0 && AskedByOrder(context, cue, word)) { return true; }
        if (agent < 0 || subject < 0 || parsed.Is(cue, "acl") || !word.Takes(Frames.Object | Frames.Predicate | Frames.That)) { return false; }
        Draft plain = New(context, "statements/passive-object", cue, word, speaker);
        AddSubject(context, plain, cue, subject);
        return context.Keep(plain);
    }

    /// <summary>"Asked at a briefing whether it was late, he said no": the question word and all up to the comma; the subject behind it was asked.</summary>
    private static bool AskedByOrder(StatementContext context, int cue, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        Sentence sentence = parsed.SentenceOf(cue);
        bool opens = cue == sentence.First || parsed.Tokens[cue - 1].Xpos is "WRB";
        if (!opens) { return false; }
        int question = -1, comma = -1;
        for (int i = cue + 1; i < sentence.End && i - cue <= LongestQuestion; i++)
        {
            if (question < 0 && (parsed.Tokens[i].Xpos is "WRB" or "WP" or "WDT" || context.Syntax.Says(i, "whether") || context.Syntax.Says(i, "if") || context.Syntax.Says(i, "about"))) { question = i; }
            if (parsed.Form(i) is "," && context.Quotations.OuterOf(i) < 0) { comma = i; break; }
        }
        if (question < 0 || comma < 0 || comma - question < 2) { return false; }
        Draft draft = New(context, "statements/asked", cue, word, Speaker.None);
        context.Content.Add(draft, question, comma - 1);
        for (int i = comma + 1; i < sentence.End && i - comma <= LongestSubject; i++)
        {
            if (parsed.Is(i, "nsubj") && context.Quotations.OuterOf(i) < 0) { draft.Addressee = i; break; }
        }
        return context.Keep(draft);
    }

    /// <summary>"Asked whether it was late, he said no": the question ends at the comma before the main clause.</summary>
    private static int BeforeMainClause(StatementContext context, int cue, int first, int last)
    {
        ParsedText parsed = context.Parsed;
        if (parsed.SentenceOf(cue).First != cue) { return last; }
        for (int i = first + 1; i < last; i++)
        {
            if (parsed.Form(i) is not "," || context.Quotations.OuterOf(i) >= 0) { continue; }
            for (int j = i + 1; j <= last && j < i + 9; j++)
            {
                if (context.Syntax.IsFinite(j) && context.IsSpeechVerb(j)) { return i - 1; }
            }
        }
        return last;
    }

    private static bool IsSaying(ParsedText parsed, int token) => parsed.Tokens[token].Xpos is "VBG";

    private static Draft New(StatementContext context, string rule, int cue, ReportingWord word, Speaker speaker)
    {
        Draft draft = context.NewVerbDraft(rule, cue, word, speaker);
        draft.Confidence = 0.7;
        return draft;
    }

    /// <summary>What the passive is told of: its subject, up to the clause that holds the cue.</summary>
    private static void AddSubject(StatementContext context, Draft draft, int cue, int subject)
    {
        if (subject < 0 || context.Parsed.Tokens[subject].Upos is Upos.PRON && context.Parsed.Tokens[subject].Xpos is "WP" or "WDT") { return; }
        TextSpan phrase = context.Syntax.NounPhrase(subject, cue);
        (int first, int end) = context.Parsed.TokensIn(phrase);
        if (end > first) { context.Content.Add(draft, first, end - 1); }
    }
}
