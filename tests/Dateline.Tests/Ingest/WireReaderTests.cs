using System.Text;
using Dateline.Ingest;
using Dateline.Stories;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>What the fields of a story are taken from in wire formats.</summary>
public sealed class WireReaderTests
{
    private const string Item = """
        <newsItem guid="urn:newsml:news.example:1"><hopHistory>
          <hop seq="2"><party qcode="comp:ntb"/></hop><hop seq="1"><party qcode="comp:tt"><name>TT</name></party></hop></hopHistory>
        <itemMeta><itemClass qcode="ninat:text"/><provider literal="Example News"/><versionCreated>2019-05-05T12:00:00Z</versionCreated></itemMeta>
        <contentMeta><contentCreated>2019-05-05T09:30:00+02:00</contentCreated><located qcode="city:bgo"><name>Bergen</name></located>
          <creator uri="https://news.example/kl"><name>Kari Lund</name></creator><infoSource qcode="is:dpa"><name>dpa</name></infoSource>
          <slugline>Harbour-Storm</slugline><headline>Harbour reopens</headline></contentMeta>
        <contentSet><inlineData contenttype="text/plain">It reopened on Sunday.</inlineData></contentSet></newsItem>
        """;

    [Fact]
    public void Fields_of_a_NewsML_item()
    {
        Story story = Read(Item)[0].Read();
        Assert.Equal("urn:newsml:news.example:1", story.Id);
        Assert.Equal("Example News", story.Outlet);
        Assert.Equal("dpa", story.Agency);
        Assert.Equal(["TT", "ntb"], story.Hops!);
        Assert.Equal(["Kari Lund"], story.Authors!);
        Assert.Equal("Harbour-Storm", story.Section);
        Assert.Equal("2019-05-05T09:30:00+02:00", story.Published);
        Assert.Equal("2019-05-05T12:00:00Z", story.Modified);
        Assert.Equal("Bergen", story.Dateline!.PlaceName!.Span.In(story.Text).ToString());
    }

    [Fact]
    public void A_message_is_cut_into_its_items()
    {
        IReadOnlyList<(StoryInput Input, Func<Story> Read)> items = Read($"<newsMessage><header/><itemSet><packageItem guid='p'/>{Item}</itemSet></newsMessage>");
        Assert.Equal(DiagnosticCodes.NotText, items[0].Input.Failure!.Code);
        Assert.Equal("Harbour reopens", items[1].Read().Headline!.Span.In(items[1].Read().Text).ToString());
    }

    [Fact]
    public void An_NITF_file_is_read()
    {
        Story story = Read("""
            <nitf><head><docdata><doc-id id-string="n1"/><date.issue norm="20190505T093000Z"/></docdata></head>
            <body><body.head><hedline><hl1>Harbour reopens</hl1></hedline></body.head><body.content><p>It reopened on Sunday.</p></body.content></body></nitf>
            """)[0].Read();
        Assert.Equal("n1", story.Id);
        Assert.Equal("2019-05-05T09:30:00Z", story.Published);
        Assert.Equal("Harbour reopens\n\nIt reopened on Sunday.", story.Text);
    }

    [Fact]
    public void Fields_of_a_ninjs_item_in_either_spelling()
    {
        foreach (string created in (string[])["firstcreated", "firstCreated"])
        {
            Story story = Read($$"""{ "uri": "https://news.example/1", "type": "text", "{{created}}": "2019-05-05T09:30:00Z", "by": "By Kari Lund", "copyrightholder": "NTB", "slugline": "harbour", "body_text": "It reopened." }""")[0].Read();
            Assert.Equal("https://news.example/1", story.Url);
            Assert.Equal("2019-05-05T09:30:00Z", story.Published);
            Assert.Equal("NTB", story.Outlet);
            Assert.Equal(["Kari Lund"], story.Authors!);
        }
    }

    [Fact]
    public void Endless_JSON_is_a_failed_story() =>
        Assert.Equal(DiagnosticCodes.NotJson, TestPipeline.Stories("deep.json", Encoding.ASCII.GetBytes(new string('[', 100_000))).Single().Input.Failure!.Code);

    private static IReadOnlyList<(StoryInput Input, Func<Story> Read)> Read(string document) => TestPipeline.Stories("item", Encoding.UTF8.GetBytes(document));
}
