using Dateline.Places;

namespace Dateline.Export.EventData;

/// <summary>ICEWS coded events: 20 columns, one row for each pair of parties, CAMEO codes.</summary>
/// <remarks>Columns as in the ICEWS Dataverse files (10.7910/DVN/28075). "Sentence Number" is the paragraph: the record keeps no sentences.</remarks>
internal static class IcewsTable
{
    private const string Columns =
        "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|"
        + "Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude";

    /// <summary>The table.</summary>
    public static EventTable Table { get; } = new("icews.tsv", hasHeader: true, Columns, Row);

    private static void Row(CodedEvent e, TabRow row)
    {
        Place? place = e.Place;
        (double Latitude, double Longitude)? point = e.Point;
        row.Number<long>(e.Number).Day(e.Day)
            .Text(e.Actor.Name).Text(CodeNames.Default.Sector(e.Actor.Sector)).Text(e.Actor.CountryName)
            .Text(CodeNames.Default.Cameo(e.Cameo)).Text(e.Cameo).Number(e.Event.Goldstein)
            .Text(e.Recipient.Name).Text(CodeNames.Default.Sector(e.Recipient.Sector)).Text(e.Recipient.CountryName)
            .Text(e.Story.Id).Number<int>(e.Story.Paragraph(e.Event.Span)).Text(e.Story.Records.Story.Outlet)
            .Text(EventGeography.City(place)).Text(place?.Admin2).Text(place?.Admin1).Text(EventGeography.CountryName(e.Country))
            .Number(point?.Latitude).Number(point?.Longitude).End();
    }
}
