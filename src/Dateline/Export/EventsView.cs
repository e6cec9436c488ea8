using System.Globalization;
using Dateline.Events;

namespace Dateline.Export;

/// <summary>Events: what, who to whom, when and where, by whose word.</summary>
internal static class EventsView
{
    public static void Write(TextCanvas canvas, StoryRecords records, ViewNames names)
    {
        if (records.Events.Count == 0) { return; }
        canvas.Section("What is reported to have happened");
        foreach (Event happening in records.Events.Where(e => !e.Background).Concat(records.Events.Where(e => e.Background)))
        {
            One(canvas, happening, names, records.Story.Outlet ?? records.Story.Dateline?.Agency ?? "the outlet");
        }
    }

    private static void One(TextCanvas canvas, Event happening, ViewNames names, string outlet)
    {
        string mode = happening.Mode is { } m ? "/" + m : "";
        canvas.Lines("  ", "    ",
            (Ink.Code, happening.Plover + mode),
            (Ink.Quiet, happening.Cameo is { } cameo ? " " + cameo : ""),
            (Ink.Plain, " "), (Ink.Verb, names.Words(happening.Trigger.Span)),
            (StatusInk(happening.Status), " · " + CsvStory.Enum<EventStatus>(happening.Status)),
            (Ink.Quiet, happening.Background ? " · background" : ""),
            (Ink.Quiet, " · " + happening.Id));

        string actors = Parties(happening.Actor, names), recipients = Parties(happening.Recipient, names);
        if (actors.Length > 0 || recipients.Length > 0)
        {
            canvas.Lines("      ", "      ", (Ink.Name, actors.Length > 0 ? actors : "(nobody named)"),
                (Ink.Quiet, recipients.Length > 0 ? " → " : ""), (Ink.Name, recipients));
        }
        List<string> circumstances = [];
        if (When(happening.When) is { } when) { circumstances.Add(when); }
        if (names.Place(happening.Origin) is { } origin) { circumstances.Add("from " + origin); }
        if (names.Place(happening.Via) is { } via) { circumstances.Add("via " + via); }
        if ((names.Place(happening.Place) ?? happening.Country) is { } place) { if (happening.Origin is null || happening.Origin != happening.Place) { circumstances.Add(happening.Origin is null ? place : "to " + place); } }
        foreach (Magnitude magnitude in happening.Magnitudes ?? []) { circumstances.Add($"{magnitude.Measure}: {names.Quantity(magnitude.Quantity)}"); }
        if (circumstances.Count > 0) { canvas.Lines("      ", "      ", (Ink.Plain, string.Join(" · ", circumstances))); }

        string chain = string.Join(", as told by ", happening.Attribution.Select(id => names.Statement(id) is { } statement ? names.Speaker(statement) : id).Reverse());
        canvas.Lines("      ", "      ", (Ink.Quiet, "by the word of "), (Ink.Plain, chain.Length > 0 ? chain : outlet));
    }

    private static string Parties(IReadOnlyList<EventActor>? parties, ViewNames names) => parties is null ? "" : string.Join(" and ", parties.Select(names.Actor));

    /// <summary>Half-open days as a person says them: "2020-09-27", "1992 to 1994", "since 1992-01-01", "by 2020-10-02".</summary>
    private static string? When(EventWhen? when)
    {
        if (when is null || when.Basis == WhenBasis.Publication) { return null; }
        return (when.Start, when.End) switch
        {
            ({ } start, { } end) when end.AddDays(-1) <= start => Day(start),
            ({ } start, { } end) => $"{Day(start)} to {Day(end.AddDays(-1))}",
            ({ } start, null) => "since " + Day(start),
            (null, { } end) => "by " + Day(end.AddDays(-1)),
            _ => null,
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Ink StatusInk(EventStatus status) => status switch
    {
        EventStatus.Reported or EventStatus.Ongoing => Ink.Good,
        EventStatus.Denied or EventStatus.Negated or EventStatus.Cancelled => Ink.Alert,
        _ => Ink.Quiet,
    };
}
