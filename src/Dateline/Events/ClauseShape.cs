using Dateline.Text;

namespace Dateline.Events;

/// <summary>What kind of verb stands there: passive or active, lost by the tree under a noun, a gerund in an object's place.</summary>
internal static class ClauseShape
{
    private const int MostSteps = 8;

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

    public static int LostSubject(EventScene scene, int verb)
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
            // "the people shot dead by police" read as "people shot": nobody is killed "by" a way of doing it, and nothing is left for an object.
            if (parsed.Tokens[child].Deprel is "obl:agent" && scene.CaseOf(child) is "by" && PloverLexicon.Default.VerbsOf(scene.Verb(verb)).Any(s => s.Root == "ASSAULT") && parsed.Child(verb, "obj") < 0) { return true; }
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
    public static bool IsFinite(EventScene scene, int verb)
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
    public static int LostMain(EventScene scene, int verb)
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

    public static bool HasBy(EventScene scene, int verb)
    {
        foreach (int child in scene.Parsed.Children(verb)) { if (scene.CaseOf(child) == "by" && !FrameReader.IsTime(scene, child)) { return true; } }
        return false;
    }

    public static bool IsPassiveHere(EventScene scene, int verb)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (scene.Parsed.Tokens[child].Deprel is "aux:pass" or "nsubj:pass") { return true; }
        }
        return scene.Parsed.Is(verb, "acl");
    }

    /// <summary>"ruled out sending", "denies targeting": a gerund right behind a verb is what the verb is about, whatever the tree calls it.</summary>
    public static bool IsGerundObject(EventScene scene, int token)
    {
        int head = scene.Head(token);
        if (scene.Xpos(token) != "VBG" || head < 0 || scene.Upos(head) != Upos.VERB || head >= token || token - head > 2 || scene.Parsed.Child(token, "mark") >= 0) { return false; }
        return token - head == 1 || scene.Parsed.Is(head + 1, "compound:prt");
    }
}
