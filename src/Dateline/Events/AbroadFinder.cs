using Dateline.Entities;

namespace Dateline.Events;

/// <summary>A state that moves, helps, punishes or leaves in another's country does it to that country, when the words name nobody else.</summary>
internal static class AbroadFinder
{
    /// <summary>"withdrew its peacekeepers from Rwanda", "sent soldiers to Liberia": the country of the place receives.</summary>
    public static void Fill(EventDraft draft)
    {
        if (draft.RecipientStrength >= 2 || draft.Root is not ("AID" or "MOBILIZE" or "RETREAT" or "SANCTION" or "COERCE" or "ASSAULT" or "AGREE" or "COOPERATE" or "ACCUSE")) { return; }
        if ((draft.Place ?? draft.Origin) is not { Country: { } country } place || draft.Actors.Count == 0 || draft.Recipients.Exists(r => r.Code?.Country is not null)) { return; }
        bool known = false;
        foreach (EventActor actor in draft.Actors)
        {
            if (actor.Code?.Country == country) { return; }
            known |= actor.Code?.Country is not null || actor.Code?.Organization is not null;
        }
        if (!known) { return; }
        draft.Recipients.Add(new EventActor { Span = place.Span, Code = new ActorCode { Country = country } });
        draft.RecipientStrength = 2;
    }
}
