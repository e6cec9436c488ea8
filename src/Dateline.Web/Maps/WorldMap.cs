using System.Collections.Frozen;
using System.Text.Json;
using Dateline.Web.Hosting;

namespace Dateline.Web.Maps;

/// <summary>Land, borders and disputed lines of the embedded TopoJSON, in degrees.</summary>
internal sealed class WorldMap
{
    private static readonly Lazy<WorldMap> s_default = new(() => new WorldMap(Assets.Find("world.topojson")!.Bytes));

    private readonly (double X, double Y)[][] _arcs;

    private WorldMap(byte[] topology)
    {
        using JsonDocument document = JsonDocument.Parse(topology);
        JsonElement root = document.RootElement, objects = root.GetProperty("objects"), transform = root.GetProperty("transform");
        double scale = transform.GetProperty("scale")[0].GetDouble(), west = transform.GetProperty("translate")[0].GetDouble(), south = transform.GetProperty("translate")[1].GetDouble();
        _arcs = [.. root.GetProperty("arcs").EnumerateArray().Select(arc => Points(arc, scale, west, south))];
        Land = [.. objects.GetProperty("land").GetProperty("arcs").EnumerateArray().Select(polygon => Line(polygon[0]))];
        Borders = [.. objects.GetProperty("borders").GetProperty("arcs").EnumerateArray().Select(Line)];
        Disputed = [.. objects.GetProperty("disputed").GetProperty("arcs").EnumerateArray().Select(Line)];
        Countries = objects.GetProperty("countries").GetProperty("geometries").EnumerateArray().GroupBy(c => c.GetProperty("id").GetString()!, StringComparer.Ordinal).Select(g => g.First()).ToFrozenDictionary(
            c => c.GetProperty("id").GetString()!,
            c => (c.GetProperty("coordinates")[0].GetDouble() * scale + west, c.GetProperty("coordinates")[1].GetDouble() * scale + south, c.GetProperty("properties").GetProperty("reach").GetDouble()),
            StringComparer.Ordinal);
    }

    /// <summary>The map of this build.</summary>
    public static WorldMap Default => s_default.Value;

    /// <summary>Rings of land.</summary>
    public IReadOnlyList<(double X, double Y)[]> Land { get; }

    /// <summary>Borders that nobody disputes, and such as are held for other reasons of Natural Earth's.</summary>
    public IReadOnlyList<(double X, double Y)[]> Borders { get; }

    /// <summary>Lines that are claimed, or denied to be borders.</summary>
    public IReadOnlyList<(double X, double Y)[]> Disputed { get; }

    /// <summary>Middle of each country by ISO code, and the radius in kilometres of a circle with its area.</summary>
    public FrozenDictionary<string, (double Longitude, double Latitude, double Reach)> Countries { get; }

    private (double X, double Y)[] Line(JsonElement arcs)
    {
        List<(double, double)> line = [];
        foreach (JsonElement number in arcs.EnumerateArray())
        {
            int arc = number.GetInt32();
            IEnumerable<(double, double)> points = arc >= 0 ? _arcs[arc] : _arcs[~arc].Reverse();
            line.AddRange(line.Count > 0 ? points.Skip(1) : points);
        }
        return [.. line];
    }

    private static (double X, double Y)[] Points(JsonElement arc, double scale, double west, double south)
    {
        long x = 0, y = 0;
        List<(double, double)> points = [];
        foreach (JsonElement delta in arc.EnumerateArray())
        {
            x += delta[0].GetInt64();
            y += delta[1].GetInt64();
            points.Add((x * scale + west, y * scale + south));
        }
        return [.. points];
    }
}
