using Dateline.Time;

namespace Dateline.Tests.Specs.Kinds;

/// <summary><c>TEXT -> VALUE [type= start= end= anchor= rule=]</c></summary>
public sealed class TimeKind : RecordKind
{
    public override string Name => "time";

    public override ExpectedRecord Parse(string line) => Arrow(line, "text", "value");

    public override IEnumerable<FoundRecord> Find(SpecReading reading) => reading.Records.Times.Select(t => new FoundRecord(
        $"{Field.Flat(t.Span.In(reading.Text))} -> {t.Value ?? "-"}",
        [("text", Field.Words(reading.Text, t.Span)), ("value", Field.Exact(t.Value))],
        [
            ("type", Field.Exact(t.Type.ToString().ToUpperInvariant())), ("start", Field.Exact(t.Start?.ToString("O"))),
            ("end", Field.Exact(t.End?.ToString("O"))), ("anchor", Field.Exact(t.Anchor)), ("rule", Field.Exact(t.Rule)),
        ]));
}
