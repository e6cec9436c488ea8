using System.Text.Json;
using Dateline.Events;

namespace Dateline.Export.EventData;

/// <summary>The <c>dateline</c> object that JSON formats carry beside their own fields: everything they have no field for.</summary>
internal static class RecordExtension
{
    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter json, ExportStory story, Event happening)
    {
        json.WriteStartObject("dateline");
        json.WriteString("story", story.Id);
        json.WriteString("record", happening.Id);
        json.WriteString("root", happening.Plover);
        json.WriteString("status", CsvStory.Enum<EventStatus>(happening.Status));
        json.WriteString("modality", CsvStory.Enum<Modality>(happening.Modality));
        json.WriteString("polarity", CsvStory.Enum<EventPolarity>(happening.Polarity));
        json.Text("phase", CsvStory.Enum(happening.Phase));
        json.WriteBoolean("background", happening.Background);
        json.WriteBoolean("aggregate", happening.Aggregate);
        json.Texts("attribution", happening.Attribution.Select(story.Speaker));
        json.Text("statement", happening.Statement);
        json.Span("span", story.Start(happening.Span), story.End(happening.Span));
        json.Span("trigger", story.Start(happening.Trigger.Span), story.End(happening.Trigger.Span));
        When(json, happening.When);
        CodedEvent coded = CodedEvent.Of(story, happening).First();
        json.WriteString("placeBasis", coded.PlaceBasis);
        if (coded.Place is { Disputed: true } place)
        {
            json.WriteBoolean("disputed", true);
            json.Text("territory", place.Territory);
            json.Texts("parties", (place.Parties ?? []).Select(party => party.Code + " " + party.Relation));
        }
        Reports(json, story, happening);
        json.WriteNumber("confidence", happening.Confidence);
        json.WriteString("rule", happening.Rule);
        json.WriteEndObject();
    }

    private static void When(Utf8JsonWriter json, EventWhen? when)
    {
        if (when is null) { return; }
        json.WriteStartObject("when");
        json.Day("start", when.Start);
        json.Day("end", when.End);
        json.Text("precision", CsvStory.Enum(when.Precision));
        json.WriteString("basis", CsvStory.Enum<WhenBasis>(when.Basis));
        json.WriteEndObject();
    }

    /// <summary>Who vouches and who denies, each with words.</summary>
    private static void Reports(Utf8JsonWriter json, ExportStory story, Event happening)
    {
        if (happening.Reports is not { Count: > 0 } reports) { return; }
        json.WriteStartArray("reports");
        foreach (EventReport report in reports)
        {
            json.WriteStartObject();
            json.WriteString("stance", CsvStory.Enum<ReportStance>(report.Stance));
            json.Texts("chain", report.Chain.Select(story.Speaker));
            json.Span("span", story.Start(report.Span), story.End(report.Span));
            json.WriteString("words", story.Words(report.Span));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
