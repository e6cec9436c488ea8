using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>A clause as content: said (that) …, asked whether …, told them that …, urged them to …, promised to …, denied doing ….</summary>
/// <example>Michel said that EU leaders urge Turkey to stop -> two statements, the second inside the first.</example>
/// <seealso href="specs/statements/clauses.md"/>
internal static class ClausalComplement
{
    public static bool Apply(StatementContext context, int cue, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        int subject = parsed.Child(cue, "nsubj"), receiver = -1, clause = -1, infinitive = -1;
        foreach (int child in parsed.Children(cue))
        {
            if (parsed.Is(child, "iobj") || (parsed.Is(child, "obj") && child > cue)) { receiver = receiver < 0 ? child : receiver; }
            if (parsed.Is(child, "ccomp") || parsed.Is(child, "csubj"))
            {
                if (context.Syntax.IsInfinitive(child)) { infinitive = infinitive < 0 ? child : infinitive; } else { clause = clause < 0 ? child : clause; }
            }
            else if (parsed.Is(child, "xcomp") && child > cue) { infinitive = infinitive < 0 ? child : infinitive; }
            else if (parsed.Is(child, "advcl") && child > cue && context.Syntax.IsInfinitive(child) && word.Takes(Frames.ObjectTo | Frames.PrepositionTo) && infinitive < 0) { infinitive = child; }
        }
        if (word.Takes(Frames.Gerund) && clause < 0 && infinitive < 0 && cue + 1 < parsed.Tokens.Length && parsed.Tokens[cue + 1].Xpos is "VBG" && parsed.Tokens[cue + 1].Head == cue)
        {
            // "denies targeting civilians": the tree gave the object of the gerund to the cue, or calls the gerund a modifier.
            Draft gerund = context.NewVerbDraft("statements/gerund", cue, word, context.SpeakerOf(cue));
            context.Content.Add(gerund, cue + 1, Math.Max(parsed.Right(cue + 1), receiver < 0 ? 0 : parsed.Right(receiver)));
            gerund.Confidence = 0.7;
            return gerund.Speaker.Found && context.Keep(gerund);
        }
        if (clause >= 0 && clause < cue && (!HasVerb(context, clause) || IsFronted(context, clause) || IsJoined(context, cue, clause) || context.HasThatBehind(cue))) { clause = -1; }
        if (clause < 0 && word.Takes(Frames.That) && context.HasThatBehind(cue)) { clause = LaterClause(context, cue); }
        if (clause > cue && (context.EndsBeforeParticiple(cue) || QuotationLayout.IsSpacedDash(parsed, cue + 1))) { clause = -1; }
        if (clause >= 0 && word.Takes(Frames.That | Frames.Wh | Frames.ObjectThat | Frames.Quote)) { return AddClause(context, cue, word, clause, receiver); }
        if (infinitive >= 0) { return AddInfinitive(context, cue, word, infinitive, receiver, subject); }
        return AddByOrder(context, cue, word);
    }

    /// <summary>"promised to cut taxes" where the tree took "to" for a preposition.</summary>
    private static bool AddByOrder(StatementContext context, int cue, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        Sentence sentence = parsed.SentenceOf(cue);
        if (!word.Takes(Frames.To) || cue + 2 >= sentence.End || parsed.Tokens[cue + 1].Xpos is not "TO" || parsed.Tokens[cue + 2].Xpos is not "VB") { return false; }
        int last = cue + 2;
        foreach (int child in parsed.Children(cue))
        {
            if (parsed.Left(child) == cue + 1) { last = Math.Max(last, parsed.Right(child)); }
        }
        Draft draft = context.NewVerbDraft("statements/infinitive", cue, word, context.SpeakerOf(cue));
        context.Content.Add(draft, cue + 1, Math.Min(last, sentence.End - 1));
        draft.Confidence = 0.6;
        return draft.Speaker.Found && context.Keep(draft);
    }

    /// <summary>What stands before its cue is a clause with a verb; a bare noun there is an error of the tree.</summary>
    private static bool HasVerb(StatementContext context, int clause)
    {
        for (int i = context.Parsed.Left(clause); i <= context.Parsed.Right(clause); i++)
        {
            if (context.Syntax.IsFinite(i) || context.Parsed.Tokens[i].Upos is Upos.AUX) { return true; }
        }
        return false;
    }

    private static int LaterClause(StatementContext context, int cue)
    {
        foreach (int child in context.Parsed.Children(cue))
        {
            if (child > cue && context.Parsed.Is(child, "ccomp")) { return child; }
        }
        return -1;
    }

    /// <summary>"When it was found, the ministry says …": a clause of time or condition before the cue is not what is said.</summary>
    private static bool IsFronted(StatementContext context, int clause)
    {
        int first = context.Parsed.Left(clause);
        return context.Parsed.Tokens[first].Head == clause && (first == context.Parsed.SentenceOf(clause).First || context.Parsed.Form(Math.Max(0, first - 1)) is ",")
            ? context.Parsed.Tokens[first].Lemma is "when" or "if" or "while" or "after" or "before" or "since" or "because" or "as" or "although" or "though" : false;
    }

    /// <summary>"The plan works, but Goff said …": behind "but" the cue begins its own clause, the one before it is not its content.</summary>
    private static bool IsJoined(StatementContext context, int cue, int clause)
    {
        Speaker speaker = context.SpeakerOf(cue);
        int first = Math.Min(speaker.Head >= 0 ? context.Parsed.Left(speaker.Head) : cue, context.Syntax.GroupStart(cue));
        return first > clause + 1 && context.Parsed.Form(first - 1) is "but" && context.Parsed.Form(first - 2) is ",";
    }

    private static bool AddClause(StatementContext context, int cue, ReportingWord word, int clause, int receiver)
    {
        ParsedText parsed = context.Parsed;
        bool question = context.Syntax.IsQuestion(clause);
        if (question ? !word.Takes(Frames.Wh | Frames.That) : !word.Takes(Frames.That | Frames.ObjectThat | Frames.Quote)) { return false; }
        Draft draft = context.NewVerbDraft(question ? "statements/question-clause" : "statements/clausal-complement", cue, word, context.SpeakerOf(cue));
        int first = parsed.Left(clause), last = parsed.Right(clause);
        if (receiver > cue && receiver < clause && !word.Takes(Frames.ObjectThat) && word.Addressee != "obj" && (parsed.Child(clause, "nsubj") < 0 || !word.Takes(Frames.Object)) && parsed.Right(receiver) == first - 1)
        {
            // "noted clients are leaving": the tree took the subject of the clause for an object of the cue.
            first = parsed.Left(receiver);
            receiver = -1;
        }
        if (clause > cue && word.Takes(Frames.That | Frames.ObjectThat))
        {
            // "said in a statement that he had filed it and was sad" with the first verb hung on the statement.
            if (context.ThatBehind(cue) is >= 0 and int that && that + 1 < first) { first = that + 1; }
            foreach (int child in parsed.Children(cue))
            {
                if (child > clause && parsed.Is(child, "ccomp")) { last = Math.Max(last, parsed.Right(child)); }
            }
            last = context.EndOfSaid(cue, first, last, draft.Speaker);
        }
        // The speaker was hung on the verb of what is said: all before the cue is the speaker's.
        if (first < cue && last > cue && draft.Speaker.Head >= 0 && draft.Speaker.Head < cue && parsed.Tokens[draft.Speaker.Head].Head == clause) { first = cue + 1; }
        if (first < cue && last > cue)
        {
            // The tree hangs the clause around its own cue: the words of the cue's clause are cut out.
            int cueFirst = Math.Min(context.Syntax.GroupStart(cue), parsed.Left(cue)), cueLast = cue;
            if (cueFirst <= first) { cueFirst = context.Syntax.GroupStart(cue); }
            if (draft.Speaker.Head >= 0)
            {
                cueFirst = Math.Min(cueFirst, Math.Max(first, parsed.Left(draft.Speaker.Head)));
                cueLast = Math.Max(cueLast, parsed.Right(draft.Speaker.Head) < last ? parsed.Right(draft.Speaker.Head) : cueLast);
            }
            context.Content.AddWithout(draft, first, last, cueFirst, cueLast);
        }
        else
        {
            context.Content.Add(draft, first, last);
        }
        draft.Addressee = receiver >= 0 && word.Takes(Frames.ObjectThat) || (receiver >= 0 && word.Addressee == "obj") ? receiver : -1;
        if (draft.Negated && question) { draft.Act = Act.Decline; }
        draft.Confidence = question ? 0.7 : draft.Speaker.Rule is "statements/nearest-noun" ? 0.7 : 0.87;
        return context.Keep(draft);
    }

    private static bool AddInfinitive(StatementContext context, int cue, ReportingWord word, int infinitive, int receiver, int subject)
    {
        ParsedText parsed = context.Parsed;
        bool to = context.Syntax.IsInfinitive(infinitive), gerund = !to && (parsed.Tokens[infinitive].Xpos is "VBG" || (parsed.Child(infinitive, "cop") is >= 0 and int being && parsed.Tokens[being].Xpos is "VBG"));
        if (!to && !gerund) { return false; }
        int own = parsed.Child(infinitive, "nsubj");
        if (own >= 0 && own > cue && receiver < 0) { receiver = own; }
        int behind = receiver < 0 ? BehindPreposition(context, cue, word, infinitive) : -1;
        Speaker speaker = context.SpeakerOf(cue);
        Draft draft = context.NewVerbDraft(gerund ? "statements/gerund" : "statements/infinitive", cue, word, speaker);
        if (gerund)
        {
            if (!word.Takes(Frames.Gerund) || receiver >= 0) { return false; }
            context.Content.AddSubtree(draft, infinitive);
        }
        else if (receiver >= 0)
        {
            if (!word.Takes(Frames.ObjectTo)) { return false; }
            bool told = word.Addressee == "obj" && receiver < infinitive;
            if (told) { draft.Addressee = receiver; } else { context.Content.Add(draft, Math.Min(parsed.Left(receiver), parsed.Left(infinitive)), parsed.Left(infinitive)); }
            AddFrom(context, draft, infinitive, told ? receiver : -1);
        }
        else if (behind >= 0)
        {
            draft.Addressee = behind;
            foreach (int child in parsed.Children(behind))
            {
                if (parsed.Is(child, "case") && child == cue + 1) { draft.CueSpan = draft.CueSpan!.Value.Cover(parsed.Tokens[child].Span); }
            }
            context.Content.AddSubtree(draft, infinitive);
        }
        else
        {
            if (!word.Takes(Frames.To)) { return false; }
            if (word.Act is Statements.Act.Decline or Statements.Act.Refuse && IsReplying(parsed, infinitive)) { return Declined(context, draft, infinitive); }
            context.Content.AddSubtree(draft, infinitive);
        }
        draft.Confidence = speaker.Head >= 0 && subject >= 0 ? 0.65 : 0.5;
        return context.Keep(draft);
    }

    /// <summary>The words of the infinitive clause from its "to" on.</summary>
    private static void AddFrom(StatementContext context, Draft draft, int infinitive, int without)
    {
        int first = context.Parsed.Left(infinitive);
        if (without >= 0 && context.Parsed.Right(without) >= first && without < infinitive) { first = context.Parsed.Right(without) + 1; }
        context.Content.Add(draft, first, context.Parsed.Right(infinitive));
    }

    /// <summary>"called on Oslo to sign", "appealed to voters to wait".</summary>
    private static int BehindPreposition(StatementContext context, int cue, ReportingWord word, int infinitive)
    {
        if (!word.Takes(Frames.PrepositionTo)) { return -1; }
        foreach (int child in context.Parsed.Children(cue))
        {
            if (child > cue && child < infinitive && context.Parsed.Is(child, "obl") && context.Syntax.Marker(child) is "on" or "upon" or "to" or "with") { return child; }
        }
        return -1;
    }

    private static bool IsReplying(ParsedText parsed, int infinitive) =>
        parsed.Tokens[infinitive].Lemma is "comment" or "respond" or "answer" or "elaborate" or "reply";

    /// <summary>"declined to comment on the seizure": the whole is the cue, what it would have been about is the content.</summary>
    private static bool Declined(StatementContext context, Draft draft, int infinitive)
    {
        ParsedText parsed = context.Parsed;
        draft.Rule = "statements/declined-to-comment";
        draft.CueSpan = draft.CueSpan!.Value.Cover(parsed.Tokens[infinitive].Span);
        draft.Act = Act.Decline;
        int last = parsed.Right(infinitive);
        if (last > infinitive) { context.Content.Add(draft, infinitive + 1, last); }
        if (draft.Content.Count == 0) { draft.Content.Add(parsed.SpanOf(parsed.Left(infinitive), infinitive)); }
        draft.Confidence = 0.9;
        return context.Keep(draft);
    }
}
