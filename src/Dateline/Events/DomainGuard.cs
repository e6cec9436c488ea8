using Dateline.Text;

namespace Dateline.Events;

/// <summary>Keeps sport, business, weather, films and illness out: words of such a field ask for actors of the political kind.</summary>
internal sealed class DomainGuard(PloverLexicon lexicon)
{
    /// <summary>True when the draft may stand in its sentence.</summary>
    public bool Admits(EventScene scene, EventDraft draft)
    {
        if (draft.Mode == "investigate" && draft.Actors.Count > 0 && draft.Actors.TrueForAll(a => a.Code?.Sector == "JRN")) { return false; }
        (bool sport, bool play, bool other) = FieldOf(scene, scene.Parsed.SentenceOf(draft.Head));
        if (sport || (play && draft.ActorStrength < 3))
        {
            if (draft.Root is "ASSAULT" or "CONSULT" or "SUPPORT" or "ACCUSE" or "RETREAT" or "MOBILIZE" or "COOPERATE" or "AID" && draft.ActorStrength + draft.RecipientStrength < 5) { return false; }
            if (draft.ActorStrength < 2) { return false; }
        }
        if (other && draft.ActorStrength < 2 && draft.RecipientStrength < 3) { return false; }
        bool told = draft.Root is "ASSAULT" or "PROTEST" or "COERCE";
        if (!told && draft.ActorStrength < 2 && draft.RecipientStrength < 3) { return false; }
        if (told && draft.ActorStrength == 0 && draft.RecipientStrength == 0 && !draft.IsNoun && !(draft.Sure && (draft.Recipients.Count > 0 || ByWeapon(scene, draft)))) { return false; }
        if (!draft.Sure && !draft.IsNoun && draft.ActorStrength < 2 && draft.RecipientStrength < 2) { return false; }
        return true;
    }

    /// <summary>"shells hit a market": the weapon tells that somebody used it.</summary>
    private bool ByWeapon(EventScene scene, EventDraft draft) =>
        draft.Root == "ASSAULT" && draft.Frame is { Subject: >= 0 and int subject } && lexicon.IsA(scene.Noun(subject), "WEAPONS");

    /// <summary>Play: sport, films, games, pastimes. Other: business, weather, science, health, accidents.</summary>
    private (bool Sport, bool Play, bool Other) FieldOf(EventScene scene, Sentence sentence)
    {
        bool sport = false, play = false, other = false;
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Upos(i) is not (Upos.NOUN or Upos.ADJ or Upos.PROPN)) { continue; }
            switch (lexicon.DomainOf(scene.Noun(i)))
            {
                case "sport": sport = true; break;
                case "culture" or "game" or "lifestyle": play = true; break;
                case not null: other = true; break;
                default: break;
            }
        }
        return (sport, play, other);
    }
}
