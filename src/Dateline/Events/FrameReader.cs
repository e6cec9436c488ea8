using Dateline.Text;

namespace Dateline.Events;

/// <summary>Reads a verb's frame from the tree: passives, relative clauses, participles, shared and controlled subjects.</summary>
internal sealed class FrameReader(PloverLexicon lexicon)
{
    private const int MostSteps = 8;
    private const int MostTokensBack = 20;

    public Frame Read(EventScene scene, int verb)
    {
        ParsedText parsed = scene.Parsed;
        bool passive = IsPassive(scene, verb);
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
        if (LostMain(scene, verb) is >= 0 and int main) { (subject, passive) = (main, false); }
        else if (IsLostVerb(scene, verb))
        {
            // "the Soviet Union blockaded Berlin" read as "blockaded Berlin": the noun before is the subject, the noun over it the object.
            @object = scene.Head(verb);
            AddPhrasesOf(scene, @object, phrases);
            subject = LostSubject(scene, verb);
        }
        else if (IsCoordinatedModifier(scene, verb))
        {
            // "have imposed a curfew and launched patrols" read as "launched patrols": the verb under its own object.
            @object = scene.Head(verb);
            AddPhrasesOf(scene, @object, phrases);
            subject = SubjectAbove(scene, @object);
            inherited = true;
        }
        else if (passive)
        {
            if (@object < 0) { @object = subject >= 0 ? subject : PassiveSubject(scene, verb) is >= 0 and int above ? above : PartyBefore(scene, verb); }
            else if (subject >= 0 && indirect < 0) { indirect = subject; }
            subject = agent;
        }
        else if (subject < 0)
        {
            subject = SubjectAbove(scene, verb);
            inherited = subject >= 0;
        }
        if (!passive && @object < 0 && !inherited) { @object = RelativeObject(scene, verb, subject); }
        if (scene.Upos(verb) == Upos.VERB) { (subject, @object) = LinearFrame.Complete(scene, verb, subject, @object, passive); }
        bool outcome = inherited && IsOutcome(scene, verb);
        if (outcome) { subject = -1; }
        return new Frame
        {
            Verb = verb, Subject = subject, Object = @object, IndirectObject = indirect, Passive = passive, CoSubject = passive ? -1 : other, Outcome = outcome,
            Inherited = inherited, Phrases = phrases, Complement = complement,
        };
    }

    /// <summary>True for a past form read as a modifier right after a noun or "have", where no modifier stands.</summary>
    public static bool IsLostVerb(EventScene scene, int verb)
    {
        if (!scene.Parsed.Is(verb, "amod") || scene.Xpos(verb) is not ("VBN" or "VBD") || scene.Head(verb) < verb || verb == 0 || scene.RoleOf(verb) is not Stories.BlockRole.Paragraph) { return false; }
        if (scene.Parsed.Child(verb, "nsubj") >= 0) { return true; }
        int before = verb - 1;
        if (scene.Parsed.SentenceIndex(before) != scene.Parsed.SentenceIndex(verb)) { return false; }
        if (scene.Lemma(before) == "have") { return true; }
        return scene.Upos(before) is Upos.NOUN or Upos.PROPN && scene.Head(before) != verb && !scene.Parsed.IsUnder(before, scene.Head(verb));
    }

    private static int LostSubject(EventScene scene, int verb)
    {
        if (scene.Parsed.Child(verb, "nsubj") is >= 0 and int own) { return own; }
        int before = verb - 1;
        if (scene.Lemma(before) == "have") { return scene.Parsed.Child(before, "nsubj"); }
        return scene.Parsed.Is(before, "conj") && scene.Head(before) >= 0 && scene.Upos(scene.Head(before)) is Upos.NOUN or Upos.PROPN ? scene.Head(before) : before;
    }

    /// <summary>True for a past form read as a modifier right after "and".</summary>
    public static bool IsCoordinatedModifier(EventScene scene, int verb) =>
        scene.Parsed.Is(verb, "amod") && scene.Xpos(verb) == "VBD" && verb > 0 && scene.Upos(verb - 1) == Upos.CCONJ;

    /// <summary>True for "was shot", "the men arrested", "killed in an attack, he …".</summary>
    public static bool IsPassive(EventScene scene, int verb)
    {
        ParsedText parsed = scene.Parsed;
        if (IsFinite(scene, verb) || LostMain(scene, verb) >= 0) { return false; }
        bool named = false;
        foreach (int child in parsed.Children(verb))
        {
            if (parsed.Tokens[child].Deprel is "aux:pass") { return true; }
            // "conferred by video link", "spoke with Lind" with the phrase read as an agent: a finite past with a subject of its own is active.
            if (parsed.Tokens[child].Deprel is "obl:agent" && scene.CaseOf(child) is "by" && !(scene.Xpos(verb) == "VBD" && scene.RoleOf(verb) is Stories.BlockRole.Paragraph && parsed.Child(verb, "nsubj") >= 0)) { return true; }
            named |= parsed.Tokens[child].Deprel is "nsubj:pass" or "csubj:pass";
        }
        // "The board backed down" with a passive subject but no "was": finite in a body sentence, passive in a headline.
        if (named) { return scene.RoleOf(verb) is not Stories.BlockRole.Paragraph || parsed.Child(verb, "aux") >= 0; }
        // "69 people shot dead by police" with the participle tagged as a past tense.
        if (scene.Xpos(verb) == "VBD" && parsed.Tokens[verb].Deprel == "acl" && HasBy(scene, verb)) { return true; }
        if (scene.Xpos(verb) != "VBN" || parsed.Child(verb, "aux") >= 0) { return false; }
        if (parsed.Child(verb, "obj") >= 0) { return false; }
        if (parsed.Is(verb, "acl") || parsed.Is(verb, "advcl")) { return parsed.Child(verb, "nsubj") < 0; }
        if (parsed.Is(verb, "conj")) { return scene.Head(verb) >= 0 && scene.Xpos(scene.Head(verb)) == "VBN" && IsPassiveHere(scene, scene.Head(verb)); }
        // Headline: "Three soldiers killed in ambush".
        return parsed.Is(verb, "root") && parsed.Child(verb, "nsubj") >= 0 && scene.RoleOf(verb) is Stories.BlockRole.Headline or Stories.BlockRole.Deck;
    }

    /// <summary>"Rebel forces advanced on the capital." read as a noun with a participle: a body sentence wants a verb, so the participle is finite.</summary>
    private static bool IsFinite(EventScene scene, int verb)
    {
        if (!scene.Parsed.Is(verb, "acl") || scene.Xpos(verb) is not ("VBN" or "VBD") || scene.RoleOf(verb) is not Stories.BlockRole.Paragraph) { return false; }
        Sentence sentence = scene.Parsed.SentenceOf(verb);
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (i != verb && scene.Xpos(i) is "VBD" or "VBZ" or "VBP" or "MD") { return false; }
        }
        return scene.IsForm(sentence.End - 1, ".");
    }

    /// <summary>"The Authority - which sees … - called for a meeting." with the noun for a root: the past form behind the closing dash or comma is its verb. The noun, or -1.</summary>
    private static int LostMain(EventScene scene, int verb)
    {
        if (scene.Xpos(verb) is not ("VBN" or "VBD") || verb == 0 || scene.Upos(verb - 1) != Upos.PUNCT || scene.RoleOf(verb) is not Stories.BlockRole.Paragraph) { return -1; }
        if (scene.Parsed.Child(verb, "nsubj") >= 0 || scene.Parsed.Child(verb, "aux") >= 0 || scene.Parsed.Is(verb, "root")) { return -1; }
        int root = verb;
        for (int steps = 0; steps < MostSteps && scene.Head(root) >= 0; steps++) { root = scene.Head(root); }
        if (!scene.Parsed.Is(root, "root") || root > verb || scene.Upos(root) is not (Upos.NOUN or Upos.PROPN) || scene.Parsed.Child(root, "cop") >= 0 || !scene.IsForm(scene.Parsed.SentenceOf(verb).End - 1, ".")) { return -1; }
        // The clause between must be one about the noun: a relative pronoun stands behind the opening dash or comma.
        for (int i = root + 1; i < verb && i <= root + 3; i++) { if (scene.Xpos(i) is "WDT" or "WP") { return root; } }
        return -1;
    }

    private static bool HasBy(EventScene scene, int verb)
    {
        foreach (int child in scene.Parsed.Children(verb)) { if (scene.CaseOf(child) == "by" && !IsTime(scene, child)) { return true; } }
        return false;
    }

    private static bool IsPassiveHere(EventScene scene, int verb)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (scene.Parsed.Tokens[child].Deprel is "aux:pass" or "nsubj:pass") { return true; }
        }
        return scene.Parsed.Is(verb, "acl");
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

    private int SubjectAbove(EventScene scene, int verb)
    {
        ParsedText parsed = scene.Parsed;
        int at = verb;
        for (int steps = 0; steps < MostSteps; steps++)
        {
            int head = scene.Head(at);
            if (IsLostVerb(scene, at)) { return LostSubject(scene, at); }
            if (at == verb && NounBefore(scene, verb) is >= 0 and int noun) { return noun; }
            if (head < 0) { return -1; }
            if (parsed.Is(at, "acl") && scene.Upos(head) != Upos.VERB)
            {
                if (parsed.Tokens[at].Deprel == "acl:relcl") { return parsed.Child(at, "nsubj") < 0 ? head : -1; }
                if (scene.Xpos(at) is "VBG" or "VBN" or "VBD") { return head; }
                // Headline: "Governors to meet in Quetta".
                return scene.Head(head) < 0 ? head : HolderOf(scene, head);
            }
            if (parsed.Is(at, "conj") || parsed.Is(at, "advcl") || parsed.Is(at, "xcomp") || parsed.Is(at, "acl") || parsed.Is(at, "parataxis") && scene.Xpos(at) == "VBG")
            {
                if (scene.Upos(head) is not (Upos.VERB or Upos.AUX or Upos.ADJ) && parsed.Child(head, "cop") < 0) { return scene.Upos(head) == Upos.NOUN ? HolderOf(scene, head) : -1; }
                if (parsed.Is(at, "xcomp") && parsed.Child(head, "obj") is >= 0 and int controlled && lexicon.IsA(scene.Verb(head), "CONTROL_OBJECT")) { return Antecedent(scene, controlled); }
                if (ControllingObject(scene, at, head) is >= 0 and int accused) { return Antecedent(scene, accused); }
                int subject = parsed.Child(head, "nsubj");
                if (subject >= 0) { return Antecedent(scene, subject); }
                at = head;
                continue;
            }
            return -1;
        }
        return -1;
    }

    /// <summary>"accused the rebels of shelling", "blamed the army for firing": who shells is the object of the verb above, not its subject; else -1.</summary>
    private int ControllingObject(EventScene scene, int gerund, int head)
    {
        if (scene.Xpos(gerund) != "VBG" || scene.Parsed.Child(gerund, "mark") is not (>= 0 and int mark)) { return -1; }
        return lexicon.IsA(scene.Parsed.Tokens[mark].Lemma, "CONTROL_MARK") ? scene.Parsed.Child(head, "obj") : -1;
    }

    /// <summary>"said top diplomats will meet" with the diplomats hung on "said": the noun right before a finite verb without a subject.</summary>
    private static int NounBefore(EventScene scene, int verb)
    {
        ParsedText parsed = scene.Parsed;
        int first = verb;
        bool finite = scene.Xpos(verb) is "VBD" or "VBZ" or "VBP";
        foreach (int child in parsed.Children(verb))
        {
            if (child < verb && (parsed.Is(child, "aux") || parsed.Is(child, "advmod")))
            {
                finite |= scene.Xpos(child) is "MD" or "VBD" or "VBZ" or "VBP";
                first = Math.Min(first, child);
            }
        }
        int before = first - 1;
        // "Japan on Friday lifted": the day stands between.
        if (before > 1 && IsTime(scene, before)) { while (before > 1 && IsTime(scene, before)) { before--; } if (scene.Upos(before) == Upos.ADP) { before--; } }
        if (!finite || before < 0 || parsed.SentenceIndex(before) != parsed.SentenceIndex(verb) || scene.Upos(before) is not (Upos.NOUN or Upos.PROPN)) { return -1; }
        int top = before;
        for (int steps = 0; steps < MostSteps && scene.Head(top) >= 0 && scene.Head(top) < first && scene.Upos(scene.Head(top)) is Upos.NOUN or Upos.PROPN; steps++) { top = scene.Head(top); }
        return parsed.IsUnder(verb, top) ? -1 : top;
    }

    /// <summary>"X's decision to expel", "the decision by X to expel", "X took a decision to expel": X.</summary>
    private static int HolderOf(EventScene scene, int noun)
    {
        ParsedText parsed = scene.Parsed;
        foreach (int child in parsed.Children(noun))
        {
            if (parsed.Tokens[child].Deprel == "nmod:poss" || (parsed.Is(child, "nmod") && scene.CaseOf(child) is "by" or "of")) { return Antecedent(scene, child); }
        }
        int head = scene.Head(noun);
        if (head >= 0 && parsed.Is(noun, "obj") && parsed.Child(head, "nsubj") is >= 0 and int subject) { return Antecedent(scene, subject); }
        return -1;
    }

    private static int PassiveSubject(EventScene scene, int verb)
    {
        ParsedText parsed = scene.Parsed;
        int at = verb;
        for (int steps = 0; steps < MostSteps; steps++)
        {
            int head = scene.Head(at);
            if (head < 0) { return -1; }
            if (parsed.Is(at, "acl")) { return head; }
            if (!parsed.Is(at, "conj") && !parsed.Is(at, "advcl") && !parsed.Is(at, "xcomp")) { return -1; }
            if (parsed.Child(head, "nsubj") is >= 0 and int subject) { return Antecedent(scene, subject); }
            at = head;
        }
        return -1;
    }

    /// <summary>"More than 300 militants, earlier taken out of Aleppo, were deployed": with the subject lost, the party named last before the verb that hangs on no preposition.</summary>
    private static int PartyBefore(EventScene scene, int verb)
    {
        if (scene.Parsed.Child(verb, "aux") < 0 || scene.Parsed.Is(verb, "conj") || scene.Parsed.Is(verb, "acl") || scene.Parsed.Is(verb, "advcl") || scene.Parsed.Is(verb, "xcomp")) { return -1; }
        int first = Math.Max(scene.Parsed.SentenceOf(verb).First, verb - MostTokensBack);
        for (int i = verb - 1; i >= first; i--)
        {
            if (scene.Upos(i) is not (Upos.NOUN or Upos.PROPN) || scene.Entities.AtHead(i)?.Type is not (Entities.EntityType.Group or Entities.EntityType.Person)) { continue; }
            int mark = scene.Parsed.Child(i, "case");
            if (mark < 0 || scene.IsForm(mark, "than")) { return i; }
        }
        return -1;
    }

    /// <summary>"the men [that] police arrested": the noun above is the object.</summary>
    private static int RelativeObject(EventScene scene, int verb, int subject)
    {
        ParsedText parsed = scene.Parsed;
        if (!parsed.Is(verb, "acl") || parsed.Tokens[verb].Deprel != "acl:relcl" || subject < 0) { return -1; }
        int head = scene.Head(verb);
        return head == subject ? -1 : head;
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
        return main >= 0 && lexicon.IsA(scene.Verb(main), "ATTACKVERB") && IsPassive(scene, main) && !HasBy(scene, main);
    }

    /// <summary>"ruled out sending", "denies targeting": a gerund right behind a verb is what the verb is about, whatever the tree calls it.</summary>
    public static bool IsGerundObject(EventScene scene, int token)
    {
        int head = scene.Head(token);
        if (scene.Xpos(token) != "VBG" || head < 0 || scene.Upos(head) != Upos.VERB || head >= token || token - head > 2 || scene.Parsed.Child(token, "mark") >= 0) { return false; }
        return token - head == 1 || scene.Parsed.Is(head + 1, "compound:prt");
    }

    /// <summary>"resigned as the opposition threatened": a conjunction between the verb and the noun begins another clause.</summary>
    private static bool OpensClause(EventScene scene, int verb, int noun)
    {
        for (int i = verb + 1; i < noun; i++) { if (scene.Upos(i) == Upos.SCONJ) { return true; } }
        return false;
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
