using System.Text.Json;
using Dateline.Events;
using Dateline.Places;
using Dateline.Quantities;

namespace Dateline.Export.EventData;

/// <summary>PLOVER's exchange format: one JSON object a line for each event, with a <c>dateline</c> object for what PLOVER has no field for.</summary>
/// <remarks>Fields and the auxiliary contexts (historical, future, hypothetical, negation) after the PLOVER 2.0 draft manual.</remarks>
public static class PloverJson
{
    private const string Codebook = "PLOVER";

    /// <summary>The lines of a story.</summary>
    /// <param name="records">The story's records.</param>
    /// <param name="all">False: only events that may pass for plain facts (<see cref="EventSelection"/>).</param>
    public static byte[] Write(StoryRecords records, bool all)
    {
        ExportStory story = new(records);
        using MemoryStream output = new();
        foreach (Event happening in records.Events)
        {
            if (!all && !EventSelection.IsPlain(happening)) { continue; }
            output.Write(JsonFields.Object(json => Fill(json, story, happening)).Span);
            output.WriteByte((byte)'\n');
        }
        return output.ToArray();
    }

    /// <summary>
    /// The category PLOVER wants: a meeting, support, cooperation or aid only promised is AGREE, a retreat announced CONCEDE;
    /// what is threatened is THREATEN, what is demanded REQUEST.
    /// </summary>
    internal static string Category(Event happening) => (happening.Modality, happening.Plover) switch
    {
        (Modality.Planned, "CONSULT" or "SUPPORT" or "COOPERATE" or "AID") => "AGREE",
        (Modality.Planned, "RETREAT") => "CONCEDE",
        (Modality.Threatened, _) => "THREATEN",
        (Modality.Demanded, _) => "REQUEST",
        _ => happening.Plover,
    };

    private static void Fill(Utf8JsonWriter json, ExportStory story, Event happening)
    {
        CodedEvent coded = CodedEvent.Of(story, happening).First();
        string category = Category(happening);
        string? mode = category == happening.Plover ? happening.Mode : null;
        json.WriteString("id", coded.Id);
        json.Day("date", coded.Day);
        if (happening.When is { Start: { } start, End: { } end } && end > start.AddDays(1)) { json.Day("enddate", end.AddDays(-1)); }
        Parties(json, "actor", story, happening.Actor);
        Parties(json, "recipient", story, happening.Recipient);
        json.Texts("event", [category]);
        json.Texts("mode", mode is null ? [] : [mode]);
        json.Texts("context", [.. happening.Context ?? [], .. Auxiliary(happening)]);
        json.Value("quad_code", Crosswalk.Default.Quad(category));
        json.Value("event_scale", CodeNames.Default.Scale(category, mode));
        json.Texts("event_text", [story.Words(happening.Trigger.Span)]);
        Location(json, story, coded);
        Size(json, story.Records, happening);
        json.WriteString("text", story.Words(happening.Span));
        json.WriteStartObject("text_info");
        json.WriteNumber("start", story.Start(happening.Span));
        json.WriteNumber("end", story.End(happening.Span));
        json.WriteEndObject();
        Cite(json, story);
        json.WriteString("coder", "dateline " + (story.Records.Coder?.Version ?? ""));
        RecordExtension.Write(json, story, happening);
    }

    private static IEnumerable<string> Auxiliary(Event happening)
    {
        if (happening.Background) { yield return "historical"; }
        if (happening.Modality == Modality.Planned) { yield return "future"; }
        if (happening.Modality == Modality.Hypothetical) { yield return "hypothetical"; }
        if (happening.Polarity == EventPolarity.Negated || happening.Phase is Phase.Foiled or Phase.Cancelled || happening.Status == EventStatus.Denied) { yield return "negation"; }
    }

    private static void Parties(Utf8JsonWriter json, string name, ExportStory story, IReadOnlyList<EventActor>? parties)
    {
        json.WriteStartArray(name);
        foreach (EventActor actor in parties ?? [])
        {
            if (actor.By is not null) { continue; }
            EventParty party = story.Party(actor);
            json.WriteStartObject();
            json.Text("code", party.Country);
            json.Text("sector", party.Sector);
            json.Text("organization", party.Code?.Organization);
            json.WriteString("entity_text", party.Words);
            json.Text("entity_name", party.Name);
            json.Text("office", party.Entity?.Role);
            json.Text("wikidata_id", party.Entity?.Wikidata);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Location(Utf8JsonWriter json, ExportStory story, CodedEvent coded)
    {
        json.WriteStartObject("event_loc");
        if (coded.Place is { } place)
        {
            json.WriteString("extracted_place", story.Words(place.Span));
            json.WriteString("resolved_place", place.Name);
            json.Value("geonameid", place.Geonames);
            json.Value("lat", coded.Point?.Latitude);
            json.Value("lon", coded.Point?.Longitude);
            json.Text("city", EventGeography.City(place));
            json.Text("district", place.Admin2);
            json.Text("province", place.Admin1);
            json.Text("feature_code", place.FeatureCode);
        }
        json.Text("country", EventGeography.CountryName(coded.Country));
        json.Text("country_code", coded.Country);
        json.Value("resolution", Resolution(coded));
        json.WriteEndObject();
    }

    /// <summary>PLOVER's 1 country, 2 province, 3 district, 4 city, 5 within a city.</summary>
    private static int? Resolution(CodedEvent coded) => coded.Place?.Precision switch
    {
        PlacePrecision.Point => 5,
        PlacePrecision.City => 4,
        PlacePrecision.Admin2 => 3,
        PlacePrecision.Admin1 => 2,
        PlacePrecision.Country => 1,
        PlacePrecision.Region => null,
        _ => coded.Country.Length > 0 ? 1 : null,
    };

    /// <summary>Exact tolls of this incident; a running total is never one.</summary>
    private static void Size(Utf8JsonWriter json, StoryRecords records, Event happening)
    {
        List<(string Name, double Value)> sizes = [];
        foreach (Magnitude magnitude in happening.Magnitudes ?? [])
        {
            if (magnitude.Measure is not ("dead" or "injured" or "arrested") || magnitude.Scope == MagnitudeScope.Cumulative) { continue; }
            Quantity? quantity = records.Quantities.FirstOrDefault(q => q.Id == magnitude.Quantity);
            if (quantity is { Low: { } low, High: { } high } && low == high && sizes.TrueForAll(size => size.Name != magnitude.Measure)) { sizes.Add((magnitude.Measure, (double)low)); }
        }
        if (sizes.Count == 0) { return; }
        json.WriteStartObject("size");
        foreach ((string name, double value) in sizes) { json.WriteNumber(name, value); }
        json.WriteEndObject();
    }

    private static void Cite(Utf8JsonWriter json, ExportStory story)
    {
        Stories.Story told = story.Records.Story;
        json.WriteStartObject("cite_info");
        json.Text("url", told.Url);
        json.Text("title", told.Headline is { } headline ? story.Words(headline.Span) : null);
        json.Text("language", told.Language);
        json.Text("publication", told.Outlet);
        json.Day("publication_date", story.Published);
        json.WriteString("coder", "dateline");
        json.WriteString("codebook", Codebook);
        json.WriteString("version", "2.0");
        json.WriteEndObject();
    }
}
