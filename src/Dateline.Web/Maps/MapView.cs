namespace Dateline.Web.Maps;

/// <summary>A window on the earth: the whole of it in the Equal Earth projection, or a part, true to scale at its middle.</summary>
internal sealed class MapView
{
    /// <summary>Width of the picture, in its own units.</summary>
    public const int Width = 1000;

    private const double KilometresOfDegree = 111.195, EarthRadius = 6371;
    private readonly double _narrow, _scale, _top;

    private MapView(double west, double south, double east, double north, bool isWorld)
    {
        (West, South, East, North, IsWorld) = (west, south, east, north, isWorld);
        if (isWorld)
        {
            _scale = Width / (2 * EqualEarth(180, 0).X);
            // From the south of Tierra del Fuego to the north of Greenland: nothing is reported from the ice below.
            _top = EqualEarth(0, 84).Y;
            Height = (int)Math.Ceiling((_top - EqualEarth(0, -57).Y) * _scale);
            PixelsOfKilometre = _scale / EarthRadius;
            return;
        }
        _narrow = Math.Cos((south + north) / 2 * Math.PI / 180);
        _scale = Width / ((east - west) * _narrow);
        _top = north;
        Height = (int)Math.Ceiling((north - south) * _scale);
        PixelsOfKilometre = _scale / KilometresOfDegree;
    }

    public double West { get; }
    public double South { get; }
    public double East { get; }
    public double North { get; }

    /// <summary>True for the whole earth.</summary>
    public bool IsWorld { get; }

    /// <summary>Height of the picture.</summary>
    public int Height { get; }

    /// <summary>How long a kilometre is, at the middle.</summary>
    public double PixelsOfKilometre { get; }

    /// <summary>The whole earth.</summary>
    public static MapView World { get; } = new(-180, -57, 180, 84, isWorld: true);

    /// <summary>The smallest window that holds all points with room around them, or the whole earth where that is nearly as large.</summary>
    public static MapView Around(IReadOnlyCollection<(double Longitude, double Latitude)> points)
    {
        const double LeastSpan = 8, MostSpan = 75, Proportion = 0.56;
        if (points.Count == 0) { return World; }
        double west = points.Min(p => p.Longitude), east = points.Max(p => p.Longitude), south = points.Min(p => p.Latitude), north = points.Max(p => p.Latitude);
        if (east - west > MostSpan || north - south > MostSpan * Proportion) { return World; }
        double narrow = Math.Max(0.2, Math.Cos((south + north) / 2 * Math.PI / 180));
        double width = Math.Max(LeastSpan, Math.Max((east - west) * narrow, (north - south) / Proportion) * 1.35);
        double x = (west + east) / 2, y = (south + north) / 2, halfWidth = width / narrow / 2, halfHeight = width * Proportion / 2;
        return new MapView(x - halfWidth, Math.Max(-85, y - halfHeight), x + halfWidth, Math.Min(85, y + halfHeight), isWorld: false);
    }

    /// <summary>A box somebody chose.</summary>
    public static MapView Of(double west, double south, double east, double north) => Around([(west, south), (east, north)]);

    /// <summary>Where a place is in the picture.</summary>
    public (double X, double Y) Project(double longitude, double latitude)
    {
        if (!IsWorld) { return ((longitude - West) * _narrow * _scale, (_top - latitude) * _scale); }
        (double x, double y) = EqualEarth(longitude, latitude);
        return (Width / 2.0 + x * _scale, (_top - y) * _scale);
    }

    /// <summary>True when part of a line may be seen.</summary>
    public bool Sees((double X, double Y)[] line) =>
        IsWorld ? line.Max(p => p.Y) > South : line.Max(p => p.X) >= West && line.Min(p => p.X) <= East && line.Max(p => p.Y) >= South && line.Min(p => p.Y) <= North;

    /// <summary>The projection of Šavrič, Patterson and Jenny (2018) for a sphere of radius 1.</summary>
    private static (double X, double Y) EqualEarth(double longitude, double latitude)
    {
        const double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;
        double t = Math.Asin(Math.Sqrt(3) / 2 * Math.Sin(latitude * Math.PI / 180)), t2 = t * t, t6 = t2 * t2 * t2;
        return (2 * Math.Sqrt(3) * longitude * Math.PI / 180 * Math.Cos(t) / (3 * (9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1)), t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2)));
    }
}
