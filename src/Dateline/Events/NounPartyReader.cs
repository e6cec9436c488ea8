using Dateline.Text;

namespace Dateline.Events;

/// <summary>Parties of an event noun: those of its light verb, its possessor and demonym, its "of", "by", "between", "on" … phrases.</summary>
internal sealed class NounPartyReader(PloverLexicon lexicon, WordClasses classes, PartyReader parties)
{
    /// <summary>Parties that the light verb gives.</summary>
    public void FillFromVerb(EventScene scene, EventDraft draft, Frame frame, LightRole role)
    {
        if (role == LightRole.Do && frame.Passive && frame.Subject < 0 && frame.Object >= 0 && frame.Object != draft.Head && frame.Phrase("in") == draft.Head) { parties.AddActors(scene, draft, frame.Object); }
        else if (role is LightRole.Do or LightRole.Begin or LightRole.End or LightRole.Join && frame.Subject >= 0) { parties.AddActors(scene, draft, frame.Subject); }
        else if (role == LightRole.Undergo && frame.Subject >= 0) { parties.TryRecipient(scene, draft, frame.Subject); }
        else if (role == LightRole.Occur && draft.Root is "CONSULT" or "AGREE")
        {
            foreach ((string preposition, int token) in frame.Phrases)
            {
                if (preposition is "between" or "among" or "with" or "under" or "by") { parties.AddActors(scene, draft, token); }
            }
        }
        else if (role == LightRole.Occur && frame.Object >= 0 && draft.Root == "ASSAULT") { parties.TryRecipient(scene, draft, frame.Object); }
    }

    /// <summary>Reads possessor, demonym, "of", "by", "between", "on" … phrases; true when one of them names a party, a place or a time.</summary>
    public bool FillFromPhrases(EventScene scene, EventDraft draft, int noun, bool undergone, NounSense sense)
    {
        ParsedText parsed = scene.Parsed;
        bool own = false, reciprocal = PartyReader.IsReciprocal(draft);
        int[] children = parsed.Children(noun).ToArray();
        foreach (int child in children)
        {
            if (parsed.Is(child, "nmod") && scene.CaseOf(child) is "by") { parties.AddActors(scene, draft, child); own = true; }
        }
        foreach (int child in children)
        {
            if (parsed.Tokens[child].Deprel == "nmod:poss")
            {
                if (undergone) { own |= parties.TryRecipient(scene, draft, FrameReader.Antecedent(scene, child)); }
                else if (draft.Actors.Count == 0) { parties.AddActors(scene, draft, child); own |= draft.Actors.Count > 0; }
            }
            else if ((parsed.Is(child, "amod") || parsed.Is(child, "compound")) && !IsPartOfTrigger(scene, child, noun, sense) && Whose(scene, child) is >= 0 and int whose)
            {
                if (undergone) { own |= parties.TryRecipient(scene, draft, whose); }
                else if (draft.Actors.Count == 0 || reciprocal) { parties.AddActors(scene, draft, whose); own |= draft.Actors.Count > 0; }
            }
        }
        foreach (int child in children)
        {
            if (!(parsed.Is(child, "nmod") || parsed.Is(child, "obl")) || parsed.Tokens[child].Deprel == "nmod:poss") { continue; }
            string? preposition = scene.CaseOf(child);
            int party = FrameReader.Antecedent(scene, child);
            switch (preposition)
            {
                case "between" or "among":
                case "with" when reciprocal:
                    parties.AddActors(scene, draft, party);
                    own = true;
                    break;
                case "of" when ActsOf(draft, undergone):
                    if (draft.Actors.Count == 0) { parties.AddActors(scene, draft, party); own |= draft.Actors.Count > 0; }
                    break;
                case "of" or "against" or "on" or "to" or "with" or "at" or "for" or "over" or "into" or "toward" or "towards":
                    own |= parties.TryRecipient(scene, draft, party) || scene.PlaceAt(party) is not null;
                    break;
                case "from" when draft.Root is "ACCUSE" or "REQUEST" or "THREATEN" or "SUPPORT":
                    if (draft.Actors.Count == 0) { parties.AddActors(scene, draft, party); own |= draft.Actors.Count > 0; }
                    break;
                case "from":
                    own |= parties.TryRecipient(scene, draft, party);
                    break;
                case "in" or "near" or "outside" or "off" or "through" or "around":
                    own |= scene.PlaceAt(party) is not null || parties.HasCountry(scene, party);
                    break;
                default:
                    break;
            }
        }
        return own;
    }

    /// <summary>The modifier that names a party: "Russian", or the second of "international and Palestinian"; else -1.</summary>
    private int Whose(EventScene scene, int modifier)
    {
        if (classes.Is(scene, modifier, "ACTOR") || parties.HasCountry(scene, modifier)) { return modifier; }
        foreach (int child in scene.Parsed.Children(modifier))
        {
            if (scene.Parsed.Is(child, "conj") && parties.HasCountry(scene, child)) { return child; }
        }
        return -1;
    }

    /// <summary>"denied his counterpart's accusations", "rejected the demand": who answers is the one addressed.</summary>
    public void Answerer(EventScene scene, EventDraft draft, int noun)
    {
        int verb = scene.Head(noun);
        if (verb < 0 || !scene.Parsed.Is(noun, "obj") || !lexicon.IsA(scene.Verb(verb), "ANSWER")) { return; }
        if (scene.Parsed.Child(verb, "nsubj") is >= 0 and int subject) { parties.TryRecipient(scene, draft, FrameReader.Antecedent(scene, subject)); }
    }

    private static bool IsPartOfTrigger(EventScene scene, int child, int noun, NounSense sense) =>
        (child == noun - 2 && scene.Xpos(noun - 1) == "HYPH") || Array.Exists(sense.Before, w => scene.IsForm(child, w) || scene.Lemma(child).Equals(w, StringComparison.OrdinalIgnoreCase));

    private static bool ActsOf(EventDraft draft, bool undergone) => !undergone && draft.Root switch
    {
        "ASSAULT" or "COERCE" or "SANCTION" or "ACCUSE" or "AID" => false,
        "MOBILIZE" or "RETREAT" or "PROTEST" or "CONSULT" or "AGREE" or "COOPERATE" => true,
        _ => true,
    };
}
