namespace Dateline.Events;

/// <summary>"a strike on the depot, which Chad blamed on Mali": the accused stands as the actor of the strike, by the accuser's word alone.</summary>
internal static class BlameReader
{
    /// <summary>Gives each deed without an actor the one who is blamed for it.</summary>
    public static void Link(EventScene scene, List<EventDraft> drafts)
    {
        foreach (EventDraft blame in drafts)
        {
            if (blame is not { Root: "ACCUSE", Lemma: "blame", Act: { } word, Polarity: EventPolarity.Affirmed, Modality: Modality.Actual, Frame: { Object: >= 0 and int deed } frame } || frame.Phrase("on") < 0 || blame.Recipients.Count == 0) { continue; }
            EventDraft? told = null;
            foreach (EventDraft draft in drafts)
            {
                if (draft == blame || draft.Actors.Count > 0 || ActReader.IsVerbal(draft.Root) || !draft.Others.Prepend(draft).Any(d => Holds(scene, d, deed, blame.Head))) { continue; }
                if (told is null || draft.Head > told.Head) { told = draft; }
            }
            // What is blamed may be read as accused too ("a strike in Abeche, which Chad blamed on Mali"): nobody blames himself.
            foreach (EventActor accused in blame.Recipients.Where(r => r.Code?.Country is not { } country || !blame.Actors.Exists(a => a.Code?.Country == country))) { told?.Actors.Add(accused with { By = word.Id }); }
        }
    }

    /// <summary>The noun is the deed's own, or of its phrase ("a strike on a dormitory, which …").</summary>
    private static bool Holds(EventScene scene, EventDraft draft, int noun, int blame) =>
        draft.Head == noun || (draft.IsNoun && draft.Head < noun && noun < blame && scene.Parsed.SentenceIndex(draft.Head) == scene.Parsed.SentenceIndex(noun) && scene.Parsed.IsUnder(noun, draft.Head));
}
