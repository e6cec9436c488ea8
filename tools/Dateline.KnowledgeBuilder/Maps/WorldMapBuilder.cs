using System.Text.Json;
using Dateline.KnowledgeBuilder.Sources;

namespace Dateline.KnowledgeBuilder.Maps;

/// <summary>
/// Makes <c>src/Dateline.Web/Assets/world.topojson</c> from Natural Earth: land, borders, lines that are disputed, and of each country its middle and how far it reaches.
/// Whose land it is, is not in the map: land is one shape.
/// </summary>
internal sealed class WorldMapBuilder(string data)
{
    /// <summary>In hundredths of a degree: finer than a pixel where a country fills the page.</summary>
    private const double Tolerance = 4;

    private readonly List<GridPoint[]> _arcs = [];
    private readonly Dictionary<(GridPoint, GridPoint, int, GridPoint), int> _known = [];

    public void Build(string output)
    {
        string folder = Path.Combine(data, "naturalearth");
        IReadOnlyList<Territory> territories = GeoJsonShapes.Territories(RawFile.Find(folder, "ne_50m_admin_0_countries.geojson")!);
        IReadOnlyList<GridPoint[]> claims = GeoJsonShapes.LinesOf(RawFile.Find(folder, "ne_50m_admin_0_boundary_lines_disputed_areas")!);
        Dictionary<(GridPoint, GridPoint), EdgeUse> edges = Edges(territories, claims);
        List<List<int>> land = [];
        HashSet<int> borders = [], disputed = [];
        foreach (GridPoint[] ring in territories.SelectMany(t => t.Rings))
        {
            List<int> arcs = [];
            foreach (GridPoint[] part in Cut(ring, edges))
            {
                int arc = Arc(part);
                arcs.Add(arc);
                EdgeUse use = edges[Key(part[0], part[1])];
                if (use.Territories < 2) { continue; }
                (use.IsDisputed ? disputed : borders).Add(arc < 0 ? ~arc : arc);
            }
            land.Add(arcs);
        }
        foreach (GridPoint[] claim in claims)
        {
            // Where a claim runs along a border it is that border's arc already.
            if (Enumerable.Range(0, claim.Length - 1).All(i => edges[Key(claim[i], claim[i + 1])].Territories >= 2)) { continue; }
            int arc = Arc(claim);
            disputed.Add(arc < 0 ? ~arc : arc);
        }
        Write(output, land, borders, disputed, territories);
    }

    private sealed class EdgeUse
    {
        public int First { get; set; } = -1;
        public int Second { get; set; } = -1;
        public bool IsDisputed { get; set; }
        public int Territories => (First >= 0 ? 1 : 0) + (Second >= 0 ? 1 : 0);
    }

    private static Dictionary<(GridPoint, GridPoint), EdgeUse> Edges(IReadOnlyList<Territory> territories, IReadOnlyList<GridPoint[]> claims)
    {
        Dictionary<(GridPoint, GridPoint), EdgeUse> edges = [];
        EdgeUse Use(GridPoint a, GridPoint b)
        {
            if (!edges.TryGetValue(Key(a, b), out EdgeUse? use)) { edges[Key(a, b)] = use = new EdgeUse(); }
            return use;
        }
        for (int t = 0; t < territories.Count; t++)
        {
            foreach (GridPoint[] ring in territories[t].Rings)
            {
                for (int i = 0; i + 1 < ring.Length; i++)
                {
                    EdgeUse use = Use(ring[i], ring[i + 1]);
                    if (use.First < 0) { use.First = t; } else if (use.First != t) { use.Second = t; }
                    use.IsDisputed |= territories[t].IsDisputed || IsPerekop(ring[i]);
                }
            }
        }
        foreach (GridPoint[] claim in claims)
        {
            for (int i = 0; i + 1 < claim.Length; i++) { Use(claim[i], claim[i + 1]).IsDisputed = true; }
        }
        return edges;
    }

    /// <summary>Natural Earth draws the line between Crimea and the mainland as a border like any other; it is one of the most disputed.</summary>
    private static bool IsPerekop(GridPoint point) => point.X is > 21_300 and < 21_530 && point.Y is > 13_560 and < 13_640;

    private static (GridPoint, GridPoint) Key(GridPoint a, GridPoint b) => (a.X, a.Y).CompareTo((b.X, b.Y)) <= 0 ? (a, b) : (b, a);

    /// <summary>A ring in parts, each with the same territories on both sides all along.</summary>
    private static IEnumerable<GridPoint[]> Cut(GridPoint[] ring, Dictionary<(GridPoint, GridPoint), EdgeUse> edges)
    {
        int n = ring.Length - 1;
        (int, int, bool) Sides(int i)
        {
            EdgeUse use = edges[Key(ring[i % n], ring[(i + 1) % n])];
            return (Math.Min(use.First, use.Second), Math.Max(use.First, use.Second), use.IsDisputed);
        }
        int[] cuts = [.. Enumerable.Range(0, n).Where(i => Sides((i + n - 1) % n) != Sides(i))];
        if (cuts.Length == 0)
        {
            // Two rings that are the same all around must be cut at the same point.
            int first = Enumerable.Range(0, n).MinBy(i => (ring[i].X, ring[i].Y));
            yield return [.. Enumerable.Range(first, n + 1).Select(i => ring[i % n])];
            yield break;
        }
        for (int c = 0; c < cuts.Length; c++)
        {
            int from = cuts[c], to = c + 1 < cuts.Length ? cuts[c + 1] : cuts[0] + n;
            yield return [.. Enumerable.Range(from, to - from + 1).Select(i => ring[i % n])];
        }
    }

    /// <summary>Number of the arc with these points; its complement where the arc runs the other way.</summary>
    private int Arc(GridPoint[] line)
    {
        if (_known.TryGetValue((line[0], line[^1], line.Length, line[1]), out int arc)) { return arc; }
        if (_known.TryGetValue((line[^1], line[0], line.Length, line[^2]), out int reversed)) { return ~reversed; }
        _known[(line[0], line[^1], line.Length, line[1])] = _arcs.Count;
        _arcs.Add(Simplify(line));
        return _arcs.Count - 1;
    }

    private static GridPoint[] Simplify(GridPoint[] line)
    {
        if (line[0] != line[^1]) { return Simplifier.Simplify(line, Tolerance); }
        // A closed line is cut at the point farthest from its start, and keeps at least a triangle.
        int far = Enumerable.Range(0, line.Length).MaxBy(i => Math.Abs(line[i].X - line[0].X) + Math.Abs(line[i].Y - line[0].Y));
        GridPoint[] simple = [.. Simplifier.Simplify(line[..(far + 1)], Tolerance), .. Simplifier.Simplify(line[far..], Tolerance).Skip(1)];
        return simple.Length >= 4 ? simple : line.Length > 8 ? [line[0], line[line.Length / 3], line[2 * line.Length / 3], line[0]] : line;
    }

    private void Write(string output, List<List<int>> land, HashSet<int> borders, HashSet<int> disputed, IReadOnlyList<Territory> territories)
    {
        using FileStream file = File.Create(output);
        using Utf8JsonWriter writer = new(file);
        writer.WriteStartObject();
        writer.WriteString("type", "Topology");
        writer.WriteString("source", "Made with Natural Earth, public domain (https://www.naturalearthdata.com)");
        writer.WriteStartObject("transform");
        Numbers(writer, "scale", 1.0 / GridPoint.Steps, 1.0 / GridPoint.Steps);
        Numbers(writer, "translate", -180, -90);
        writer.WriteEndObject();
        writer.WriteStartObject("objects");
        writer.WriteStartObject("land");
        writer.WriteString("type", "MultiPolygon");
        writer.WriteStartArray("arcs");
        foreach (List<int> ring in land)
        {
            writer.WriteStartArray();
            Numbers(writer, ring);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        Lines(writer, "borders", borders);
        Lines(writer, "disputed", disputed);
        Countries(writer, territories);
        writer.WriteEndObject();
        writer.WriteStartArray("arcs");
        foreach (GridPoint[] arc in _arcs) { Deltas(writer, arc); }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        file.WriteByte((byte)'\n');
    }

    private static void Lines(Utf8JsonWriter writer, string name, HashSet<int> arcs)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", "MultiLineString");
        writer.WriteStartArray("arcs");
        foreach (int arc in arcs.Order()) { Numbers(writer, [arc]); }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>A country's middle is that of its largest ring; its reach is the radius of a circle with its whole area.</summary>
    private static void Countries(Utf8JsonWriter writer, IReadOnlyList<Territory> territories)
    {
        const double KilometresOfStep = 1.11195;
        writer.WriteStartObject("countries");
        writer.WriteString("type", "GeometryCollection");
        writer.WriteStartArray("geometries");
        foreach (Territory territory in territories.Where(t => t.Code is not null).OrderBy(t => t.Code, StringComparer.Ordinal))
        {
            (int x, int y) = GeoJsonShapes.Middle(territory.Rings.MaxBy(GeoJsonShapes.Area)!);
            double area = territory.Rings.Sum(r => GeoJsonShapes.Area(r) * Math.Cos(r[0].Latitude * Math.PI / 180)) * KilometresOfStep * KilometresOfStep;
            writer.WriteStartObject();
            writer.WriteString("type", "Point");
            writer.WriteString("id", territory.Code);
            Numbers(writer, "coordinates", x, y);
            writer.WriteStartObject("properties");
            writer.WriteNumber("reach", (int)Math.Round(Math.Sqrt(area / Math.PI)));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Deltas(Utf8JsonWriter writer, GridPoint[] arc)
    {
        writer.WriteStartArray();
        GridPoint last = new(0, 0);
        foreach (GridPoint point in arc)
        {
            Numbers(writer, [point.X - last.X, point.Y - last.Y]);
            last = point;
        }
        writer.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter writer, string name, params ReadOnlySpan<double> numbers)
    {
        writer.WriteStartArray(name);
        foreach (double number in numbers) { writer.WriteNumberValue(number); }
        writer.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter writer, IEnumerable<int> numbers)
    {
        writer.WriteStartArray();
        foreach (int number in numbers) { writer.WriteNumberValue(number); }
        writer.WriteEndArray();
    }
}
