using System.Text;
using System.Text.Json;
using Dateline.Events;
using Dateline.Export.EventData;
using Dateline.Knowledge;
using Xunit;

namespace Dateline.Tests.Export;

/// <summary>The event formats: published columns, only plain facts, no false points.</summary>
public sealed class EventFormatTests
{
    private const string Text = """
        Shelling kills five in Aleppo

        DAMASCUS, May 3 (AP) - Syrian troops shelled a rebel position in Aleppo on Monday. Police in Kenya arrested 20 protesters on Tuesday.

        Turkey's government said Russian forces attacked a convoy in Idlib on Sunday. Moscow will send troops to Libya next month. The army did not attack the town of Hama.

        French President Emmanuel Macron met German Chancellor Angela Merkel in Berlin on Monday.
        """;

    private static readonly StoryRecords s_records = TestPipeline.Pipeline.Read(TestPipeline.Story(Dateline.Ingest.InputFormat.PlainText, Encoding.UTF8.GetBytes(Text), "2016-05-04"));

    private static readonly string[] s_polecat = ["Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"];
    private static readonly string[] s_icewsEnd = ["City", "District", "Province", "Country", "Latitude", "Longitude"];

    [Fact]
    public void Tables_have_the_published_number_of_columns()
    {
        Assert.Equal(40, PolecatTable.Table.Columns.Count);
        Assert.Equal(s_polecat, PolecatTable.Table.Columns.Take(7));
        Assert.Equal(20, IcewsTable.Table.Columns.Count);
        Assert.Equal(s_icewsEnd, IcewsTable.Table.Columns.Skip(14));
        Assert.Equal(61, GdeltTables.Events.Columns.Count);
        Assert.Equal(("EventCode", "ActionGeo_Lat", "SOURCEURL"), (GdeltTables.Events.Columns[26], GdeltTables.Events.Columns[56], GdeltTables.Events.Columns[60]));
        Assert.Equal(16, GdeltTables.Mentions.Columns.Count);
        foreach (EventTable table in EventFormat.All.SelectMany(format => format.Tables).Append(SidecarTable.Table))
        {
            string[] rows = table.Write(s_records, all: true).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal((table.FileName, table.Columns.Count), (table.FileName, row.Split('\t').Length)));
        }
    }

    [Fact]
    public void Only_what_the_outlet_tells_as_done_leaves_as_a_plain_row()
    {
        string[] plain = Cells(PolecatTable.Table, all: false, "Event Type");
        Assert.Contains("ASSAULT", plain);
        Assert.Contains("COERCE", plain);
        Assert.All(s_records.Events.Where(EventSelection.IsPlain), v => Assert.Empty(v.Attribution));
        string sidecar = SidecarTable.Table.Write(s_records, all: true);
        Assert.Contains("told by a source, not by the outlet", sidecar, StringComparison.Ordinal);
        Assert.Contains("status planned", sidecar, StringComparison.Ordinal);
        Assert.Contains("status negated", sidecar, StringComparison.Ordinal);
        Assert.DoesNotContain("status", SidecarTable.Table.Write(s_records, all: false), StringComparison.Ordinal);
        Assert.True(Cells(PolecatTable.Table, all: true, "Event Type").Length > plain.Length);
    }

    [Theory]
    [InlineData(EventStatus.Denied, Modality.Actual, EventPolarity.Affirmed, null, false, false)]
    [InlineData(EventStatus.Reported, Modality.Planned, EventPolarity.Affirmed, null, false, false)]
    [InlineData(EventStatus.Reported, Modality.Actual, EventPolarity.Negated, null, false, false)]
    [InlineData(EventStatus.Reported, Modality.Actual, EventPolarity.Affirmed, Phase.Foiled, false, false)]
    [InlineData(EventStatus.Reported, Modality.Actual, EventPolarity.Affirmed, null, true, false)]
    [InlineData(EventStatus.Reported, Modality.Actual, EventPolarity.Affirmed, null, false, true)]
    public void Each_sign_of_doubt_keeps_an_event_back(EventStatus status, Modality modality, EventPolarity polarity, Phase? phase, bool background, bool told)
    {
        Event happening = s_records.Events.First(EventSelection.IsPlain) with
        {
            Status = status, Modality = modality, Polarity = polarity, Phase = phase, Background = background, Attribution = told ? ["s1"] : [],
        };
        Assert.False(EventSelection.IsPlain(happening));
    }

    [Fact]
    public void A_meeting_of_two_stands_as_one_against_the_other()
    {
        string row = Rows(IcewsTable.Table, all: false).Single(r => r.Contains("Macron", StringComparison.Ordinal));
        string[] cells = row.Split('\t');
        Assert.Equal(("Emmanuel Macron", "Government", "France", "Angela Merkel", "Germany", "Berlin"), (cells[2], cells[3], cells[4], cells[8], cells[10], cells[14]));
    }

    [Fact]
    public void Only_a_town_or_a_spot_becomes_a_point()
    {
        foreach (ReadOnlyMemory<byte> feature in GeoJson.Features(s_records))
        {
            using JsonDocument json = JsonDocument.Parse(feature);
            JsonElement properties = json.RootElement.GetProperty("properties");
            bool exact = properties.TryGetProperty("placePrecision", out JsonElement precision) && precision.GetString() is "city" or "point";
            Assert.Equal(exact ? JsonValueKind.Object : JsonValueKind.Null, json.RootElement.GetProperty("geometry").ValueKind);
            Assert.True(properties.GetProperty("dateline").TryGetProperty("status", out _));
        }
        string kenya = Rows(GdeltTables.Events, all: false).Single(r => r.Contains("Kenya", StringComparison.Ordinal));
        string[] cells = kenya.Split('\t');
        Assert.Equal(("1", "Kenya", "KE", "", ""), (cells[51], cells[52], cells[53], cells[56], cells[57]));
    }

    [Fact]
    public void Plover_objects_have_the_required_fields_and_write_plans_as_plover_wants()
    {
        string[] lines = Encoding.UTF8.GetString(PloverJson.Write(s_records, all: true)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(s_records.Events.Count, lines.Length);
        foreach (string line in lines)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            foreach (string field in (string[])["id", "date", "actor", "event"]) { Assert.True(json.RootElement.TryGetProperty(field, out _), field); }
        }
        Event plan = s_records.Events[0] with { Modality = Modality.Planned, Plover = "AID" };
        Assert.Equal(("AGREE", "CONCEDE", "THREATEN", "REQUEST"), (PloverJson.Category(plan), PloverJson.Category(plan with { Plover = "RETREAT" }),
            PloverJson.Category(plan with { Plover = "ASSAULT", Modality = Modality.Threatened }), PloverJson.Category(plan with { Modality = Modality.Demanded })));
    }

    [Fact]
    public void Ids_are_stable_positive_numbers_below_two_to_the_53()
    {
        string[] first = Cells(IcewsTable.Table, all: true, "Event ID"), again = Cells(IcewsTable.Table, all: true, "Event ID");
        Assert.Equal(first, again);
        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.All(first, id => Assert.InRange(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), 1, (1L << 53) - 1));
    }

    [Fact]
    public void Every_cameo_code_has_a_name_and_every_sector_a_cameo_type()
    {
        foreach (string[] row in TsvTable.Embedded("plover/crosswalk.tsv").Rows) { Assert.NotEqual("", CodeNames.Default.Cameo(row[0])); }
        Assert.Equal(("MED", "HLH"), (CodeNames.Default.CameoType("JRN"), CodeNames.Default.CameoType("MED")));
        Assert.Equal((2, "US", "TMP"), (CountryCodes.Of("USA").CowNumber, CountryCodes.Of("USA").Fips, CountryCodes.Of("TLS").Cameo));
    }

    [Fact]
    public void A_tab_or_line_end_in_the_words_breaks_no_row()
    {
        StringBuilder output = new();
        new TabRow(output).Text("a\tb\r\nc").Text("d").End();
        Assert.Equal("a b  c\td\n", output.ToString());
    }

    private static string[] Rows(EventTable table, bool all) => table.Write(s_records, all).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Cells(EventTable table, bool all, string column)
    {
        int index = table.Columns.ToList().IndexOf(column);
        return [.. Rows(table, all).Select(row => row.Split('\t')[index])];
    }
}
