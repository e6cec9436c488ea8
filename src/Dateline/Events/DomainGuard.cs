using Dateline.Text;

namespace Dateline.Events;

/// <summary>Keeps sport, business, weather, films and illness out: words of such a field ask for actors of the political kind.</summary>
internal sealed class DomainGuard(PloverLexicon lexicon, WordClasses classes)
{
    /// <summary>True when the draft may stand in its sentence.</summary>
    public bool Admits(EventScene scene, EventDraft draft)
    {
        if (draft.Mode == "investigate" && draft.Actors.Count > 0 && draft.Actors.TrueForAll(a => a.Code?.Sector == "JRN")) { return false; }
        // "a late revolt by the bottom club": those who play are no party.
        if (draft.Actors.Count > 0 && draft.Actors.TrueForAll(a => a.Code?.Country is null && scene.Parsed.HeadOf(a.Span) is >= 0 and int head && lexicon.IsA(scene.Noun(head), "TEAM") && lexicon.SectorOf(scene.Noun(head)) is null)) { return false; }
        (bool sport, bool play, bool other) = FieldOf(scene, scene.Parsed.SentenceOf(draft.Head));
        if (sport || (play && draft.ActorStrength < 3))
        {
            if (draft.Root is "ASSAULT" or "CONSULT" or "SUPPORT" or "ACCUSE" or "RETREAT" or "MOBILIZE" or "COOPERATE" or "AID" && draft.ActorStrength + draft.RecipientStrength < 5) { return false; }
            if (draft.ActorStrength < 2) { return false; }
        }
        if (other && draft.ActorStrength < 2 && draft.RecipientStrength < 3) { return false; }
        if (IsGeneral(scene, draft)) { return false; }
        // "an initiative was started": who works together with whom must be known.
        if (draft.Root is "COOPERATE" or "AGREE" && draft.ActorStrength == 0 && draft.Recipients.Count < 2 && draft.Act is null) { return false; }
        // "many were demolished": a bare number is of people only where somebody was hurt.
        if (draft.Root is "COERCE" && draft.ActorStrength == 0 && draft.RecipientStrength < 2 && draft.Frame is { Passive: true, Subject: < 0 } && !IsOfPeople(draft) && !draft.Recipients.Exists(r => IsPeople(scene, r))) { return false; }
        bool told = draft.Root is "RETREAT" or "SANCTION" or "AID" && draft.Sure && !other && (draft.Recipients.Exists(r => IsPeople(scene, r)) || (IsOfPeople(draft) && draft.Recipients.Count > 0)) || draft.Root is "ASSAULT" or "PROTEST" or "COERCE";
        if (!told && draft.ActorStrength < 2 && draft.RecipientStrength < 3) { return false; }
        if (told && draft.ActorStrength == 0 && draft.RecipientStrength == 0 && !draft.IsNoun && !(draft.Sure && (draft.Recipients.Count > 0 || ByWeapon(scene, draft)))) { return false; }
        if (!draft.Sure && !draft.IsNoun && draft.ActorStrength < 2 && draft.RecipientStrength < 2) { return false; }
        return true;
    }

    /// <summary>"The government does not allow criticism", "police arrest those who": the simple present of a body sentence tells what is so, not what happened. Acts of words stand in it.</summary>
    private static bool IsGeneral(EventScene scene, EventDraft draft)
    {
        if (draft.IsNoun || scene.RoleOf(draft.Head) is not Stories.BlockRole.Paragraph || scene.Upos(draft.Predicate) != Upos.VERB) { return false; }
        bool present = scene.Xpos(draft.Predicate) is "VBP" or "VBZ" && !scene.Parsed.Form(draft.Predicate).EndsWith("ed", StringComparison.OrdinalIgnoreCase);
        foreach (int child in scene.Parsed.Children(draft.Predicate))
        {
            if (!scene.Parsed.Is(child, "aux")) { continue; }
            if (scene.Xpos(child) is not ("VBP" or "VBZ") || scene.Lemma(child) is "have" || scene.Xpos(draft.Predicate) == "VBG") { return false; }
            present = true;
        }
        if (!present) { return false; }
        // "a charity that supports Ukraine": what a thing is known for.
        if (scene.Parsed.Tokens[draft.Predicate].Deprel == "acl:relcl") { return true; }
        return !IsNamed(scene, draft.Actors) && (!IsNamed(scene, draft.Recipients) || (draft.Actors.Count == 0 && draft.Frame is { Passive: true }));
    }

    private static bool IsNamed(EventScene scene, List<EventActor> parties) =>
        parties.Exists(p => scene.Entities.ById(p.Entity)?.Mentions.Any(m => m.Form == Entities.MentionForm.Name) == true || HasName(scene, p.Span));

    /// <summary>"Iranian police" by their own words, not by the country the story lends them.</summary>
    private static bool HasName(EventScene scene, TextSpan span)
    {
        (int first, int end) = scene.Parsed.TokensIn(span);
        for (int i = first; i < end; i++) { if (scene.Upos(i) == Upos.PROPN || Knowledge.CountryTable.Default.ByDemonym(scene.Parsed.Form(i)) is not null) { return true; } }
        return false;
    }

    /// <summary>Only people are arrested and sentenced, however bare the number ("another 63 were sentenced").</summary>
    private static bool IsOfPeople(EventDraft draft) => draft.Mode is "convict" or "arrest";

    private bool IsPeople(EventScene scene, EventActor party) =>
        scene.Entities.ById(party.Entity)?.Type is Entities.EntityType.Person or Entities.EntityType.Group || (scene.Parsed.HeadOf(party.Span) is >= 0 and int head && (lexicon.SectorOf(scene.Noun(head)) is not null || scene.Upos(head) == Upos.PRON));

    /// <summary>"shells hit a market": the weapon tells that somebody used it.</summary>
    private bool ByWeapon(EventScene scene, EventDraft draft) =>
        draft.Root == "ASSAULT" && draft.Frame is { } frame && ((frame.Subject >= 0 && lexicon.IsA(scene.Noun(frame.Subject), "WEAPONS"))
        || (frame.Object >= 0 && draft.Mode == "aerial" && classes.Is(scene, frame.Object, "WEAPONS")));

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
