using System.Globalization;
using Dateline.Entities;
using Dateline.Events;
using Dateline.Export;
using Dateline.Places;
using Dateline.Statements;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Web.Corrections;

/// <summary>A record as one line of a spec: what a person edits to say what it should have been, and what a test then asks for.</summary>
internal static class SpecLine
{
    /// <summary>The line, or null where specs have none for such a record.</summary>
    public static string? Of(StoryRecords records, string id)
    {
        ViewNames names = new(records);
        if (records.Statements.FirstOrDefault(s => s.Id == id) is { } statement) { return Of(statement, records, names); }
        if (records.Events.FirstOrDefault(v => v.Id == id) is { } happening) { return Of(happening, names); }
        if (records.Entities.FirstOrDefault(e => e.Id == id) is { } entity) { return $"{entity.Name} -> {Join(("type", CsvStory.Enum<EntityType>(entity.Type)), ("country", entity.Code?.Country), ("sector", entity.Code?.Sector), ("role", Quoted(entity.Role)))}"; }
        if (records.Times.FirstOrDefault(t => t.Id == id) is { } time) { return $"{names.Words(time.Span)} -> {time.Value}"; }
        if (records.Places.FirstOrDefault(p => p.Id == id) is { } place) { return $"{names.Words(place.Span)} -> {place.Country ?? "-"} {Join(("kind", place.Kind), ("lat", Number(place.Latitude)), ("lon", Number(place.Longitude)))}".TrimEnd(); }
        return records.Quantities.FirstOrDefault(q => q.Id == id) is { } quantity ? $"{names.Words(quantity.Span)} -> {(quantity.Vague == true ? "vague" : quantity.Low == quantity.High ? $"{quantity.Low}" : $"{quantity.Low}..{quantity.High}")}" : null;
    }

    /// <summary>Name of the spec's block for a record: statements, events …</summary>
    public static string Kind(string id) => id[0] switch { 's' => "statements", 'v' => "events", 'e' => "entities", 't' => "time", 'p' => "places", _ => "quantities" };

    private static string Of(Statement s, StoryRecords records, ViewNames names)
    {
        string content = string.Join(" … ", s.Content.Spans.Select(names.Words));
        string? entity = records.Entities.FirstOrDefault(e => e.Id == s.Source?.Entity)?.Name;
        return $"{Words(s.Source?.Span, names)} | {Words(s.Cue?.Span, names)} | {content} -> {Join(("act", CsvStory.Enum<Act>(s.Act)), ("polarity", CsvStory.Enum<Polarity>(s.Polarity)), ("entity", Quoted(entity)), ("addressee", Quoted(s.Addressee is { } to ? names.Words(to.Span) : null)))}";
    }

    private static string Of(Event v, ViewNames names) =>
        $"{names.Words(v.Trigger.Span)} -> {v.Plover} {Join(("mode", v.Mode), ("cameo", v.Cameo), ("actor", Parties(v.Actor, names)), ("recipient", Parties(v.Recipient, names)), ("status", CsvStory.Enum<EventStatus>(v.Status)), ("place", Quoted(names.Place(v.Place))))}";

    private static string? Parties(IReadOnlyList<EventActor>? parties, ViewNames names) => parties is { Count: > 0 } ? Quoted(string.Join("; ", parties.Select(p => names.Words(p.Span)))) : null;

    private static string Words(TextSpan? span, ViewNames names) => span is { } s ? names.Words(s) : "-";

    private static string? Quoted(string? text) => text is null ? null : "\"" + text.Replace('"', '\'') + "\"";

    private static string? Number(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Join(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        List<string> parts = [];
        foreach ((string name, string? value) in fields) { if (!string.IsNullOrEmpty(value)) { parts.Add($"{name}={value}"); } }
        return string.Join(' ', parts);
    }
}
