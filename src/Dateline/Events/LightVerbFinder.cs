using Dateline.Text;

namespace Dateline.Events;

/// <summary>The verb that lends its frame to an event noun: "launched an attack", "clashes erupted".</summary>
internal sealed class LightVerbFinder(PloverLexicon lexicon)
{
    private const int TriggerReach = 4;

    /// <summary>The light verb that has the noun as object or subject, directly or through "a series of".</summary>
    public (int Verb, LightRole Role) LightVerbOver(EventScene scene, int noun)
    {
        ParsedText parsed = scene.Parsed;
        int top = noun;
        for (int steps = 0; steps < 2; steps++)
        {
            int over = scene.Head(top);
            if (over < 0) { return (-1, default); }
            if (parsed.Is(top, "conj") && scene.Upos(over) == Upos.NOUN) { top = over; continue; }
            if (parsed.Is(top, "nmod") && scene.CaseOf(top) == "of" && lexicon.IsA(scene.Lemma(over), "QUANTIFIER")) { top = over; continue; }
            break;
        }
        int verb = scene.Head(top);
        if (verb < 0) { return LightVerbBefore(scene, noun); }
        bool isObject = (parsed.Is(top, "obj") && top > verb) || parsed.Tokens[top].Deprel == "nsubj:pass";
        bool isSubject = parsed.Tokens[top].Deprel == "nsubj";
        bool isPhrase = parsed.Is(top, "obl");
        // "attacks carried out by rebels": the participle stands under its noun.
        int participle = -1;
        foreach (int child in parsed.Children(noun)) { if (parsed.Is(child, "acl") && scene.Xpos(child) == "VBN") { participle = child; } }
        if (scene.Upos(noun) == Upos.VERB)
        {
            foreach (int child in parsed.Children(noun))
            {
                if (child > noun && scene.Upos(child) == Upos.VERB && Role(scene, child, LightRole.Occur) is { } erupts) { return (child, erupts); }
            }
        }
        if (participle >= 0 && Role(scene, participle, LightRole.Do) is { } carried) { return (participle, carried); }
        if (isSubject && scene.Upos(verb) is Upos.ADJ or Upos.ADV && parsed.Child(verb, "cop") >= 0 && lexicon.EffectOf(scene.Lemma(verb)) is ModalEffect.Ongoing or ModalEffect.Cancelled) { return (verb, LightRole.Occur); }
        if (scene.Upos(verb) != Upos.VERB) { return LightVerbBefore(scene, noun); }
        if (isObject && Role(scene, verb, LightRole.Do, LightRole.Begin, LightRole.Undergo, LightRole.Join, LightRole.End) is { } role) { return (verb, role); }
        if ((isSubject || isObject) && Role(scene, verb, LightRole.Occur) is { } occurs) { return (verb, occurs); }
        if (isPhrase && scene.CaseOf(top) is "in" && Role(scene, verb, LightRole.Do) is { } engages && scene.Verb(verb) == "engage") { return (verb, engages); }
        if (isPhrase && scene.CaseOf(top) is "in" or "at" && Role(scene, verb, LightRole.Join) is { } joins) { return (verb, joins); }
        return LightVerbBefore(scene, noun);
    }

    /// <summary>The light verb right before the phrase, where the tree hangs the noun elsewhere.</summary>
    private (int Verb, LightRole Role) LightVerbBefore(EventScene scene, int noun)
    {
        int first = Math.Max(scene.Parsed.SentenceOf(noun).First, noun - TriggerReach);
        for (int i = noun - 1; i >= first; i--)
        {
            if (scene.Upos(i) is Upos.DET or Upos.ADJ or Upos.NUM or Upos.NOUN or Upos.PROPN) { continue; }
            if (scene.Upos(i) == Upos.VERB && scene.Parsed.Child(i, "obj") is var held && (held < 0 || held == noun) && Role(scene, i, LightRole.Do, LightRole.Undergo) is { } role) { return (i, role); }
            break;
        }
        return (-1, default);
    }

    private LightRole? Role(EventScene scene, int verb, params ReadOnlySpan<LightRole> wanted)
    {
        IReadOnlyList<LightVerb> known = lexicon.LightVerbsOf(scene.Verb(verb));
        foreach (LightRole role in wanted)
        {
            foreach (LightVerb light in known)
            {
                if (light.Role == role && (light.Particle.Length == 0 || (verb + 1 < scene.Parsed.Tokens.Length && scene.IsForm(verb + 1, light.Particle[0])) || HasParticle(scene, verb, light.Particle[0]))) { return role; }
            }
        }
        return null;
    }

    private static bool HasParticle(EventScene scene, int verb, string word)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (scene.IsForm(child, word) && scene.Parsed.Is(child, "compound:prt")) { return true; }
        }
        return false;
    }
}
