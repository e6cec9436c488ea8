using System.Globalization;
using System.Text;
using Dateline.Ingest;
using Dateline.Stories;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>What a web archive holds beside pages: texts of pages (WET), feeds; and news sitemaps.</summary>
public sealed class ArchiveMediaTests
{
    private const string Feed = """<?xml version="1.0"?><rss version="2.0"><channel><title>Coast News</title><item><title>Ferries sail</title><description>Ferries sail again, the minister said.</description></item><item><title>Port opens</title><description>The port opens on Monday.</description></item></channel></rss>""";

    [Fact]
    public void The_text_of_a_page_in_a_wet_file_is_a_story()
    {
        (StoryInput input, Func<Story> read) = Assert.Single(Stories("a.warc.wet", Record("conversion", "text/plain", "http://example.org/a", "Harbour reopens\n\nFerries will sail on Monday, the minister said.")));
        Story story = read();
        Assert.Equal(("http://example.org/a", InputFormat.PlainText), (story.Url, input.Format));
        Assert.Contains("Ferries will sail", story.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/rss+xml")]
    [InlineData("text/xml; charset=utf-8")]
    public void A_feed_in_an_archive_is_its_items(string type)
    {
        IReadOnlyList<(StoryInput Input, Func<Story> Read)> stories = Stories("a.warc", Record("response", "application/http", "http://example.org/feed", $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n\r\n{Feed}"));
        Assert.Equal(2, stories.Count);
        Story second = stories[1].Read();
        Assert.Equal(("Coast News", "a.warc", 0L), (second.Outlet, second.Archive!.Warc, second.Archive.Offset));
        Assert.EndsWith("item 2", stories[1].Input.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_xml_and_pictures_are_passed_over()
    {
        string other = Record("response", "application/http", "http://example.org/x", "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<svg></svg>");
        Assert.Equal(DiagnosticCodes.NoStory, Assert.Single(Stories("a.warc", other)).Input.Failure!.Code);
    }

    [Fact]
    public void A_news_sitemap_gives_headlines()
    {
        const string Sitemap = """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>http://example.org/a</loc></url>
            <url><loc>http://example.org/b</loc><news:news><news:publication><news:name>Coast News</news:name></news:publication>
            <news:publication_date>2020-10-02</news:publication_date><news:title>France and Kenya sign treaty</news:title></news:news></url></urlset>
            """;
        Story story = Assert.Single(Stories("news.xml", Sitemap)).Read();
        Assert.Equal(("http://example.org/b", "Coast News", "2020-10-02"), (story.Url, story.Outlet, story.Published));
        Assert.Contains(story.Diagnostics, d => d.Code == DiagnosticCodes.HeadlineOnly);
        Assert.Equal("France and Kenya sign treaty", story.Headline!.Span.In(story.Text).ToString());
    }

    private static IReadOnlyList<(StoryInput Input, Func<Story> Read)> Stories(string name, string content) => TestPipeline.Stories(name, Encoding.UTF8.GetBytes(content));

    private static string Record(string type, string contentType, string url, string content) =>
        string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-10-02T00:00:00Z\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(content)}\r\n\r\n{content}\r\n\r\n");
}
