using Dateline.Text;

namespace Dateline.Events;

/// <summary>Whether a sense of an event noun holds: the words around the noun and what must stand by it.</summary>
internal sealed class NounFitter(PloverLexicon lexicon, WordClasses classes)
{
    /// <summary>0 when a condition fails, else higher the more of the phrase the sense explains.</summary>
    public int Fit(EventScene scene, int noun, NounSense sense, Frame? frame, LightRole role)
    {
        foreach (string word in sense.Before) { if (!HasBefore(scene, noun, word)) { return 0; } }
        for (int i = 0; i < sense.After.Length; i++)
        {
            int at = noun + 1 + i;
            if (at >= scene.Parsed.Tokens.Length || (scene.Lemma(at) != sense.After[i] && !scene.IsForm(at, sense.After[i]))) { return 0; }
        }
        bool held = sense.Need switch
        {
            NounNeed.None => true,
            NounNeed.Plural => scene.Xpos(noun) is "NNS" or "NNPS",
            NounNeed.Light => frame is not null && role is not (LightRole.Occur or LightRole.End),
            NounNeed.Occur => frame is not null,
            NounNeed.Army => Around(scene, noun, frame, "ARMED") || Around(scene, noun, frame, "STATE"),
            NounNeed.Arms => Around(scene, noun, frame, "WEAPONS") || Around(scene, noun, frame, "ARMED") || Around(scene, noun, frame, "STATE"),
            NounNeed.Police => Around(scene, noun, frame, "POLICE"),
            NounNeed.Assets => Around(scene, noun, frame, "ASSETS"),
            NounNeed.Internet => HasBefore(scene, noun, "internet"),
            NounNeed.Media => HasBefore(scene, noun, "media") || HasBefore(scene, noun, "news") || HasBefore(scene, noun, "internet"),
            NounNeed.Road => HasBefore(scene, noun, "road"),
            NounNeed.Aid => Around(scene, noun, null, "AID"),
            NounNeed.Agreement => Around(scene, noun, null, "AGREEMENT"),
            NounNeed.Membership => Around(scene, noun, null, "STATE"),
            NounNeed.Labor => !InArmedSentence(scene, noun) && (!scene.IsWarStory || HasWorkers(scene, noun)),
            NounNeed.Request => HasPhrase(scene, noun, "for") || HasPhrase(scene, noun, "on"),
            NounNeed.Law => Around(scene, noun, null, "AGREEMENT") || Around(scene, noun, null, "LAW") || Around(scene, noun, null, "RESOLUTION"),
            _ => false,
        };
        return held ? 1 + (2 * sense.Before.Length) + (2 * sense.After.Length) + (sense.Need is NounNeed.None ? 0 : 1) + (sense.IsNone ? 1 : 0) : 0;
    }

    private bool Around(EventScene scene, int noun, Frame? frame, string @class)
    {
        foreach (int child in scene.Parsed.Children(noun))
        {
            if ((scene.Parsed.Is(child, "nmod") || scene.Parsed.Is(child, "compound") || scene.Parsed.Is(child, "amod")) && classes.Is(scene, child, @class)) { return true; }
        }
        return frame is not null && frame.Subject >= 0 && frame.Subject != noun && classes.Is(scene, frame.Subject, @class);
    }

    /// <summary>Weapons or soldiers in the sentence: "strikes" are of the other kind.</summary>
    private bool InArmedSentence(EventScene scene, int noun)
    {
        Sentence sentence = scene.Parsed.SentenceOf(noun);
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (i == noun || scene.Upos(i) is not (Upos.NOUN or Upos.PROPN)) { continue; }
            string lemma = scene.Noun(i);
            if (lexicon.IsA(lemma, "WEAPONS") || lexicon.SectorOf(lemma) is "MIL" or "REB") { return true; }
        }
        return false;
    }

    /// <summary>Workers, unions or wages in the sentence.</summary>
    private bool HasWorkers(EventScene scene, int noun)
    {
        Sentence sentence = scene.Parsed.SentenceOf(noun);
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (i != noun && scene.Upos(i) is Upos.NOUN or Upos.PROPN && (lexicon.IsA(scene.Noun(i), "WORKERS") || lexicon.SectorOf(scene.Noun(i)) is "LAB")) { return true; }
        }
        return false;
    }

    private static bool HasBefore(EventScene scene, int noun, string word)
    {
        foreach (int child in scene.Parsed.Children(noun))
        {
            if (child < noun && (scene.Lemma(child).Equals(word, StringComparison.OrdinalIgnoreCase) || scene.IsForm(child, word))) { return true; }
        }
        return noun > 0 && (scene.IsForm(noun - 1, word) || scene.Lemma(noun - 1).Equals(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasPhrase(EventScene scene, int noun, string preposition)
    {
        foreach (int child in scene.Parsed.Children(noun))
        {
            if (scene.Parsed.Is(child, "nmod") && scene.CaseOf(child) == preposition) { return true; }
        }
        return false;
    }
}
