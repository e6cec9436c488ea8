using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>A noun phrase as content, alone or with what is said of it: condemned the raid; called it a farce; accused X of Y; put the crowd at 500; warned of floods.</summary>
/// <seealso href="specs/statements/objects.md"/>
internal static class ObjectComplement
{
    public static bool Apply(StatementContext context, int cue, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        int target = -1, receiver = -1;
        foreach (int child in parsed.Children(cue))
        {
            if (parsed.Is(child, "iobj")) { receiver = child; }
            else if (parsed.Is(child, "obj") && (child > cue || IsFronted(parsed, child))) { target = target < 0 ? child : target; }
        }
        Speaker speaker = context.SpeakerOf(cue);
        if (target < 0) { target = FrontedByOrder(context, cue, word); }
        if (target < 0) { return Prepositional(context, cue, word, speaker, -1) || PredicateByOrder.Apply(context, cue, word, speaker); }
        if (word.Addressee == "obj" && Prepositional(context, cue, word, speaker, target)) { return true; }
        if (Completed(context, cue, word, speaker, target)) { return true; }
        bool accepts = word.Takes(Frames.Object)
            || (word.Takes(Frames.DocumentObject) && speaker.Head >= 0 && context.Lexicon.Documents.Contains(parsed.Tokens[speaker.Head].Lemma))
            || (word.Takes(Frames.SpeechObject) && context.Lexicon.Noun(parsed.Tokens[target].Lemma) is not null);
        accepts &= !(word.Act is Act.Refuse or Act.Agree && ByVote(context, cue, target));
        if (!accepts || !speaker.Found) { return Prepositional(context, cue, word, speaker, -1); }
        Draft draft = context.NewVerbDraft("statements/object", cue, word, speaker);
        if (word.Takes(Frames.That) && target > cue && IsSubjectByOrder(context, target))
        {
            // "stressed the decision would not change it": the tree took the subject of the clause for an object.
            draft.Rule = "statements/clausal-complement";
            context.Content.Add(draft, parsed.Left(target), context.EndOfSaid(cue, parsed.Left(target), parsed.Right(target), speaker));
            return context.Keep(draft);
        }
        AddPhrase(context, draft, target);
        draft.Addressee = receiver;
        if (draft.Negated && word.Act is Act.Assert or Act.Describe) { draft.Act = Act.Decline; }
        draft.Confidence = 0.7;
        return context.Keep(draft);
    }

    /// <summary>"what the leader called an act of war" where the tree lost the question word.</summary>
    private static int FrontedByOrder(StatementContext context, int cue, ReportingWord word)
    {
        if (!word.Takes(Frames.Predicate)) { return -1; }
        for (int i = cue - 1; i > cue - 10 && i >= context.Parsed.SentenceOf(cue).First; i--)
        {
            if (context.Syntax.Says(i, "what")) { return i; }
            if (context.Syntax.IsFinite(i) || context.Parsed.Tokens[i].Upos is Upos.PUNCT) { return -1; }
        }
        return -1;
    }

    /// <summary>"what he called", "which they condemned": a question word before the subject.</summary>
    private static bool IsFronted(ParsedText parsed, int token) => parsed.Tokens[token].Xpos is "WP" or "WDT";

    /// <summary>An object with its predicate, "as" phrase, measure or preposition.</summary>
    private static bool Completed(StatementContext context, int cue, ReportingWord word, Speaker speaker, int target)
    {
        ParsedText parsed = context.Parsed;
        int completion = Completion(context, cue, word, target);
        if (completion < 0) { return word.Takes(Frames.Predicate) && (PredicateByOrder.WithQuotation(context, cue, word, speaker) || PredicateByOrder.Apply(context, cue, word, speaker)); }
        bool predicate = parsed.Is(completion, "xcomp") && context.Syntax.Marker(completion).Length == 0;
        Draft draft = context.NewVerbDraft(predicate ? "statements/predicate" : "statements/object-and-preposition", cue, word, speaker);
        if (context.Syntax.Says(target, "what")) { context.Content.Add(draft, target, target); } else { context.Content.Add(draft, parsed.Left(target), parsed.Right(target)); }
        context.Content.Add(draft, parsed.Left(completion), EndOfCompletion(context, completion));
        Join(context, draft);
        draft.Confidence = 0.7;
        return context.Keep(draft);
    }

    /// <summary>"considers the court biased and has rejected it": a finite verb joined to the predicate belongs to the speaker.</summary>
    private static int EndOfCompletion(StatementContext context, int completion)
    {
        foreach (int child in context.Parsed.Children(completion))
        {
            if (child > completion && context.Parsed.Is(child, "conj") && context.Syntax.IsVerb(child) && (context.Syntax.IsFinite(child) || context.Parsed.Child(child, "aux") >= 0))
            {
                return context.Parsed.Left(child) - 1;
            }
        }
        return context.Parsed.Right(completion);
    }

    private static int Completion(StatementContext context, int cue, ReportingWord word, int target)
    {
        ParsedText parsed = context.Parsed;
        foreach (int child in parsed.Children(cue))
        {
            if (child > target && Completes(context, word, child)) { return child; }
        }
        foreach (int child in parsed.Children(target))
        {
            if (child > target && word.Takes(Frames.Predicate) && parsed.Is(child, "acl") && context.Syntax.IsInfinitive(child) && parsed.Child(child, "cop") >= 0) { return child; }
            if (child > target && !parsed.Is(child, "acl:relcl") && context.Syntax.Marker(child).Length > 0 && Completes(context, word, child)) { return child; }
        }
        return -1;
    }

    private static bool Completes(StatementContext context, ReportingWord word, int child)
    {
        ParsedText parsed = context.Parsed;
        string marker = context.Syntax.Marker(child);
        if (marker.Length == 0)
        {
            return (word.Takes(Frames.Predicate) && (parsed.Is(child, "xcomp") || (parsed.Is(child, "obj") && parsed.Tokens[child].Upos is not Upos.PRON)))
                || (word.Takes(Frames.Put) && parsed.Is(child, "xcomp"));
        }
        if (marker == "to" && parsed.Is(child, "xcomp")) { return word.Takes(Frames.Predicate) && parsed.Child(child, "cop") >= 0; }
        if (marker == "as") { return word.Takes(Frames.As); }
        if (word.Takes(Frames.Put) && marker is "at" or "between" or "around") { return HasNumber(parsed, child); }
        // "charged him with theft", but "charged the crowd with batons".
        if (marker == "with" && parsed.Tokens[child].Xpos is "NNS" && parsed.Left(child) >= child - 1 && parsed.Right(child) == child) { return false; }
        return Array.IndexOf(word.ObjectPrepositions, marker) >= 0;
    }

    /// <summary>"put the crowd at 500", but "put the town at risk".</summary>
    private static bool HasNumber(ParsedText parsed, int phrase)
    {
        for (int i = parsed.Left(phrase); i <= parsed.Right(phrase); i++)
        {
            if (parsed.Tokens[i].Upos is Upos.NUM || char.IsAsciiDigit(parsed.Form(i)[0])) { return true; }
        }
        return false;
    }

    /// <summary>"warned of floods", "called for a vote", "asked the minister about the leak" (<paramref name="receiver"/>).</summary>
    private static bool Prepositional(StatementContext context, int cue, ReportingWord word, Speaker speaker, int receiver)
    {
        if (word.Prepositions.Length == 0 || !speaker.Found) { return false; }
        ParsedText parsed = context.Parsed;
        foreach (int child in parsed.Children(cue))
        {
            if (child < cue || !(parsed.Is(child, "obl") || parsed.Is(child, "advcl") || parsed.Is(child, "xcomp") || parsed.Is(child, "ccomp"))) { continue; }
            string marker = context.Syntax.Marker(child);
            if (marker.Length == 0 || Array.IndexOf(word.Prepositions, marker) < 0 || (marker is "on" or "for" && context.IsTime(child))) { continue; }
            Draft draft = context.NewVerbDraft("statements/preposition", cue, word, speaker);
            bool asksFor = word.Act is Act.Ask && marker == "for";
            if (asksFor) { draft.Act = Act.Demand; }
            if (draft.Negated && word.Lemma is "comment" or "respond" or "reply" or "answer" or "elaborate") { draft.Act = Act.Decline; }
            bool keepsMarker = asksFor || marker is "of" or "at" or "against";
            int first = parsed.Left(child);
            if (!keepsMarker)
            {
                draft.CueSpan = receiver < 0 && first == parsed.TokenAtOrAfter(draft.CueSpan!.Value.End) ? draft.CueSpan.Value.Cover(parsed.Tokens[first].Span) : draft.CueSpan;
                first++;
            }
            context.Content.Add(draft, first, WithNaming(context, cue, word, WithInfinitive(context, cue, marker, parsed.Right(child))));
            draft.Addressee = receiver;
            draft.Confidence = 0.62;
            return context.Keep(draft);
        }
        return false;
    }

    /// <summary>"called for footage to be released": the infinitive right behind the object belongs to what is called for.</summary>
    private static int WithInfinitive(StatementContext context, int cue, string marker, int last)
    {
        ParsedText parsed = context.Parsed;
        if (marker is not "for" || last + 2 >= parsed.SentenceOf(cue).End || parsed.Tokens[last + 1].Xpos is not "TO") { return last; }
        foreach (int child in parsed.Children(cue))
        {
            if (parsed.Left(child) == last + 1 && (parsed.Is(child, "xcomp") || parsed.Is(child, "advcl") || parsed.Is(child, "ccomp"))) { return parsed.Right(child); }
        }
        return last;
    }

    /// <summary>"referred to the ship as a wreck": what it is called belongs to the content.</summary>
    private static int WithNaming(StatementContext context, int cue, ReportingWord word, int last)
    {
        if (!word.Takes(Frames.As) || !context.Syntax.Says(last + 1, "as")) { return last; }
        foreach (int child in context.Parsed.Children(cue))
        {
            if (context.Parsed.Left(child) == last + 1) { return context.Parsed.Right(child); }
        }
        return last;
    }

    /// <summary>"rejected membership in a referendum" is a deed, not a word.</summary>
    private static bool ByVote(StatementContext context, int cue, int target)
    {
        foreach (int child in context.Parsed.Children(cue))
        {
            if (context.Parsed.Is(child, "obl") && context.Lexicon.Votes.Contains(context.Parsed.Tokens[child].Lemma)) { return true; }
        }
        foreach (int child in context.Parsed.Children(target))
        {
            if (context.Syntax.Marker(child) == "in" && context.Lexicon.Votes.Contains(context.Parsed.Tokens[child].Lemma)) { return true; }
        }
        return false;
    }

    private static bool IsSubjectByOrder(StatementContext context, int target)
    {
        int next = context.Parsed.Right(target) + 1;
        return next < context.Parsed.SentenceOf(target).End && (context.Parsed.Tokens[next].Upos is Upos.AUX || context.Parsed.Tokens[next].Xpos is "VBZ" or "VBP" or "MD");
    }

    /// <summary>The object without what only hangs on: ", with the minister warning …", "announced on Monday by Pompeo".</summary>
    private static void AddPhrase(StatementContext context, Draft draft, int target)
    {
        ParsedText parsed = context.Parsed;
        int last = parsed.Right(target);
        foreach (int child in parsed.Children(target))
        {
            if (child <= target) { continue; }
            bool absolute = context.Syntax.Marker(child) == "with" && context.Syntax.IsSetOff(child);
            bool toldByAnother = parsed.Tokens[child].Xpos is "VBN" && parsed.Is(child, "acl") && context.Syntax.Agent(child) >= 0 && context.IsSpeechVerb(child);
            if (absolute || toldByAnother) { last = parsed.Left(child) - 1; break; }
        }
        int first = parsed.Left(target);
        context.Content.Add(draft, first, context.BeforeOther(first, WithExamples(context, WithModifier(context, draft, last))));
    }

    /// <summary>"a narrow lead for the mayor": a phrase with "of", "for" or "between" right behind the object belongs to it, wherever the tree hangs it.</summary>
    private static int WithModifier(StatementContext context, Draft draft, int last)
    {
        foreach (int child in context.Parsed.Children(draft.CueHead))
        {
            if (context.Parsed.Left(child) != last + 1 || !context.Parsed.Is(child, "obl")) { continue; }
            string marker = context.Syntax.Marker(child);
            bool ofSaying = context.IsTime(child) || context.Lexicon.Occasions.Contains(context.Parsed.Tokens[child].Lemma) || marker == draft.Word.Addressee;
            if (marker is "of" or "for" or "between" or "against" || (!ofSaying && marker is "on" or "to" or "with" or "about" or "over" or "from" or "into")) { return context.Parsed.Right(child); }
        }
        return last;
    }

    /// <summary>"casualties, among them civilians": examples behind a comma belong to the object.</summary>
    private static int WithExamples(StatementContext context, int last)
    {
        ParsedText parsed = context.Parsed;
        if (last + 2 >= parsed.Tokens.Length || parsed.Form(last + 1) is not "," || parsed.Tokens[last + 2].Lemma is not ("among" or "include" or "including" or "such" or "especially" or "notably")) { return last; }
        int end = parsed.SentenceOf(last).End - 1;
        while (end > last && parsed.Tokens[end].Upos is Upos.PUNCT) { end--; }
        for (int i = last + 2; i <= end; i++)
        {
            if (context.Syntax.IsFinite(i)) { return last; }
        }
        return end;
    }

    /// <summary>Two parts with nothing between them are one.</summary>
    private static void Join(StatementContext context, Draft draft)
    {
        for (int i = draft.Content.Count - 1; i > 0; i--)
        {
            TextSpan gap = new(draft.Content[i - 1].End, draft.Content[i].Start);
            if (gap.Length <= 1 || gap.In(context.Parsed.Text).IsWhiteSpace())
            {
                draft.Content[i - 1] = draft.Content[i - 1].Cover(draft.Content[i]);
                draft.Content.RemoveAt(i);
            }
        }
    }
}
