using Dateline.Text;

namespace Dateline.Events;

/// <summary>Who does it where the verb has no subject of its own: the clause above, a controller, a holder, the noun before.</summary>
internal sealed class SubjectFinder(PloverLexicon lexicon)
{
    private const int MostSteps = 8;
    private const int MostTokensBack = 20;

    public int SubjectAbove(EventScene scene, int verb)
    {
        ParsedText parsed = scene.Parsed;
        int at = verb;
        for (int steps = 0; steps < MostSteps; steps++)
        {
            int head = scene.Head(at);
            if (ClauseShape.IsLostVerb(scene, at)) { return ClauseShape.LostSubject(scene, at); }
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
                if (parsed.Is(at, "xcomp") && parsed.Child(head, "obj") is >= 0 and int controlled && lexicon.IsA(scene.Verb(head), "CONTROL_OBJECT")) { return FrameReader.Antecedent(scene, controlled); }
                if (ControllingObject(scene, at, head) is >= 0 and int accused) { return FrameReader.Antecedent(scene, accused); }
                int subject = parsed.Child(head, "nsubj");
                if (subject >= 0) { return FrameReader.Antecedent(scene, subject); }
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
        if (before > 1 && FrameReader.IsTime(scene, before)) { while (before > 1 && FrameReader.IsTime(scene, before)) { before--; } if (scene.Upos(before) == Upos.ADP) { before--; } }
        if (!finite || before < 0 || parsed.SentenceIndex(before) != parsed.SentenceIndex(verb) || scene.Upos(before) is not (Upos.NOUN or Upos.PROPN)) { return -1; }
        int top = before;
        for (int steps = 0; steps < MostSteps && scene.Head(top) >= 0 && scene.Head(top) < first && scene.Upos(scene.Head(top)) is Upos.NOUN or Upos.PROPN && !OpensTime(scene, top); steps++) { top = scene.Head(top); }
        return parsed.IsUnder(verb, top) ? -1 : top;
    }

    /// <summary>"In a plea on Monday the health chief begged": the preposition that the tree gives to the chief is the day's.</summary>
    private static bool OpensTime(EventScene scene, int noun) =>
        scene.Parsed.Child(noun, "case") is >= 0 and int mark && mark + 1 < noun && FrameReader.IsTime(scene, mark + 1) && !FrameReader.IsTime(scene, noun);

    /// <summary>"X's decision to expel", "the decision by X to expel", "X took a decision to expel": X.</summary>
    private static int HolderOf(EventScene scene, int noun)
    {
        ParsedText parsed = scene.Parsed;
        foreach (int child in parsed.Children(noun))
        {
            if (parsed.Tokens[child].Deprel == "nmod:poss" || (parsed.Is(child, "nmod") && scene.CaseOf(child) is "by" or "of")) { return FrameReader.Antecedent(scene, child); }
        }
        int head = scene.Head(noun);
        if (head >= 0 && parsed.Is(noun, "obj") && parsed.Child(head, "nsubj") is >= 0 and int subject) { return FrameReader.Antecedent(scene, subject); }
        return -1;
    }

    public static int PassiveSubject(EventScene scene, int verb)
    {
        ParsedText parsed = scene.Parsed;
        int at = verb;
        for (int steps = 0; steps < MostSteps; steps++)
        {
            int head = scene.Head(at);
            if (head < 0) { return -1; }
            if (parsed.Is(at, "acl")) { return head; }
            if (!parsed.Is(at, "conj") && !parsed.Is(at, "advcl") && !parsed.Is(at, "xcomp")) { return -1; }
            if (parsed.Child(head, "nsubj") is >= 0 and int subject) { return FrameReader.Antecedent(scene, subject); }
            at = head;
        }
        return -1;
    }

    /// <summary>"More than 300 militants, earlier taken out of Aleppo, were deployed": with the subject lost, the party named last before the verb that hangs on no preposition.</summary>
    public static int PartyBefore(EventScene scene, int verb)
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
    public static int RelativeObject(EventScene scene, int verb, int subject)
    {
        ParsedText parsed = scene.Parsed;
        if (!parsed.Is(verb, "acl") || parsed.Tokens[verb].Deprel != "acl:relcl" || subject < 0) { return -1; }
        int head = scene.Head(verb);
        return head == subject ? -1 : head;
    }
}
