using System.Globalization;
using Dateline.Entities;
using Dateline.Places;

namespace Dateline.Export.EventData;

/// <summary>POLECAT's weekly files: 40 columns, one row for each pair of parties.</summary>
/// <remarks>
/// Columns as public loaders of the POLECAT files (Harvard Dataverse AJGVIT) name them. What has no column (status, attribution,
/// basis of date and place, spans) stands in the sidecar (<see cref="SidecarTable"/>). Wikipedia columns carry Wikidata ids.
/// </remarks>
internal static class PolecatTable
{
    private const string Columns =
        "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|"
        + "Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|"
        + "Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|"
        + "Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|"
        + "Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version";

    /// <summary>The table.</summary>
    public static EventTable Table { get; } = new("polecat.tsv", hasHeader: true, Columns, Row);

    private static void Row(CodedEvent e, TabRow row)
    {
        Stories.Story story = e.Story.Records.Story;
        row.Text(e.Id).Day(e.Day).Text(e.Event.Plover).Text(e.Event.Mode)
            .Number(CodeNames.Default.Scale(e.Event.Plover, e.Event.Mode)).Text(Quad(e.Event.Quad)).List(e.Event.Context ?? []);
        Party(row, e.Actor);
        Party(row, e.Recipient);
        Place? place = e.Place;
        (double Latitude, double Longitude)? point = e.Point;
        row.Text(place?.Name).Text(EventGeography.City(place)).Text(place?.Admin2).Text(place?.Admin1).Text(EventGeography.CountryName(e.Country))
            .Number(point?.Latitude).Number(point?.Longitude).Number(place?.Geonames).Text(place is null ? "" : e.Story.Words(place.Span)).Text(place?.FeatureCode);
        row.Text(story.Outlet).Day(e.Story.Published).List(e.Story.Names(EntityType.Person)).List(e.Story.Names(EntityType.Organization, EntityType.Group))
            .List(e.Story.Names(EntityType.Place, EntityType.Country)).Text(story.Language).Text(Version(e)).End();
    }

    private static void Party(TabRow row, EventParty party) =>
        row.Text(party.Name).Text(party.Country).Number(party.CowNumber).Text(party.Sector).Text(party.Sector)
            .Text(party.Entity?.Role).Text(party.Words).Text(party.Entity?.Wikidata);

    private static string Quad(int? quad) => quad switch
    {
        1 => "VERBAL COOPERATION",
        2 => "MATERIAL COOPERATION",
        3 => "VERBAL CONFLICT",
        4 => "MATERIAL CONFLICT",
        _ => "",
    };

    private static string Version(CodedEvent e) =>
        e.Story.Records.Coder is { } coder ? string.Create(CultureInfo.InvariantCulture, $"dateline {coder.Version} {coder.Knowledge}") : "dateline";
}
