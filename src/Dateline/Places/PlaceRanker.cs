using Dateline.Knowledge;

namespace Dateline.Places;

/// <summary>Which place of a name is meant: container, dateline, one sense per story, countries spoken of, then size and rank.</summary>
internal sealed class PlaceRanker(Gazetteer gazetteer, PlaceNameFinder finder)
{
    // Weights in powers of ten of inhabitants; chosen on half A of the places sets.
    private const double MainName = 1, Capital = 1.2, Seat = 0.4, Division = 0.4, TownBeforeDivision = 1.6, District = -1.2, NamedDivision = 4, AmongDivisions = 3;
    private const double SpokenOf = 1.1, MostSpokenOf = 2.6, OfDateline = 1.3, InNamedDivision = 2, NotSpokenOf = 0, OfNoCountry = 3;
    private const double EarthRadius = 6371, TownOfDivision = 150, Metropolis = 500_000;

    /// <summary>The place meant by a mention among its candidates, and the rule that settled it; null when it has no candidate.</summary>
    public (int Place, string Rule)? Rank(PlaceMention mention, StoryGeography story, IReadOnlyDictionary<ulong, int> settled)
    {
        if (mention.Candidates.Count == 0) { return null; }
        if (mention.Container is { } container && Within(mention, container, story) is { } held) { return (held, "places/container"); }
        if (mention.Inner is { Resolved: >= 0 } inner)
        {
            foreach ((int place, bool _) in mention.Candidates)
            {
                if (finder.Holds(place, inner.Resolved)) { return (place, "places/container"); }
            }
        }
        if (!mention.IsDateline && settled.TryGetValue(mention.Key, out int same)) { return (same, "places/one-sense"); }
        int largest = -1, best = -1;
        double size = double.MinValue, score = double.MinValue;
        foreach ((int place, bool main) in mention.Candidates)
        {
            double plain = Size(mention, place, main);
            double weighed = plain + Context(place, story);
            if (plain > size) { (size, largest) = (plain, place); }
            if (weighed > score) { (score, best) = (weighed, place); }
        }
        string rule = mention.Candidates.Count == 1 ? "places/only-one"
            : best == largest ? "places/population"
            : gazetteer.Country(best) == story.Dateline ? "places/dateline-country" : "places/country-context";
        return (best, rule);
    }

    /// <summary>Great-circle distance.</summary>
    public static double Kilometres(double lat1, double lon1, double lat2, double lon2)
    {
        double a = double.DegreesToRadians(lat1), b = double.DegreesToRadians(lat2);
        double h = Math.Pow(Math.Sin((b - a) / 2), 2) + (Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(double.DegreesToRadians(lon2 - lon1) / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private double Size(PlaceMention mention, int place, bool main)
    {
        double size = Math.Log10(gazetteer.Population(place) + 10) + (main ? MainName : 0);
        PlaceKind kind = gazetteer.Kind(place);
        if (kind is PlaceKind.Admin1 or PlaceKind.Admin2)
        {
            if (mention.NamesDivision) { size += NamedDivision; }
            size += kind == PlaceKind.Admin1 ? Division : District;
            // "Aleppo" is the town unless its province is said.
            if (kind == PlaceKind.Admin1 && HasTown(mention, place)) { size -= TownBeforeDivision; }
            if (kind == PlaceKind.Admin1 && mention.Beside is { } beside && beside.Candidates.Any(c => c.Main && gazetteer.Kind(c.Place) == PlaceKind.Admin1 && gazetteer.Country(c.Place) == gazetteer.Country(place)))
            {
                size += AmongDivisions;
            }
        }
        return size + gazetteer.Feature(place) switch { "PPLC" => Capital, "PPLA" => Seat, _ => 0 };
    }

    private bool HasTown(PlaceMention mention, int division)
    {
        (double lat, double lon) = gazetteer.Position(division);
        foreach ((int place, bool main) in mention.Candidates)
        {
            if (!main || gazetteer.Kind(place) != PlaceKind.City || gazetteer.Country(place) != gazetteer.Country(division)) { continue; }
            (double townLat, double townLon) = gazetteer.Position(place);
            if (gazetteer.Population(place) >= Metropolis || gazetteer.Admin1(place) == gazetteer.Admin1(division) || Kilometres(lat, lon, townLat, townLon) < TownOfDivision) { return true; }
        }
        return false;
    }

    private double Context(int place, StoryGeography story)
    {
        string country = gazetteer.Country(place);
        if (country.Length == 0) { return gazetteer.Kind(place) == PlaceKind.Island ? 0 : OfNoCountry; }
        double weight = story.Weight(country);
        double context = weight > 0 ? Math.Min(MostSpokenOf, SpokenOf * Math.Log2(1 + weight)) : NotSpokenOf;
        if (country == story.Dateline) { context += OfDateline; }
        return gazetteer.Kind(place) is PlaceKind.City or PlaceKind.Admin2 && story.Names(country, gazetteer.Admin1(place)) ? context + InNamedDivision : context;
    }

    private int? Within(PlaceMention mention, PlaceMention container, StoryGeography story)
    {
        int best = -1;
        double score = double.MinValue;
        foreach ((int place, bool main) in mention.Candidates)
        {
            bool held = container.Country is { } country && gazetteer.Country(place) == country.Code;
            held |= container.Candidates.Any(c => finder.Holds(c.Place, place));
            double size = Size(mention, place, main) + Context(place, story);
            if (held && size > score) { (score, best) = (size, place); }
        }
        return best < 0 ? null : best;
    }
}
