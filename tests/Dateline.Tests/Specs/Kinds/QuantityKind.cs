using System.Globalization;
using Dateline.Quantities;

namespace Dateline.Tests.Specs.Kinds;

/// <summary><c>TEXT -> LOW..HIGH|N|&gt;N|&gt;=N|&lt;N|&lt;=N|~N|vague [of="…" rule=]</c></summary>
public sealed class QuantityKind : RecordKind
{
    public override string Name => "quantities";

    public override ExpectedRecord Parse(string line) => Arrow(line, "text", "value");

    public override IEnumerable<FoundRecord> Find(SpecReading reading) => reading.Records.Quantities.Select(q => new FoundRecord(
        $"{Field.Flat(q.Span.In(reading.Text))} -> {Value(q)}",
        [("text", Field.Words(reading.Text, q.Span)), ("value", Field.Exact(Value(q)))],
        [("of", Field.Exact(q.Of)), ("rule", Field.Exact(q.Rule))]));

    /// <summary>A quantity as specs write it.</summary>
    public static string Value(Quantity q)
    {
        string about = q.Approximate == true ? "~" : "", strict = q.Exclusive == true ? "" : "=";
        return (q.Low, q.High) switch
        {
            (null, null) => q.Vague == true ? "vague" : "-",
            ({ } low, null) => $"{about}>{strict}{Number(low)}",
            (null, { } high) => $"{about}<{strict}{Number(high)}",
            ({ } low, { } high) when low == high => about + Number(low),
            ({ } low, { } high) => $"{about}{Number(low)}..{Number(high)}",
        };
    }

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
