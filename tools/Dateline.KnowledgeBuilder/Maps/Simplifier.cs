namespace Dateline.KnowledgeBuilder.Maps;

/// <summary>Leaves out points of a line that lie near the line without them (Douglas and Peucker). Ends stay, so that arcs still meet.</summary>
internal static class Simplifier
{
    public static GridPoint[] Simplify(GridPoint[] line, double tolerance)
    {
        if (line.Length <= 2) { return line; }
        bool[] kept = new bool[line.Length];
        kept[0] = kept[^1] = true;
        Stack<(int First, int Last)> open = new([(0, line.Length - 1)]);
        while (open.TryPop(out (int First, int Last) part))
        {
            int farthest = -1;
            double distance = tolerance;
            for (int i = part.First + 1; i < part.Last; i++)
            {
                double d = Distance(line[i], line[part.First], line[part.Last]);
                if (d > distance) { (farthest, distance) = (i, d); }
            }
            if (farthest < 0) { continue; }
            kept[farthest] = true;
            open.Push((part.First, farthest));
            open.Push((farthest, part.Last));
        }
        return [.. line.Where((_, i) => kept[i])];
    }

    private static double Distance(GridPoint p, GridPoint a, GridPoint b)
    {
        // A degree of longitude is shorter the farther from the equator.
        double narrow = Math.Cos(p.Latitude * Math.PI / 180);
        double x = (b.X - a.X) * narrow, y = b.Y - a.Y, px = (p.X - a.X) * narrow, py = p.Y - a.Y;
        double length = x * x + y * y;
        double at = length == 0 ? 0 : Math.Clamp((px * x + py * y) / length, 0, 1);
        return Math.Sqrt((px - at * x) * (px - at * x) + (py - at * y) * (py - at * y));
    }
}
