using Dateline.Events;

namespace Dateline.Export.EventData;

/// <summary>
/// Which events may leave in a format that cannot say how far a happening is fact. A reader of such a file takes every row for
/// something that happened, so only what the outlet itself tells as done, affirmed and news is let out, unless all are asked for.
/// </summary>
public static class EventSelection
{
    /// <summary>Why an event is kept back, or null when it may leave as a plain row.</summary>
    public static string? Hindrance(Event happening) => happening switch
    {
        { Status: not (EventStatus.Reported or EventStatus.Ongoing) } => "status " + CsvStory.Enum<EventStatus>(happening.Status),
        { Modality: not Modality.Actual } => "modality " + CsvStory.Enum<Modality>(happening.Modality),
        { Polarity: not EventPolarity.Affirmed } => "negated",
        { Phase: Phase.Attempted or Phase.Foiled or Phase.Cancelled } => "phase " + CsvStory.Enum(happening.Phase),
        { Attribution.Count: > 0 } => "told by a source, not by the outlet",
        { Background: true } => "background",
        { Aggregate: true } => "a count of happenings",
        _ when happening.Reports?.Any(report => report.Stance is ReportStance.Denies or ReportStance.Doubts) == true => "denied or doubted by a source",
        _ => null,
    };

    /// <summary>True when the event may leave as a plain row.</summary>
    public static bool IsPlain(Event happening) => Hindrance(happening) is null;
}
