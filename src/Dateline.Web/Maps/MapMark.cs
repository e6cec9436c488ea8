using Dateline.Knowledge;
using Dateline.Store.Query;

namespace Dateline.Web.Maps;

/// <summary>A place on the map, drawn as large as it is uncertain.</summary>
/// <param name="X">Middle.</param>
/// <param name="Y">Middle.</param>
/// <param name="Radius">How far around it the event may have happened.</param>
/// <param name="IsArea">True for anything larger than a town: no point is known.</param>
/// <param name="Name">Of the place, with its country.</param>
/// <param name="Events">Event mentions.</param>
/// <param name="Place">Name or country code to look for.</param>
public sealed record MapMark(double X, double Y, double Radius, bool IsArea, string Name, long Events, string Place)
{
    /// <summary>True where the number of mentions is written into the mark: there are several, and no larger number stands so near that both would be unreadable.</summary>
    public bool IsNumbered { get; private init; }

    /// <summary>A mark that can be seen and met with a finger.</summary>
    private const double LeastRadius = 7, MostRadius = 22;

    /// <summary>Room that a number takes.</summary>
    private const double NumberWidth = 26, NumberHeight = 15;

    /// <summary>Where a place is, and how far around in kilometres; null for one whose whereabouts are not known.</summary>
    internal static (double Longitude, double Latitude, double Reach)? Where(EventPlace place)
    {
        if (place is { Latitude: { } latitude, Longitude: { } longitude } && place.Precision is not "country")
        {
            return (longitude, latitude, place.Precision switch { "point" => 2, "city" => 12, "admin2" => 40, "admin1" => 120, _ => 350 });
        }
        return place.Country is { } code && WorldMap.Default.Countries.TryGetValue(code, out (double, double, double) country) ? country : null;
    }

    /// <summary>The marks of a window, the largest first, so that small ones lie on top.</summary>
    internal static IReadOnlyList<MapMark> All(MapView view, IReadOnlyList<EventPlace> places)
    {
        List<MapMark> marks = [], numbered = [];
        foreach (MapMark mark in places.Select(p => Of(view, p)).OfType<MapMark>().OrderByDescending(m => m.Events))
        {
            bool room = mark.Events > 1 && numbered.TrueForAll(n => Math.Abs(n.X - mark.X) > NumberWidth || Math.Abs(n.Y - mark.Y) > NumberHeight);
            MapMark drawn = mark with { IsNumbered = room };
            if (room) { numbered.Add(drawn); }
            marks.Add(drawn);
        }
        return [.. marks.OrderByDescending(m => m.Radius)];
    }

    /// <summary>A town's circle grows with what is reported of it, slowly; an area's is as wide as the area.</summary>
    private static double Size(bool isArea, long events, double reach) => isArea ? Math.Max(LeastRadius, reach) : Math.Max(reach, Math.Min(MostRadius, LeastRadius + (2 * Math.Log2(events))));

    private static MapMark? Of(MapView view, EventPlace place)
    {
        if (Where(place) is not { } where) { return null; }
        (double x, double y) = view.Project(where.Longitude, where.Latitude);
        if (x < -50 || y < -50 || x > MapView.Width + 50 || y > view.Height + 50) { return null; }
        string? country = place.Country is { } code ? CountryTable.Default.ByCode(code)?.Name ?? code : null;
        bool isArea = place.Precision is not ("point" or "city");
        string name = place.Name is null || place.Name == country ? "somewhere in " + (country ?? place.Name) : (place.Precision is "point" or "city" ? "" : "somewhere in ") + place.Name + (country is null ? "" : ", " + country);
        return new MapMark(x, y, Size(isArea, place.Events, where.Reach * view.PixelsOfKilometre), isArea, name, place.Events, place.Name ?? place.Country!);
    }
}
