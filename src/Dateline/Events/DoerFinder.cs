using Dateline.Entities;
using Dateline.Statements;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>Who did it, where the clause itself leaves that out: the police who tell of an arrest, the court whose order it follows, the state that somebody was deported from or whose troops were pulled out.</summary>
internal static class DoerFinder
{
    private const int MostSteps = 8;

    /// <summary>Adds the doer; needs the draft's chain and place.</summary>
    public static void Fill(EventScene scene, EventDraft draft)
    {
        if (draft.Root is "RETREAT" && draft.Mode is "withdraw") { Commander(scene, draft); }
        if (draft.Actors.Count > 0 || draft.Root != "COERCE" || draft.Polarity == EventPolarity.Negated) { return; }
        if (draft.Mode is "arrest" && Teller(scene, draft) is { } police) { Add(draft, police); }
        else if (draft.Mode is "deport" && Expeller(scene, draft) is { } state) { Add(draft, state); }
    }

    /// <summary>"the jailing of X, as ordered by the court": true when an order of somebody known is what the deed carries out; the deed is the orderer's.</summary>
    public static bool Ordered(EventScene scene, EventDraft draft, Statement holder)
    {
        if (holder is not { Act: Act.Order, Source: { Span: { } span, Entity: { } id }, Cue.Head: >= 0 and int cue } || draft.Root is not ("COERCE" or "SANCTION") || draft.Actors.Count > 0) { return false; }
        if (scene.Parsed.Child(cue, "mark") is not (>= 0 and int mark) || !scene.IsForm(mark, "as") || scene.Entities.ById(id) is not { } orderer) { return false; }
        draft.Actors.Add(new EventActor { Span = span, Entity = id, Code = orderer.Code });
        draft.ActorStrength = 2;
        return true;
    }

    /// <summary>"the withdrawal of US troops", "troops were pulled out": the state that the story names as such withdraws them.</summary>
    private static void Commander(EventScene scene, EventDraft draft)
    {
        if (draft.Actors is not [{ Entity: { } id, Code: { Country: { } country, Sector: "MIL" } } own] || !(draft.IsNoun || draft.Frame is { Passive: true }) || scene.Entities.ById(id)?.Type != EntityType.Group) { return; }
        Entity? state = scene.Entities.All.FirstOrDefault(e => e.Type == EntityType.Country && e.Code?.Country == country);
        if (state is not null) { draft.Actors[0] = own with { Entity = state.Id, Code = state.Code }; }
    }

    /// <summary>"Three men were held, police said": those who tell it and whose work it is.</summary>
    private static EventActor? Teller(EventScene scene, EventDraft draft)
    {
        if (scene.Chains.Innermost(scene.Parsed.Tokens[draft.Head].Span) is not { Source: { Span: { } span, Entity: { } id } } || scene.Entities.ById(id) is not { Code.Sector: "COP" } teller) { return null; }
        return teller.Type is EntityType.Person ? null : new EventActor { Span = span, Entity = id, Code = teller.Code, Inferred = true };
    }

    /// <summary>"deported from Arizona", "deported for entering the United States": the only other state that the clause behind the verb speaks of, but not where they were sent.</summary>
    private static EventActor? Expeller(EventScene scene, EventDraft draft)
    {
        EventActor? only = null;
        foreach ((Entity entity, Mention mention) in scene.Entities.In(new TextSpan(draft.TriggerSpan.End, Math.Max(draft.TriggerSpan.End, scene.Parsed.SubtreeSpan(draft.Predicate).End))))
        {
            string? country = entity.Code?.Country ?? scene.PlaceAt(mention.Head)?.Country;
            if (country is null || entity.Type is not (EntityType.Country or EntityType.Place) || draft.Recipients.Exists(r => r.Code?.Country == country) || scene.CaseOf(mention.Head) is "to" or "back" or "via" or "through") { continue; }
            if (only is not null && only.Code?.Country != country) { return null; }
            Entity? state = entity.Type == EntityType.Country ? entity : scene.Entities.All.FirstOrDefault(e => e.Type == EntityType.Country && e.Code?.Country == country);
            only ??= new EventActor { Span = mention.Span, Entity = state?.Id, Code = new ActorCode { Country = country, Sector = "GOV" }, Inferred = true };
        }
        return only;
    }

    private static void Add(EventDraft draft, EventActor actor)
    {
        draft.Actors.Add(actor);
        draft.ActorStrength = 2;
    }
}
