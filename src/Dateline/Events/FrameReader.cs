using Dateline.Text;

namespace Dateline.Events;

/// <summary>Reads a verb's frame from the tree: passives, relative clauses, participles, shared and controlled subjects.</summary>
internal sealed class FrameReader(PloverLexicon lexicon)
{
    private const int MostSteps = 8;

    private readonly SubjectFinder _subjects = new(lexicon);

    public Frame Read(EventScene scene, int verb)
    {
        ParsedText parsed = scene.Parsed;
        bool passive = ClauseShape.IsPassive(scene, verb);
        int subject = -1, @object = -1, indirect = -1, agent = -1, complement = -1;
        int other = -1;
        bool guessed = false;
        List<(string, int)> phrases = [];
        foreach (int child in parsed.Children(verb))
        {
            // Of two subjects the nearer: the farther one belongs to a clause the tree has lost.
            if (parsed.Is(child, "nsubj"))
            {
                if ((subject < 0 || child < verb) && !IsTime(scene, child))
                {
                    if (subject >= 0 && Joined(scene, subject, child)) { other = subject; }
                    subject = Antecedent(scene, child);
                }
            }
            // "build Gizo in the islands a clinic": of two objects the first is to whom.
            else if (parsed.Is(child, "obj") && @object > verb && !guessed && indirect < 0 && !passive && child > @object && scene.Upos(child) is Upos.NOUN or Upos.PROPN && scene.Upos(@object) is Upos.NOUN or Upos.PROPN && !IsTime(scene, child)) { (indirect, @object) = (@object, child); }
            else if (parsed.Is(child, "obj")) { if (@object < 0 || guessed) { (@object, guessed) = (Antecedent(scene, child), false); } }
            else if (parsed.Is(child, "iobj")) { indirect = Antecedent(scene, child); }
            else if (parsed.Is(child, "obl") || parsed.Is(child, "nmod"))
            {
                string? preposition = scene.CaseOf(child);
                if (preposition is null)
                {
                    // "forced out on Wednesday 1,000 refugees": a bare noun after the verb that is no time is its object.
                    if (@object < 0 && child > verb && !passive && parsed.Is(child, "obl") && scene.Upos(child) is Upos.NOUN or Upos.PROPN && !IsTime(scene, child) && !OpensClause(scene, verb, child)) { (@object, guessed) = (child, true); }
                    continue;
                }
                if (preposition == "by" && passive && agent < 0 && !IsTime(scene, child)) { agent = Antecedent(scene, child); }
                phrases.Add((preposition, Antecedent(scene, child)));
                // "on Sunday for families": what hangs on the day hangs on the verb.
                if (IsTime(scene, child)) { AddPhrasesOf(scene, child, phrases); }
            }
            else if (parsed.Is(child, "xcomp") || parsed.Is(child, "ccomp"))
            {
                // "said" with its quotation before it has a complement too, but no act of will.
                if (complement < 0 || parsed.Is(child, "xcomp")) { complement = child; }
            }
            else if (parsed.Is(child, "advcl") && complement < 0 && child > verb && Infinitive(scene, child)) { complement = child; }
        }
        AddPhrasesOf(scene, @object, phrases);
        bool inherited = false;
        if (ClauseShape.LostMain(scene, verb) is >= 0 and int main) { (subject, passive) = (main, false); }
        else if (ClauseShape.IsLostVerb(scene, verb))
        {
            // "the Soviet Union blockaded Berlin" read as "blockaded Berlin": the noun before is the subject, the noun over it the object.
            @object = scene.Head(verb);
            AddPhrasesOf(scene, @object, phrases);
            subject = ClauseShape.LostSubject(scene, verb);
        }
        else if (ClauseShape.IsCoordinatedModifier(scene, verb))
        {
            // "have imposed a curfew and launched patrols" read as "launched patrols": the verb under its own object.
            @object = scene.Head(verb);
            AddPhrasesOf(scene, @object, phrases);
            subject = _subjects.SubjectAbove(scene, @object);
            inherited = true;
        }
        else if (passive)
        {
            if (@object < 0) { @object = subject >= 0 ? subject : SubjectFinder.PassiveSubject(scene, verb) is >= 0 and int above ? above : SubjectFinder.PartyBefore(scene, verb); }
            else if (subject >= 0 && indirect < 0) { indirect = subject; }
            subject = agent >= 0 ? agent : AgentBelow(scene, verb);
        }
        else if (subject < 0)
        {
            subject = _subjects.SubjectAbove(scene, verb);
            inherited = subject >= 0;
        }
        if (!passive && @object < 0 && !inherited) { @object = SubjectFinder.RelativeObject(scene, verb, subject); }
        if (scene.Upos(verb) == Upos.VERB) { (subject, @object) = LinearFrame.Complete(scene, verb, subject, @object, passive); }
        bool outcome = inherited && IsOutcome(scene, verb);
        if (outcome) { subject = -1; }
        return new Frame
        {
            Verb = verb, Subject = subject, Object = @object, IndirectObject = indirect, Passive = passive, CoSubject = passive ? -1 : other, Outcome = outcome,
            Inherited = inherited, Phrases = phrases, Complement = complement,
        };
    }

    /// <summary>Who, which, that: the noun the clause stands on.</summary>
    public static int Antecedent(EventScene scene, int token)
    {
        ParsedText parsed = scene.Parsed;
        if (parsed.Tokens[token].Xpos is not ("WP" or "WDT") && !(scene.IsForm(token, "that") && scene.Upos(token) == Upos.PRON)) { return token; }
        for (int at = scene.Head(token), steps = 0; at >= 0 && steps < MostSteps; at = scene.Head(at), steps++)
        {
            if (!parsed.Is(at, "acl")) { continue; }
            int noun = scene.Head(at);
            // "talks between the government and the Taliban, who …" hung on the talks: "who" is somebody, the one named right before.
            return scene.IsForm(token, "who") && scene.EntityAt(noun) is null or { Type: Entities.EntityType.Event or Entities.EntityType.Other } && NameBefore(scene, token, noun) is >= 0 and int name ? name : noun;
        }
        return token;
    }

    /// <summary>The person, group or body whose phrase ends right before the pronoun and lies under the noun; else -1.</summary>
    private static int NameBefore(EventScene scene, int pronoun, int noun)
    {
        int before = pronoun - 1;
        if (before > noun && scene.Upos(before) == Upos.PUNCT) { before--; }
        return before > noun && scene.EntityAt(before) is { Type: not (Entities.EntityType.Event or Entities.EntityType.Other) } ? before : -1;
    }

    /// <summary>"Kenya and the rebels had …" with two subjects: nothing but "and" and an article between them.</summary>
    private static bool Joined(EventScene scene, int first, int second)
    {
        bool and = false;
        for (int i = first + 1; i < second; i++)
        {
            if (scene.Upos(i) == Upos.CCONJ) { and = true; }
            else if (and ? scene.Upos(i) is not (Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN) : !scene.Parsed.IsUnder(i, first)) { return false; }
        }
        return and;
    }

    /// <summary>"was hit, killing a woman and injuring six": a participle of killing or wounding under the passive of a verb of attack that names no agent.</summary>
    private bool IsOutcome(EventScene scene, int verb)
    {
        if (scene.Xpos(verb) != "VBG" || !(lexicon.IsA(scene.Verb(verb), "DEADLY") || lexicon.IsA(scene.Verb(verb), "HARM"))) { return false; }
        int main = scene.Head(verb);
        for (int steps = 0; steps < MostSteps && main >= 0 && scene.Xpos(main) == "VBG"; steps++) { main = scene.Head(main); }
        return main >= 0 && lexicon.IsA(scene.Verb(main), "ATTACKVERB") && ClauseShape.IsPassive(scene, main) && !ClauseShape.HasBy(scene, main);
    }

    /// <summary>"resigned as the opposition threatened": a conjunction between the verb and the noun begins another clause.</summary>
    private static bool OpensClause(EventScene scene, int verb, int noun)
    {
        for (int i = verb + 1; i < noun; i++) { if (scene.Upos(i) == Upos.SCONJ) { return true; } }
        return false;
    }

    /// <summary>"sentenced to ten years in prison by a court" with the court hung on the prison: a public body behind "by" did it.</summary>
    private int AgentBelow(EventScene scene, int verb)
    {
        foreach (int phrase in scene.Parsed.Children(verb))
        {
            if (phrase < verb || !scene.Parsed.Is(phrase, "obl")) { continue; }
            foreach (int noun in scene.Parsed.Children(phrase))
            {
                if (scene.Parsed.Is(noun, "nmod") && scene.CaseOf(noun) is "by" && !IsTime(scene, noun) && lexicon.SectorOf(scene.Noun(noun)) is "JUD" or "COP" or "GOV" or "MIL" or "REB") { return noun; }
            }
        }
        return -1;
    }

    public static void AddPhrasesOf(EventScene scene, int noun, List<(string, int)> phrases)
    {
        if (noun < 0) { return; }
        foreach (int child in scene.Parsed.Children(noun))
        {
            if (scene.Parsed.Is(child, "nmod") && scene.Parsed.Tokens[child].Deprel != "nmod:poss" && scene.CaseOf(child) is { } preposition && child > noun)
            {
                phrases.Add((preposition, Antecedent(scene, child)));
            }
        }
    }

    private static bool Infinitive(EventScene scene, int token)
    {
        int mark = scene.Parsed.Child(token, "mark");
        return mark >= 0 && scene.IsForm(mark, "to") && scene.Xpos(token) is not "VBG";
    }

    public static bool IsTime(EventScene scene, int token)
    {
        TextSpan span = scene.Parsed.Tokens[token].Span;
        foreach (Time.TimeExpression time in scene.Times)
        {
            if (time.Span.Start > span.End) { break; }
            if (time.Span.Overlaps(span)) { return true; }
        }
        return false;
    }
}
