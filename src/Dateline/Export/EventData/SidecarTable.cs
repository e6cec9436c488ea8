namespace Dateline.Export.EventData;

/// <summary>What the event formats have no column for, joined to them by <c>event</c> or <c>number</c>: how far a row is fact, by whose word, and what its date and place rest on.</summary>
public static class SidecarTable
{
    private const string Columns =
        "event|number|story|record|status|modality|polarity|phase|background|aggregate|plain|hindrance|attribution|statement|denied_by|"
        + "date_basis|date_start|date_end|place_basis|disputed|span_start|span_end|trigger_start|trigger_end|words|confidence|rule";

    /// <summary>The table.</summary>
    public static EventTable Table { get; } = new("events-sidecar.tsv", hasHeader: true, Columns, Row);

    private static void Row(CodedEvent e, TabRow row)
    {
        Events.Event v = e.Event;
        string? hindrance = EventSelection.Hindrance(v);
        row.Text(e.Id).Number<long>(e.Number).Text(e.Story.Id).Text(v.Id)
            .Text(CsvStory.Enum<Events.EventStatus>(v.Status)).Text(CsvStory.Enum<Events.Modality>(v.Modality)).Text(CsvStory.Enum<Events.EventPolarity>(v.Polarity)).Text(CsvStory.Enum(v.Phase))
            .Text(Truth(v.Background)).Text(Truth(v.Aggregate)).Text(Truth(hindrance is null)).Text(hindrance)
            .List(v.Attribution.Select(e.Story.Speaker)).Text(v.Statement)
            .List((v.Reports ?? []).Where(r => r.Stance is Events.ReportStance.Denies or Events.ReportStance.Doubts).Select(r => r.Chain.Count > 0 ? e.Story.Speaker(r.Chain[^1]) : ""))
            .Text(e.DayBasis).Day(v.When?.Start).Day(v.When?.End).Text(e.PlaceBasis).Text(e.Place?.Disputed == true ? "true" : "")
            .Number<int>(e.Story.Start(v.Span)).Number<int>(e.Story.End(v.Span)).Number<int>(e.Story.Start(v.Trigger.Span)).Number<int>(e.Story.End(v.Trigger.Span))
            .Text(e.Story.Words(v.Span)).Number<double>(v.Confidence).Text(v.Rule).End();
    }

    private static string Truth(bool value) => value ? "true" : "false";
}
