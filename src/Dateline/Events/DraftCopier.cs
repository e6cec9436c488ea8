using Dateline.Places;
using Dateline.Time;

namespace Dateline.Events;

/// <summary>The same words told of another date or place.</summary>
internal static class DraftCopier
{
    public static EventDraft With(EventDraft draft, TimeExpression? time, EventWhen? when, Place? place) => new()
    {
        Head = draft.Head, Predicate = draft.Predicate, TriggerSpan = draft.TriggerSpan, Lemma = draft.Lemma, Root = draft.Root, Mode = draft.Mode, Cameo = draft.Cameo,
        Rule = draft.Rule, IsNoun = draft.IsNoun, Sure = draft.Sure, Bare = draft.Bare, Frame = draft.Frame, Actors = [.. draft.Actors], Recipients = [.. draft.Recipients],
        ActorStrength = draft.ActorStrength, RecipientStrength = draft.RecipientStrength, Place = place, Origin = draft.Origin, Via = draft.Via, Time = time, When = when,
        Modality = draft.Modality, Polarity = draft.Polarity, Phase = draft.Phase, Denied = draft.Denied, Aggregate = draft.Aggregate, Act = draft.Act, Chain = draft.Chain,
        Heads = [.. draft.Heads],
    };
}
