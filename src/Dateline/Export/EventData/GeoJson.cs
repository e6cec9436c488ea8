using System.Text.Json;
using Dateline.Events;
using Dateline.Places;

namespace Dateline.Export.EventData;

/// <summary>Events as features of GeoJSON (RFC 7946): all of them, each with its status and by whose word in its properties.</summary>
/// <remarks>Only a town or a spot makes a point. What happened in a country or region, or nowhere in words, is a feature whose geometry is null.</remarks>
public static class GeoJson
{
    /// <summary>Before the first feature.</summary>
    public const string Head = "{\"type\":\"FeatureCollection\",\"features\":[\n";

    /// <summary>After the last feature.</summary>
    public const string Foot = "\n]}\n";

    /// <summary>The features of a story, each one object without line ends.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Features(StoryRecords records)
    {
        ExportStory story = new(records);
        return [.. records.Events.Select(happening => JsonFields.Object(json => Fill(json, story, happening)))];
    }

    private static void Fill(Utf8JsonWriter json, ExportStory story, Event happening)
    {
        CodedEvent coded = CodedEvent.Of(story, happening).First();
        json.WriteString("type", "Feature");
        json.WriteString("id", coded.Id);
        json.WritePropertyName("geometry");
        if (coded.Point is { } point)
        {
            json.WriteStartObject();
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(point.Longitude);
            json.WriteNumberValue(point.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }
        json.WriteStartObject("properties");
        json.WriteString("plover", happening.Plover);
        json.Text("mode", happening.Mode);
        json.Text("cameo", happening.Cameo);
        json.Value("quad", happening.Quad);
        json.Value("goldstein", happening.Goldstein);
        json.WriteString("words", story.Words(happening.Span));
        json.Text("actor", string.Join("; ", (happening.Actor ?? []).Where(a => a.By is null).Select(a => story.Party(a).Name)));
        json.Text("actorCode", CsvStory.Codes(happening.Actor));
        json.Text("recipient", string.Join("; ", (happening.Recipient ?? []).Select(a => story.Party(a).Name)));
        json.Text("recipientCode", CsvStory.Codes(happening.Recipient));
        json.Text("place", coded.Place?.Name);
        json.Text("placePrecision", coded.Place is { } place ? CsvStory.Enum<PlacePrecision>(place.Precision) : null);
        json.Text("country", coded.Country);
        json.Text("headline", story.Records.Story.Headline is { } headline ? story.Words(headline.Span) : null);
        json.Text("outlet", story.Records.Story.Outlet);
        json.Text("url", story.Records.Story.Url);
        json.Day("published", story.Published);
        RecordExtension.Write(json, story, happening);
        json.WriteEndObject();
    }
}
