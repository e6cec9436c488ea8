using Dateline.Text;

namespace Dateline.Events;

/// <summary>Whether a sense of a verb holds in its frame: particle, classes of object and subject, prepositions.</summary>
internal sealed class VerbFitter(WordClasses classes)
{
    private const int ParticleReach = 6;

    /// <summary>0 when a constraint fails, else higher the more of the frame the sense explains.</summary>
    public int Fit(EventScene scene, Frame frame, VerbSense sense)
    {
        int score = 1;
        if (sense.Particle.Length > 0)
        {
            if (!HasParticle(scene, frame.Verb, sense)) { return 0; }
            score += 3 + sense.Particle.Length;
        }
        if (sense.Object.Length > 0)
        {
            int fit = ObjectFit(scene, frame, sense);
            if (fit == 0) { return 0; }
            score += fit;
        }
        if (sense.Needs.Length > 0)
        {
            bool met = false;
            foreach (Need need in sense.Needs)
            {
                if (need.Class == "CLAUSE") { met |= frame.Complement >= 0 && scene.Parsed.Child(frame.Complement, "mark") is >= 0 and int mark && scene.IsForm(mark, need.Preposition); continue; }
                foreach ((string preposition, int phrase) in frame.Phrases)
                {
                    met |= preposition == need.Preposition && (need.Class is null || classes.Is(scene, phrase, need.Class));
                }
                // Reciprocal "together", "militarily" stand as adverbs.
                met |= need.Class is null && Follows(scene, frame.Verb, need.Preposition, adjacentOnly: false);
            }
            if (!met) { return 0; }
            score += 2;
        }
        if (sense.Subject.Length > 0)
        {
            if (frame.Outcome && sense.Root == "ASSAULT") { return score + 2; }
            // Words of blame and praise speak for themselves when nobody is named; deeds do not.
            if (frame.Subject < 0) { return ActReader.IsVerbal(sense.Root) ? score : 0; }
            if (!AnyParty(scene, frame.Subject, sense.Subject)) { return 0; }
            score += 2;
        }
        return score;
    }

    private int ObjectFit(EventScene scene, Frame frame, VerbSense sense)
    {
        int best = 0;
        foreach (string wanted in sense.Object)
        {
            int fit = wanted switch
            {
                "0" => frame.Object < 0 && !frame.Passive ? 2 : 0,
                "ANY" => frame.Object >= 0 ? 1 : 0,
                "CLAUSE" => frame.Complement >= 0 ? 2 : 0,
                "DEONTIC" => IsDeontic(scene, frame) ? 2 : 0,
                "OWNACT" => IsOwnAct(scene, frame) ? 3 : 0,
                _ => frame.Object >= 0 && IsOrHolds(scene, frame.Object, wanted) ? 3 : frame.IndirectObject >= 0 && classes.Is(scene, frame.IndirectObject, wanted) ? 2 : 0,
            };
            if (fit > best) { best = fit; }
        }
        return best;
    }

    /// <summary>"insisted that Iraq <i>withdraw</i>", "that it <i>must</i> leave": asked, not asserted ("insisted he had done nothing").</summary>
    private static bool IsDeontic(EventScene scene, Frame frame)
    {
        if (frame.Complement < 0) { return false; }
        bool bare = scene.Xpos(frame.Complement) is "VB" or "VBP";
        foreach (int child in scene.Parsed.Children(frame.Complement))
        {
            if (!scene.Parsed.Is(child, "aux")) { continue; }
            if (scene.Lemma(child).ToLowerInvariant() is "must" or "should" or "ought") { return true; }
            bare &= scene.Lemma(child).ToLowerInvariant() is "be" && scene.Xpos(child) == "VB";
        }
        return bare;
    }

    /// <summary>The noun or one of its conjuncts is of the class.</summary>
    private bool IsOrHolds(EventScene scene, int token, string @class)
    {
        if (classes.Is(scene, token, @class)) { return true; }
        foreach (int child in scene.Parsed.Children(token))
        {
            if (scene.Parsed.Is(child, "conj") && classes.Is(scene, child, @class)) { return true; }
            // "sent two planes carrying 30 tonnes of medicine".
            if (@class is "AID" && scene.Parsed.Is(child, "acl") && scene.Verb(child) is "carry" or "load" && Load(scene, child) is >= 0 and int load && classes.Is(scene, load, @class)) { return true; }
        }
        return false;
    }

    /// <summary>What is carried, counted or not ("30 tonnes of medicine").</summary>
    private static int Load(EventScene scene, int verb)
    {
        int load = scene.Parsed.Child(verb, "obj") is >= 0 and int carried ? carried : scene.Parsed.Child(verb, "obl");
        if (load < 0) { return -1; }
        foreach (int child in scene.Parsed.Children(load)) { if (scene.Parsed.Is(child, "nmod") && scene.CaseOf(child) is "of") { return child; } }
        return load;
    }

    private bool AnyParty(EventScene scene, int token, string[] wanted)
    {
        foreach (string @class in wanted) { if (IsOrHolds(scene, token, @class)) { return true; } }
        return false;
    }

    /// <summary>"warned that <i>it would</i> cut off fuel": the complement is the subject's own future deed.</summary>
    private static bool IsOwnAct(EventScene scene, Frame frame)
    {
        if (frame.Complement < 0) { return false; }
        int subject = scene.Parsed.Child(frame.Complement, "nsubj");
        bool own = subject >= 0 && (scene.Upos(subject) == Upos.PRON || (scene.EntityAt(subject) is { } entity && frame.Subject >= 0 && entity == scene.EntityAt(frame.Subject)));
        if (!own) { return false; }
        foreach (int child in scene.Parsed.Children(frame.Complement))
        {
            if (scene.Parsed.Is(child, "aux") && scene.Lemma(child).ToLowerInvariant() is "will" or "would" or "shall") { return true; }
        }
        return false;
    }

    private static bool HasParticle(EventScene scene, int verb, VerbSense sense)
    {
        if (sense.Lemma == "be") { return sense.Particle[^1] == scene.Lemma(verb).ToLowerInvariant() && (sense.Particle.Length == 1 || scene.CaseOf(verb) == sense.Particle[0]); }
        int at = verb + 1, end = Math.Min(scene.Parsed.SentenceOf(verb).End, verb + 1 + ParticleReach + sense.Particle.Length);
        foreach (string word in sense.Particle)
        {
            while (at < end && !scene.IsForm(at, word)) { at++; }
            if (at >= end) { return false; }
            bool bound = at == verb + 1 || scene.Head(at) == verb || scene.Parsed.Is(at, "compound:prt") || (scene.Head(at) >= 0 && scene.Head(scene.Head(at)) == verb);
            // "called the president on Saturday" is not "call on".
            if (!bound || (scene.Parsed.Is(at, "case") && at > verb + 1 && scene.Head(at) >= 0 && FrameReader.IsTime(scene, scene.Head(at)))) { return false; }
            at++;
        }
        return true;
    }

    private static bool Follows(EventScene scene, int verb, string word, bool adjacentOnly)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (scene.IsForm(child, word) && (!adjacentOnly || child == verb + 1) && scene.Upos(child) is Upos.ADV or Upos.ADP or Upos.ADJ) { return scene.IsForm(child, word); }
        }
        return false;
    }
}
