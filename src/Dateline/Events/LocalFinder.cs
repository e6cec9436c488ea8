using Dateline.Entities;
using Dateline.Knowledge;
using Dateline.Places;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>The country of those whose words name none, where it can only be the one of the scene: "students in Sivas", "the rebels … Burundi's government".</summary>
internal sealed class LocalFinder(PloverLexicon lexicon)
{
    /// <summary>Sets the country of local parties of a placed draft; they are marked as inferred.</summary>
    public void Fill(EventScene scene, EventDraft draft)
    {
        string? scenery = draft.Place?.Country ?? draft.Origin?.Country;
        Fill(scene, draft, draft.Actors, draft.Recipients, scenery);
        // Who is deported is a stranger to the state that does it.
        if (draft.Mode != "deport") { Fill(scene, draft, draft.Recipients, draft.Actors, scenery); }
    }

    private void Fill(EventScene scene, EventDraft draft, List<EventActor> own, List<EventActor> others, string? scenery)
    {
        for (int i = 0; i < own.Count; i++)
        {
            if (own[i].Code is { Country: not null } or { Organization: not null } or { Sector: "IGO" or "NGO" }) { continue; }
            if (!IsLocal(scene, own[i])) { continue; }
            string? country = scenery ?? Sole(scene, draft, others);
            if (country is null) { continue; }
            own[i] = own[i] with { Code = (own[i].Code ?? new ActorCode()) with { Country = country }, Inferred = true };
        }
    }

    /// <summary>People of a place and its own organs; not gunmen, and nobody whose name alone is known.</summary>
    private bool IsLocal(EventScene scene, EventActor party)
    {
        if (scene.Entities.ById(party.Entity) is { } entity)
        {
            if (entity.Type is EntityType.Country or EntityType.Place or EntityType.Event or EntityType.Other) { return false; }
            if (entity.Type == EntityType.Person && entity.Role is null) { return false; }
            if (entity.Type == EntityType.Organization && entity.Code?.Sector is null) { return false; }
        }
        int head = scene.Parsed.HeadOf(party.Span);
        string? sector = party.Code?.Sector ?? (head >= 0 ? lexicon.SectorOf(scene.Noun(head)) : null);
        return sector is "COP" or "JUD" or "LEG" or "GOV" or "OPP" or "LAB" or "PTY" or "CVL" or "EDU" or "JRN" or "REB" or "MIL" or "REL" or "PRE" or "AGR";
    }

    /// <summary>The one country of the sentence, when it is named as the owner of something at home ("Burundi's government"), never as a state that acts itself.</summary>
    private string? Sole(EventScene scene, EventDraft draft, List<EventActor> others)
    {
        Sentence sentence = scene.Parsed.SentenceOf(draft.Head);
        string? sole = null;
        foreach (Place place in scene.Places)
        {
            if (place.Span.Start < sentence.Span.Start || place.Country is null) { continue; }
            if (place.Span.Start >= sentence.Span.End) { break; }
            if (sole is not null && sole != place.Country) { return null; }
            sole = place.Country;
        }
        bool home = sole is not null;
        for (int i = sentence.First; i < sentence.End; i++)
        {
            string? country = CountryTable.Default.ByDemonym(scene.Parsed.Form(i))?.Code ?? (scene.Upos(i) == Upos.PROPN ? scene.EntityAt(i)?.Code?.Country : null);
            if (country is null) { continue; }
            if (sole is not null && sole != country) { return null; }
            sole = country;
            int head = scene.Head(i);
            bool owner = head > i && scene.Upos(head) == Upos.NOUN && (scene.Parsed.Is(i, "amod") || scene.Parsed.Is(i, "compound") || scene.Parsed.Tokens[i].Deprel == "nmod:poss");
            home |= owner && (lexicon.IsA(scene.Noun(head), "DOMESTIC") || lexicon.IsA(scene.Noun(head), "GOVERNMENT") || lexicon.SectorOf(scene.Noun(head)) is not (null or "MIL" or "UAF"));
        }
        if (!home) { return null; }
        // A state named bare on the other side is a foreign one.
        foreach (EventActor other in others)
        {
            if (other.Code?.Country == sole && scene.Entities.ById(other.Entity)?.Type == EntityType.Country) { return null; }
        }
        return sole;
    }
}
