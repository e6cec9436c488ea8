namespace Dateline.Tests.Specs.Kinds;

/// <summary><c>NAME -> [type= country= sector= organization= role="…" members="a; b" mentions="a; b; …"]</c>; mentions in text order, all of them unless "…" ends the list.</summary>
public sealed class EntityKind : RecordKind
{
    public override string Name => "entities";

    public override ExpectedRecord Parse(string line) => Arrow(line, "name", null);

    public override IEnumerable<FoundRecord> Find(SpecReading reading) => reading.Records.Entities.Select(e => new FoundRecord(
        e.Name + " ->",
        [("name", Field.Exact(e.Name))],
        [
            ("type", Field.Enum<Entities.EntityType>(e.Type)), ("country", Field.Exact(e.Code?.Country)), ("sector", Field.Exact(e.Code?.Sector)),
            ("organization", Field.Exact(e.Code?.Organization)), ("role", Field.Exact(e.Role)),
            ("members", Field.Set((e.Members ?? []).Select(id => Field.Name(reading.Records.Entities.FirstOrDefault(o => o.Id == id)?.Name)))),
            ("mentions", Field.List(e.Mentions.OrderBy(m => m.Span.Start).Select(m => Field.Words(reading.Text, m.Span)))),
        ]));
}
