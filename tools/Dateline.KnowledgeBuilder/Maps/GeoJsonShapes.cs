using System.Text.Json;
using Dateline.KnowledgeBuilder.Sources;

namespace Dateline.KnowledgeBuilder.Maps;

/// <summary>Natural Earth's GeoJSON to shapes on the grid.</summary>
internal static class GeoJsonShapes
{
    /// <summary>Natural Earth gives these no ISO code although they have one, or stand for one.</summary>
    private static readonly Dictionary<string, string> s_codes = new(StringComparer.Ordinal) { ["FRA"] = "FRA", ["NOR"] = "NOR", ["KOS"] = "XKX" };

    /// <summary>Entities whose every border somebody disputes, although Natural Earth types some of them as countries.</summary>
    private static readonly string[] s_disputed = ["CYN", "KOS", "SOL", "KAS", "PSX", "SAH"];

    /// <summary>Islands and ponds under this many square steps are left out, save each territory's largest.</summary>
    private const double SmallestRing = 250;

    public static IReadOnlyList<Territory> Territories(string path)
    {
        List<Territory> territories = [];
        foreach (JsonElement feature in Features(path))
        {
            JsonElement properties = feature.GetProperty("properties");
            string own = properties.GetProperty("ADM0_A3").GetString()!, iso = properties.GetProperty("ISO_A3").GetString()!;
            GridPoint[][] rings = [.. Lines(feature.GetProperty("geometry")).Where(r => r.Length >= 4)];
            double largest = rings.Max(Area);
            territories.Add(new Territory(s_codes.GetValueOrDefault(own) ?? (iso == "-99" ? null : iso), s_disputed.Contains(own), [.. rings.Where(r => Area(r) is var a && (a >= SmallestRing || a == largest))]));
        }
        return territories;
    }

    public static IReadOnlyList<GridPoint[]> LinesOf(string path) => [.. Features(path).SelectMany(f => Lines(f.GetProperty("geometry"))).Where(l => l.Length >= 2)];

    /// <summary>Area on the grid, without the earth's curvature.</summary>
    public static double Area(GridPoint[] ring)
    {
        double twice = 0;
        for (int i = 0; i + 1 < ring.Length; i++) { twice += (double)ring[i].X * ring[i + 1].Y - (double)ring[i + 1].X * ring[i].Y; }
        return Math.Abs(twice) / 2;
    }

    /// <summary>Middle of a ring's area, which a long bent country may not hold, but near it.</summary>
    public static (int X, int Y) Middle(GridPoint[] ring)
    {
        double twice = 0, x = 0, y = 0;
        for (int i = 0; i + 1 < ring.Length; i++)
        {
            double cross = (double)ring[i].X * ring[i + 1].Y - (double)ring[i + 1].X * ring[i].Y;
            twice += cross;
            x += (ring[i].X + ring[i + 1].X) * cross;
            y += (ring[i].Y + ring[i + 1].Y) * cross;
        }
        return twice == 0 ? (ring[0].X, ring[0].Y) : ((int)Math.Round(x / (3 * twice)), (int)Math.Round(y / (3 * twice)));
    }

    private static IEnumerable<JsonElement> Features(string path)
    {
        return JsonDocument.Parse(RawFile.Text(path)).RootElement.GetProperty("features").EnumerateArray();
    }

    /// <summary>Every list of points of a geometry, however deep it lies.</summary>
    private static IEnumerable<GridPoint[]> Lines(JsonElement geometry)
    {
        JsonElement coordinates = geometry.GetProperty("coordinates");
        IEnumerable<JsonElement> lines = geometry.GetProperty("type").GetString() switch
        {
            "LineString" => [coordinates],
            "MultiLineString" or "Polygon" => coordinates.EnumerateArray(),
            _ => coordinates.EnumerateArray().SelectMany(p => p.EnumerateArray()),
        };
        foreach (JsonElement line in lines)
        {
            List<GridPoint> points = [];
            foreach (JsonElement point in line.EnumerateArray())
            {
                GridPoint at = GridPoint.At(point[0].GetDouble(), point[1].GetDouble());
                if (points.Count == 0 || points[^1] != at) { points.Add(at); }
            }
            yield return [.. points];
        }
    }
}
