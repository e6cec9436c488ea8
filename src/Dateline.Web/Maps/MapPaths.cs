using System.Globalization;
using System.Text;

namespace Dateline.Web.Maps;

/// <summary>The map as paths of SVG, with no more points than can be seen.</summary>
/// <param name="Land">One shape.</param>
/// <param name="Borders">Lines.</param>
/// <param name="Disputed">Lines to be dashed.</param>
internal sealed record MapPaths(string Land, string Borders, string Disputed)
{
    private static readonly Lazy<MapPaths> s_world = new(() => Draw(MapView.World));

    /// <summary>The paths of a window.</summary>
    public static MapPaths Of(MapView view) => view.IsWorld ? s_world.Value : Draw(view);

    private static MapPaths Draw(MapView view) => new(Path(view, WorldMap.Default.Land, closed: true), Path(view, WorldMap.Default.Borders, closed: false), Path(view, WorldMap.Default.Disputed, closed: false));

    private static string Path(MapView view, IReadOnlyList<(double X, double Y)[]> lines, bool closed)
    {
        StringBuilder path = new();
        List<(int X, int Y)> points = [];
        foreach ((double X, double Y)[] line in lines)
        {
            if (!view.Sees(line)) { continue; }
            points.Clear();
            for (int i = 0; i < line.Length; i++)
            {
                (double x, double y) = view.Project(line[i].X, line[i].Y);
                (int X, int Y) at = ((int)Math.Round(x), (int)Math.Round(y));
                bool near = points.Count > 0 && Math.Abs(points[^1].X - at.X) + Math.Abs(points[^1].Y - at.Y) < 2;
                if (!near || (i == line.Length - 1 && points.Count > 0 && points[^1] != at)) { points.Add(at); }
            }
            if (points.Count < (closed ? 3 : 2)) { continue; }
            path.Append(CultureInfo.InvariantCulture, $"M{points[0].X},{points[0].Y}l");
            for (int i = 1; i < points.Count; i++)
            {
                if (i > 1) { path.Append(' '); }
                path.Append(CultureInfo.InvariantCulture, $"{points[i].X - points[i - 1].X},{points[i].Y - points[i - 1].Y}");
            }
            if (closed) { path.Append('z'); }
        }
        return path.ToString();
    }
}
