using System.Text;
using Dateline.Stories;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>What the fields of a story are taken from in a feed.</summary>
public sealed class FeedReaderTests
{
    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example News</title><link>https://news.example/</link>
        <item><title>Harbour reopens</title><link>https://news.example/1</link><guid isPermaLink="false">4711</guid><dc:creator>Kari Lund</dc:creator>
          <pubDate>Sun, 5 May 2019 09:30:00 EST</pubDate><description>The harbour reopened on Sunday.</description></item>
        <item><title>Ferry sails</title><guid>https://news.example/2</guid><author>ola@news.example (Ola Nes)</author><description>The ferry sailed.</description></item>
        </channel></rss>
        """;

    [Fact]
    public void Fields_of_an_RSS_item()
    {
        Story story = Read(Rss)[0];
        Assert.Equal("https://news.example/#4711", story.Id);
        Assert.Equal("https://news.example/1", story.Url);
        Assert.Equal("Example News", story.Outlet);
        Assert.Equal(["Kari Lund"], story.Authors!);
        Assert.Equal("2019-05-05T09:30:00-05:00", story.Published);
        Assert.Equal(new DateOnly(2019, 5, 5), story.ReferenceDate!.Value);
    }

    [Fact]
    public void An_address_as_guid_is_id_and_url()
    {
        Story story = Read(Rss)[1];
        Assert.Equal("https://news.example/2", story.Id);
        Assert.Equal("https://news.example/2", story.Url);
        Assert.Equal(["Ola Nes"], story.Authors!);
    }

    [Fact]
    public void Fields_of_an_Atom_entry()
    {
        Story story = Read("""
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://news.example/"><a:title>Example News</a:title><a:entry>
            <a:id>tag:news.example,2019:1</a:id><a:title>Harbour reopens</a:title><a:link rel="self" href="self"/><a:link href="story/1"/>
            <a:published>2019-05-05T09:30:00.123+02:00</a:published><a:updated>2019-05-06T10:00:00Z</a:updated><a:author><a:name>Kari Lund</a:name></a:author>
            <a:summary>The harbour reopened on Sunday.</a:summary></a:entry></a:feed>
            """)[0];
        Assert.Equal("tag:news.example,2019:1", story.Id);
        Assert.Equal("https://news.example/story/1", story.Url);
        Assert.Equal("2019-05-05T09:30:00+02:00", story.Published);
        Assert.Equal("2019-05-06T10:00:00Z", story.Modified);
        Assert.Equal(["Kari Lund"], story.Authors!);
    }

    [Fact]
    public void A_feed_is_known_by_its_content_whatever_its_name() =>
        Assert.Equal("Harbour reopens\n\nThe harbour reopened on Sunday.", TestPipeline.Stories("page.html", Encoding.UTF8.GetBytes(Rss))[0].Read().Text);

    [Fact]
    public void A_feed_in_UTF_16_without_mark_is_read() =>
        Assert.Equal(2, TestPipeline.Stories("feed.xml", Encoding.BigEndianUnicode.GetBytes(Rss)).Count);

    [Fact]
    public void A_feed_that_is_cut_short_says_so_on_its_last_item()
    {
        IReadOnlyList<Story> stories = Read(Rss[..Rss.IndexOf("sailed", StringComparison.Ordinal)]);
        Assert.Empty(stories[0].Diagnostics);
        Assert.Equal([DiagnosticCodes.CutShort], stories[1].Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void An_endless_nesting_is_read_in_linear_time()
    {
        string deep = string.Concat("<rss><channel><item><title>Harbour reopens</title><description>", string.Concat(Enumerable.Repeat("<div>", 200_000)), "The harbour reopened.");
        Assert.Contains("The harbour reopened.", Read(deep)[0].Text, StringComparison.Ordinal);
    }

    private static List<Story> Read(string feed) => [.. TestPipeline.Stories("feed.xml", Encoding.UTF8.GetBytes(feed)).Select(s => s.Read())];
}
