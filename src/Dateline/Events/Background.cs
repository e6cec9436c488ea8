using Dateline.Text;

namespace Dateline.Events;

/// <summary>History or news: old dates, "since 1992", the past before the past.</summary>
internal static class Background
{
    /// <summary>Days before the story after which a dated happening is history. At 90 a court case of last month stays news.</summary>
    private const int HistoryAfterDays = 60;

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
        draft.Background = draft.Modality == Modality.Actual && IsPluperfect(scene.Parsed, draft.Predicate) && scene.Parsed.Is(draft.Predicate, "acl");
    }

    private static bool IsPluperfect(ParsedText parsed, int verb)
    {
        foreach (int child in parsed.Children(verb))
        {
            if (parsed.Is(child, "aux") && parsed.Form(child).Equals("had", StringComparison.OrdinalIgnoreCase)) { return true; }
        }
        return false;
    }
}
