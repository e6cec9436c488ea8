using Dateline.Entities;
using Dateline.Knowledge;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Places;

/// <summary>Place names to places. Only literal places: a name that stands for a government, a people or a part of another name gets none.</summary>
public sealed class PlaceResolver
{
    private const uint LeastWithoutCue = 15_000;
    private readonly Gazetteer _gazetteer;
    private readonly CountryTable _countries = CountryTable.Default;
    private readonly TerritoryTable _territories = TerritoryTable.Default;
    private readonly PlaceNameFinder _finder;
    private readonly PlaceRanker _ranker;

    /// <summary>Opens the tables of this build.</summary>
    public PlaceResolver(PlaceOptions options, Gazetteer? gazetteer = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _gazetteer = gazetteer ?? Gazetteer.Default;
        _finder = new PlaceNameFinder(_gazetteer, _countries, PlaceAbbreviations.Default);
        _ranker = new PlaceRanker(_gazetteer, _finder);
    }

    /// <summary>The places of a story, in text order.</summary>
    public IReadOnlyList<Place> Resolve(Story story, ParsedText parsed, EntitySet entities)
    {
        List<PlaceMention> mentions = _finder.Find(story, parsed);
        if (mentions.Count == 0) { return []; }
        LiteralReader reader = new(parsed, new NameCover(parsed, entities), PlaceCues.Default, RoleNounTable.Default, _gazetteer, mentions.Select(m => m.Head).ToHashSet());
        foreach (PlaceMention mention in mentions) { mention.Rejected = reader.Read(mention); }
        // What holds a place is a place: "in Queens, New York have contracted".
        foreach (PlaceMention mention in mentions)
        {
if (mention is { Rejected: null, Container: { } outer }) { outer.Rejected = null; }
        }
        StoryGeography geography = new(parsed, mentions, _gazetteer, _countries);
        Dictionary<ulong, int> settled = [];
        List<Place> places = [];
        DateOnly? day = story.ReferenceDate?.Value;
        // Names with a container and the dateline first: they settle the others of the same name.
        foreach (PlaceMention mention in mentions.OrderBy(m => m.IsDateline ? 0 : m.Container is not null ? 1 : m.Inner is not null ? 2 : 3).ThenBy(m => m.Span.Start))
        {
            if (mention.Rejected is not null) { continue; }
            if (AsCountry(mention, geography) is { } country)
            {
                if (mention.IsDateline) { geography.Dateline = country.Code; }
                places.Add(OfCountry(mention, country, parsed.Text, day));
                continue;
            }
            if (_ranker.Rank(mention, geography, settled) is not { } ranked || !IsPlausible(mention, ranked.Place, geography)) { continue; }
            mention.Resolved = ranked.Place;
            if (mention.IsDateline || mention.Container is not null) { settled.TryAdd(mention.Key, ranked.Place); }
            if (mention.IsDateline && _gazetteer.Country(ranked.Place) is { Length: > 0 } home) { geography.Dateline = home; }
            places.Add(OfEntry(mention, ranked.Place, mention.IsDateline && ranked.Rule is not "places/container" ? "places/dateline" : ranked.Rule, parsed.Text, day));
        }
        foreach ((TextSpan span, int head, PlaceMention? holder) in new UnlistedPlaceFinder(parsed, entities, reader).Find(mentions))
        {
            if (!places.Exists(p => p.Span.Overlaps(span))) { places.Add(Unlisted(span, head, holder, parsed.Text, places)); }
        }
        places.Sort((a, b) => a.Span.CompareTo(b.Span));
        for (int i = 0; i < places.Count; i++) { places[i] = places[i] with { Id = $"p{i + 1}" }; }
        return places;
    }

    /// <summary>The country of the name, unless a division of that name is what the story speaks of ("Georgia" among states).</summary>
    private Country? AsCountry(PlaceMention mention, StoryGeography geography)
    {
        if (mention.Country is not { } country) { return null; }
        if (mention.Container is { } container && (container.Country is null || container.Country.Code != country.Code) && mention.Candidates.Count > 0) { return null; }
        // "Athens, Georgia": what holds the town is not the country.
        if (mention.Inner is { Resolved: >= 0 } inner && _gazetteer.Country(inner.Resolved) != country.Code && mention.Candidates.Count > 0) { return null; }
        foreach ((int place, bool main) in mention.Candidates)
        {
            string other = _gazetteer.Country(place);
            if (!main || _gazetteer.Kind(place) != PlaceKind.Admin1 || other == country.Code) { continue; }
            double own = geography.Weight(country.Code) - Occurrences(geography, country);
            if (own <= 0 && geography.Divisions(other) > 1) { return null; }
        }
        return country;
    }

    // The name itself votes for its country as often as it stands; one vote is taken off, so that others must confirm it.
    private static double Occurrences(StoryGeography geography, Country country) => Math.Min(1, geography.Weight(country.Code));

    /// <summary>A village needs a word that puts something there, or a story about its country.</summary>
    private bool IsPlausible(PlaceMention mention, int place, StoryGeography geography)
    {
        if (mention.HasCue || mention.Container is not null || mention.IsDateline) { return true; }
        return _gazetteer.Population(place) >= LeastWithoutCue || _gazetteer.Kind(place) is not (PlaceKind.City or PlaceKind.Admin2 or PlaceKind.Island) || geography.Weight(_gazetteer.Country(place)) > 1;
    }

    private Place OfCountry(PlaceMention mention, Country country, string text, DateOnly? day)
    {
        Place place = new()
        {
            Id = "",
            Span = mention.Span,
            Name = mention.Span.In(text).ToString(),
            Kind = "country",
            Country = country.Code,
            Latitude = country.Latitude,
            Longitude = country.Longitude,
            Geonames = country.GeonamesId,
            FeatureCode = country.Status switch { CountryStatus.Former => "PCLH", CountryStatus.Territory => "PCLD", _ => "PCLI" },
            Precision = PlacePrecision.Country,
            Rule = "places/country",
            Head = mention.Head,
        };
        return WithTerritory(place, _territories.ByName(country.Name, day));
    }

    private Place OfEntry(PlaceMention mention, int index, string rule, string text, DateOnly? day)
    {
        GazetteerEntry entry = _gazetteer[index];
        string name = mention.Span.In(text).ToString();
        Place place = new()
        {
            Id = "",
            Span = mention.Span,
            Name = name,
            Kind = KindName(entry.Kind),
            Country = entry.Country,
            Latitude = entry.Latitude,
            Longitude = entry.Longitude,
            Geonames = entry.GeonamesId,
            FeatureCode = entry.FeatureCode,
            Admin1 = entry.Kind == PlaceKind.Admin1 ? null : entry.Admin1,
            Precision = entry.Kind switch
            {
                PlaceKind.City => PlacePrecision.City,
                PlaceKind.Admin1 => PlacePrecision.Admin1,
                PlaceKind.Admin2 => PlacePrecision.Admin2,
                PlaceKind.Facility or PlaceKind.Mountain => PlacePrecision.Point,
                _ => PlacePrecision.Region,
            },
            Rule = rule,
            Head = mention.Head,
        };
        return WithTerritory(place, _territories.ByName(entry.Name, day) ?? _territories.ByName(name, day) ?? _territories.ByPlace(entry.Country, entry.Name, entry.Admin1, day));
    }

    /// <summary>A site that no table has: its words, and the point of the town or division that holds it in the text.</summary>
    private static Place Unlisted(TextSpan span, int head, PlaceMention? holder, string text, List<Place> places)
    {
        Place place = new() { Id = "", Span = span, Name = span.In(text).ToString(), Kind = "facility", Rule = "places/unlisted", Head = head };
        if (holder is null || places.Find(p => p.Span == holder.Span) is not { } town) { return place; }
        place = place with { Country = town.Country, Admin1 = town.Admin1, Disputed = town.Disputed, Territory = town.Territory, Parties = town.Parties, Rule = "places/unlisted-in-town" };
        return town.Precision == PlacePrecision.City ? place with { Latitude = town.Latitude, Longitude = town.Longitude, Precision = PlacePrecision.City } : place;
    }

    /// <summary>The parties to a disputed territory at the story's date; the reported wording stays.</summary>
    private static Place WithTerritory(Place place, Territory? territory) => territory is null ? place : place with
    {
        Country = territory.Country ?? place.Country,
        Disputed = true,
        Territory = territory.Name,
        Parties = [.. territory.Parties.Select(p => new Party(p.Code, p.Relation))],
    };

    private static string KindName(PlaceKind kind) => kind switch
    {
        PlaceKind.City => "city",
        PlaceKind.Admin1 => "admin1",
        PlaceKind.Admin2 => "admin2",
        PlaceKind.Continent => "continent",
        PlaceKind.Sea => "sea",
        PlaceKind.River => "river",
        PlaceKind.Mountain => "mountain",
        PlaceKind.Facility => "facility",
        PlaceKind.Country => "country",
        PlaceKind.Island => "island",
        _ => "region",
    };
}
