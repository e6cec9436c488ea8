using Dateline.Events;
using Dateline.Quantities;
using Dateline.Statements;

namespace Dateline.Tests.Specs.Kinds;

/// <summary>
/// <c>TRIGGER -> ROOT [mode= cameo= actor="…; …" recipient="…" place="…" when= status= modality= polarity= phase= background= attribution="speaker; …" magnitude="&gt;300 dead" …]</c>
/// </summary>
public sealed class EventKind : RecordKind
{
    public override string Name => "events";

    public override ExpectedRecord Parse(string line) => Arrow(line, "trigger", "plover");

    public override IEnumerable<FoundRecord> Find(SpecReading reading) => reading.Records.Events.Select(v => Found(reading, v));

    private static FoundRecord Found(SpecReading reading, Event v)
    {
        string text = reading.Text;
        Field trigger = Field.Words(text, v.Trigger.Span);
        return new FoundRecord(
            $"{trigger.Shown} -> {v.Plover}",
            [("trigger", trigger), ("plover", Field.Exact(v.Plover))],
            [
                ("mode", Field.Exact(v.Mode)), ("cameo", Field.Exact(v.Cameo)), ("actor", Parties(reading, v.Actor)), ("recipient", Parties(reading, v.Recipient)),
                ("place", Place(reading, v.Place)), ("origin", Place(reading, v.Origin)), ("via", Place(reading, v.Via)), ("country", Field.Exact(v.Country)),
                ("when", EventWhenField.Of(v, reading)), ("basis", Field.Enum(v.When?.Basis)), ("status", Field.Enum<EventStatus>(v.Status)),
                ("modality", Field.Enum<Modality>(v.Modality)), ("polarity", Field.Enum<EventPolarity>(v.Polarity)), ("phase", Field.Enum(v.Phase)),
                ("background", Flag(v.Background)), ("aggregate", Flag(v.Aggregate)),
                ("attribution", Field.List(v.Attribution.Select(id => Speaker(reading, id)))), ("magnitude", Field.Set((v.Magnitudes ?? []).Select(m => Amount(reading, m)))),
                ("statement", v.Statement is { } s ? Speaker(reading, s) : Field.Absent),
                ("reports", Field.Set((v.Reports ?? []).Select(r => Report(reading, r)))), ("rule", Field.Exact(v.Rule)),
            ]);
    }

    /// <summary>Shown only when true; "false" and "no" can be written and are met.</summary>
    private static Field Flag(bool value) => value ? new("true", w => w is "true" or "yes") : new(null, w => w is "false" or "no" or "-");

    /// <summary>By name of the entity, its words here, or its country's code.</summary>
    private static Field Parties(SpecReading reading, IReadOnlyList<EventActor>? parties) => Field.Set((parties ?? []).Select(p =>
        Field.Name(reading.Records.Entities.FirstOrDefault(e => e.Id == p.Entity)?.Name, p.Span.In(reading.Text).ToString(), p.Code?.Country)));

    private static Field Place(SpecReading reading, string? id)
    {
        Places.Place? place = reading.Records.Places.FirstOrDefault(p => p.Id == id);
        return place is null ? Field.Absent : Field.Name(Field.Flat(place.Span.In(reading.Text)), place.Name);
    }

    private static Field Speaker(SpecReading reading, string id)
    {
        Statement? s = reading.Records.Statements.FirstOrDefault(o => o.Id == id);
        Field words = Field.Words(reading.Text, s?.Source?.Span), entity = StatementKind.Entity(reading, s?.Source?.Entity);
        string? shown = words.Shown ?? entity.Shown ?? "nobody";
        return new(shown, w => w == shown || words.Meets(w) || entity.Meets(w));
    }

    private static Field Amount(SpecReading reading, Magnitude m)
    {
        Quantity? q = reading.Records.Quantities.FirstOrDefault(o => o.Id == m.Quantity);
        string value = q is null ? "-" : QuantityKind.Value(q);
        return Field.AnyOf($"{value} {m.Measure}", value);
    }

    private static Field Report(SpecReading reading, EventReport r)
    {
        string who = r.Chain.Count == 0 ? "-" : Speaker(reading, r.Chain[^1]).Shown!;
        return Field.AnyOf($"{who} {Field.Camel(r.Stance.ToString())}", who);
    }
}
