namespace Dateline.Tests.Specs.Kinds;

/// <summary><c>CODE</c>, e.g. DL1204; also the code of a failed story.</summary>
public sealed class DiagnosticKind : RecordKind
{
    public override string Name => "diagnostics";

    public override ExpectedRecord Parse(string line) => new(line, [("code", line)]);

    public override IEnumerable<FoundRecord> Find(SpecReading reading) =>
        reading.Records.Diagnostics.Select(d => new FoundRecord(d.Code, [("code", Field.Exact(d.Code))], []));
}
