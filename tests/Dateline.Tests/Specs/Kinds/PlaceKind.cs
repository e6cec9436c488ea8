using System.Globalization;
using Dateline.Places;

namespace Dateline.Tests.Specs.Kinds;

/// <summary><c>TEXT -> ISO3 [name= kind= precision= lat= lon= admin1= disputed= geonames= rule=]</c>; coordinates are met within a tenth of a degree.</summary>
public sealed class PlaceKind : RecordKind
{
    private const double Tolerance = 0.1;

    public override string Name => "places";

    public override ExpectedRecord Parse(string line) => Arrow(line, "text", "country");

    public override IEnumerable<FoundRecord> Find(SpecReading reading) => reading.Records.Places.Select(p => new FoundRecord(
        $"{Field.Flat(p.Span.In(reading.Text))} -> {p.Country ?? "-"}",
        [("text", Field.Words(reading.Text, p.Span)), ("country", Field.Exact(p.Country))],
        [
            ("name", Field.Exact(p.Name)), ("kind", Field.Exact(p.Kind)), ("precision", Field.Enum(p.Precision)), ("lat", Degrees(p.Latitude)),
            ("lon", Degrees(p.Longitude)), ("admin1", Field.Exact(p.Admin1)), ("disputed", Disputed(p)),
            ("geonames", Field.Exact(p.Geonames?.ToString(CultureInfo.InvariantCulture))), ("rule", Field.Exact(p.Rule)),
        ]));

    private static Field Degrees(double? value) => value is not { } v ? Field.Absent : new(v.ToString("0.##", CultureInfo.InvariantCulture),
        written => double.TryParse(written, CultureInfo.InvariantCulture, out double wanted) && Math.Abs(wanted - v) <= Tolerance);

    /// <summary>"yes", or the codes of the parties.</summary>
    private static Field Disputed(Place place)
    {
        if (place.Disputed != true) { return Field.Absent; }
        Field parties = Field.Set((place.Parties ?? []).Select(p => p.Code).Distinct(StringComparer.Ordinal).Select(Field.Exact));
        return new("yes", written => written is "yes" or "true" || parties.Meets(written.Replace(";", "; ", StringComparison.Ordinal)));
    }
}
