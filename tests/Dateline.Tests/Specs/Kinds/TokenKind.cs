namespace Dateline.Tests.Specs.Kinds;

/// <summary><c>w1 w2 w3 …</c>: the words of one sentence.</summary>
public sealed class TokenKind : RecordKind
{
    public override string Name => "tokens";

    public override ExpectedRecord Parse(string line) => new(line, [("words", Field.Flat(line))]);

    public override IEnumerable<FoundRecord> Find(SpecReading reading) => reading.Parsed.Sentences.Select(s =>
    {
        string words = string.Join(' ', Enumerable.Range(s.First, s.Count).Select(i => reading.Parsed.Form(i).ToString()));
        return new FoundRecord(words, [("words", Field.Exact(words))], []);
    });
}
