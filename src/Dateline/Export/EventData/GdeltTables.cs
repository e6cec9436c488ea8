using System.Globalization;
using Dateline.Knowledge;
using Dateline.Places;

namespace Dateline.Export.EventData;

/// <summary>GDELT 2.0 Events (61 columns) and Mentions (16), without header rows, as GDELT publishes them.</summary>
/// <remarks>
/// Columns after the GDELT event codebook 2.0 (2015). Geography codes are FIPS 10-4, actor countries CAMEO. Tone, known groups,
/// ethnic and religious codes, and the geography of the actors are not ours to give and stay empty; so do first-order division
/// codes and GNS feature ids. A country or province has its name and code and no coordinates.
/// </remarks>
internal static class GdeltTables
{
    private const string Actor1 = "Actor1Code|Actor1Name|Actor1CountryCode|Actor1KnownGroupCode|Actor1EthnicCode|Actor1Religion1Code|Actor1Religion2Code|Actor1Type1Code|Actor1Type2Code|Actor1Type3Code|";
    private const string Geo1 = "Actor1Geo_Type|Actor1Geo_FullName|Actor1Geo_CountryCode|Actor1Geo_ADM1Code|Actor1Geo_ADM2Code|Actor1Geo_Lat|Actor1Geo_Long|Actor1Geo_FeatureID|";

    private static readonly string s_eventColumns =
        "GLOBALEVENTID|SQLDATE|MonthYear|Year|FractionDate|" + Actor1 + Actor1.Replace("Actor1", "Actor2", StringComparison.Ordinal)
        + "IsRootEvent|EventCode|EventBaseCode|EventRootCode|QuadClass|GoldsteinScale|NumMentions|NumSources|NumArticles|AvgTone|"
        + Geo1 + Geo1.Replace("Actor1", "Actor2", StringComparison.Ordinal) + Geo1.Replace("Actor1", "Action", StringComparison.Ordinal) + "DATEADDED|SOURCEURL";

    private const string MentionColumns =
        "GLOBALEVENTID|EventTimeDate|MentionTimeDate|MentionType|MentionSourceName|MentionIdentifier|SentenceID|Actor1CharOffset|Actor2CharOffset|ActionCharOffset|"
        + "InRawText|Confidence|MentionDocLen|MentionDocTone|MentionDocTranslationInfo|Extras";

    /// <summary>The Events table.</summary>
    public static EventTable Events { get; } = new("gdelt-events.tsv", hasHeader: false, s_eventColumns, EventRow);

    /// <summary>The Mentions table: one row for each row of Events.</summary>
    public static EventTable Mentions { get; } = new("gdelt-mentions.tsv", hasHeader: false, MentionColumns, MentionRow);

    private static void EventRow(CodedEvent e, TabRow row)
    {
        string code = e.Cameo;
        row.Number<long>(e.Number).Day(e.Day, "yyyyMMdd").Day(e.Day, "yyyyMM").Day(e.Day, "yyyy").Text(FractionDate(e.Day));
        Actor(row, e.Actor);
        Actor(row, e.Recipient);
        row.Number<int>(e.Story.IsInLead(e.Event.Span) ? 1 : 0).Text(code).Text(code.AsSpan(0, Math.Min(3, code.Length))).Text(code.AsSpan(0, Math.Min(2, code.Length)))
            .Number(e.Event.Quad).Number(e.Event.Goldstein).Number<int>(1 + (e.Event.Mentions?.Count ?? 0)).Number<int>(1).Number<int>(1).Text("");
        row.Empty(8).Empty(8);
        Action(row, e);
        row.Day(e.Story.Published, "yyyyMMdd000000").Text(Address(e)).End();
    }

    private static void MentionRow(CodedEvent e, TabRow row) =>
        row.Number<long>(e.Number).Day(e.Day, "yyyyMMdd000000").Day(e.Story.Published, "yyyyMMdd000000").Number<int>(e.Story.Records.Story.Url is null ? 2 : 1)
            .Text(e.Story.Records.Story.Outlet).Text(Address(e)).Number<int>(e.Story.Paragraph(e.Event.Span))
            .Number(e.Actor.Offset).Number(e.Recipient.Offset).Number<int>(e.Story.Start(e.Event.Trigger.Span))
            .Number<int>(1).Number<int>(Math.Clamp((int)Math.Round(e.Event.Confidence * 10) * 10, 10, 100)).Number<int>(e.Story.Records.Story.Text.Length)
            .Empty(2).Text("DATELINE:" + e.Id).End();

    private static void Actor(TabRow row, EventParty party) =>
        row.Text(party.CameoCode).Text(party.Name.ToUpperInvariant()).Text(party.Code?.Country is { } country ? CountryCodes.Of(country).Cameo : "")
            .Empty(4).Text(CodeNames.Default.CameoType(party.Sector)).Empty(2);

    /// <summary>Type 1 a country, 4 a town, 5 a province, in words and FIPS; coordinates for a town or spot only.</summary>
    private static void Action(TabRow row, CodedEvent e)
    {
        Place? place = e.Place;
        (double Latitude, double Longitude)? point = e.Point;
        string country = EventGeography.CountryName(e.Country);
        int? type = (place?.Precision, e.Country) switch
        {
            (PlacePrecision.Point or PlacePrecision.City, _) => 4,
            (PlacePrecision.Admin1 or PlacePrecision.Admin2, _) => 5,
            (_, { Length: > 0 }) => 1,
            _ => null,
        };
        string name = string.Join(", ", new[] { place?.Name ?? "", place?.Admin1 ?? "", country }.Where(part => part.Length > 0).Distinct(StringComparer.Ordinal));
        row.Number(type).Text(name).Text(e.Country.Length > 0 ? CountryCodes.Of(e.Country).Fips : "").Empty(2)
            .Number(point?.Latitude).Number(point?.Longitude).Text("");
    }

    /// <summary>GDELT's approximation: the year and the part of it that is over, (month × 30 + day) / 365.</summary>
    private static string FractionDate(DateOnly? day) =>
        day is { } d ? (d.Year + (((d.Month * 30) + d.Day) / 365d)).ToString("0.0000", CultureInfo.InvariantCulture) : "";

    private static string Address(CodedEvent e) => e.Story.Records.Story.Url ?? e.Story.Records.Story.File ?? e.Story.Id;
}
