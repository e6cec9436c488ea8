using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Places;

/// <summary>Which countries and divisions a story speaks of, and how often: what names with several places are weighed by.</summary>
internal sealed class StoryGeography
{
    private const double NameWeight = 1, DemonymWeight = 0.7, CapitalWeight = 0.6, DivisionWeight = 0.7;
    private const uint LargeDivision = 400_000, LargeTown = 100_000;
    private readonly Dictionary<string, double> _countries = new(StringComparer.Ordinal);
    private readonly HashSet<(string Country, string Admin1)> _divisions = [];

    public StoryGeography(ParsedText parsed, IReadOnlyList<PlaceMention> mentions, Gazetteer gazetteer, CountryTable countries)
    {
        for (int i = 0; i < parsed.Tokens.Length; i++)
        {
            ReadOnlySpan<char> form = parsed.Form(i);
            if (char.IsUpper(form[0]) && countries.ByDemonym(form) is { } people) { Vote(people.Code, DemonymWeight); }
        }
        foreach (PlaceMention mention in mentions)
        {
            if (mention.Country is { } country) { Vote(country.Code, NameWeight); }
            else if (mention.Rejected is not null && mention.Span.In(parsed.Text) is var name && countries.ByCapital(name) is { } seat) { Vote(seat.Code, CapitalWeight); }
            foreach ((int place, bool main) in mention.Candidates)
            {
                if (!main || gazetteer.Kind(place) != PlaceKind.Admin1 || gazetteer.Population(place) < LargeDivision) { continue; }
                // "Valencia" alone speaks of the city; "Oregon" of the state.
                if (!mention.NamesDivision && mention.Candidates.Any(c => c.Main && gazetteer.Kind(c.Place) == PlaceKind.City && gazetteer.Population(c.Place) >= LargeTown && gazetteer.Country(c.Place) == gazetteer.Country(place))) { continue; }
                Divide(gazetteer, place, mention.Country is null && mention.Candidates.Count(c => c.Main && gazetteer.Kind(c.Place) == PlaceKind.Admin1) == 1 ? DivisionWeight : 0);
            }
        }
    }

    /// <summary>Country of the story's dateline, when resolved.</summary>
    public string? Dateline { get; set; }

    /// <summary>How much the story speaks of a country; 0 for not at all.</summary>
    public double Weight(string country) => _countries.GetValueOrDefault(country);

    /// <summary>True when the story names that division of a country.</summary>
    public bool Names(string country, string admin1) => admin1.Length > 0 && _divisions.Contains((country, admin1));

    /// <summary>Number of divisions of a country that the story names.</summary>
    public int Divisions(string country) => _divisions.Count(d => d.Country == country);

    private void Divide(Gazetteer gazetteer, int place, double weight)
    {
        string country = gazetteer.Country(place);
        if (weight > 0) { Vote(country, weight); }
        _divisions.Add((country, gazetteer.Admin1(place)));
    }

    private void Vote(string country, double weight) => _countries[country] = _countries.GetValueOrDefault(country) + weight;
}
