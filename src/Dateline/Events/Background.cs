namespace Dateline.Events;

/// <summary>History or news: old dates, "since 1992", the past before the past.</summary>
internal static class Background
{
    /// <summary>Days before the story after which a dated happening is history.</summary>
    private const int HistoryAfterDays = 30;

    public static void Judge(EventScene scene, EventDraft draft)
    {
        DateOnly? reference = scene.Story.ReferenceDate?.Value;
        if (draft.When is { Basis: WhenBasis.Stated } when)
        {
            if (reference is { } day)
            {
                DateOnly? last = when.End ?? when.Start;
                draft.Background = draft.Modality == Modality.Actual && last is { } end && end.DayNumber < day.DayNumber - HistoryAfterDays;
            }
            return;
        }
        draft.Background = draft.Modality == Modality.Actual && IsPerfect(scene, draft.Predicate) && scene.Parsed.Is(draft.Predicate, "acl");
    }

    /// <summary>"who had fled", "which has rejected", "to have signed" beside a noun: what is known of it, not the news.</summary>
    private static bool IsPerfect(EventScene scene, int verb)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (scene.Parsed.Is(child, "aux") && scene.Lemma(child) == "have") { return true; }
        }
        return false;
    }
}
