namespace Dateline.Tests.Specs.Kinds;

/// <summary><c>ROLE: TEXT</c>; "…" at the end stands for the rest.</summary>
public sealed class BlockKind : RecordKind
{
    private const int Width = 100;

    public override string Name => "blocks";

    public override ExpectedRecord Parse(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? throw new FormatException($"\"{line}\": expected ROLE: TEXT.")
            : new ExpectedRecord(line, [("text", line[(colon + 1)..].Trim()), ("role", line[..colon].Trim())]);
    }

    public override IEnumerable<FoundRecord> Find(SpecReading reading) => reading.Records.Story.Blocks.Select(b =>
    {
        string text = Field.Flat(b.Span.In(reading.Text)), role = Field.Camel(b.Role.ToString());
        Field words = new(text, w => w.EndsWith('…') ? text.StartsWith(w[..^1].TrimEnd(), StringComparison.Ordinal) : w == text);
        return new FoundRecord($"{role}: {(text.Length > Width ? text[..Width] + "…" : text)}", [("text", words), ("role", Field.Exact(role))], []);
    });
}
