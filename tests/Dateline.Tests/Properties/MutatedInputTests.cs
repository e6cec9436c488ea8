using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Dateline.Ingest;
using Dateline.Stories;
using Xunit;

namespace Dateline.Tests.Properties;

/// <summary>Whole files of every format, cut, flipped, doubled and nested at random: each becomes stories or coded failures, soon, and never an exception.</summary>
public sealed class MutatedInputTests
{
    private const int Rounds = 250;

    /// <summary>Far above what any takes; a hang is a failed test and not a slow one.</summary>
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(20);

    private static readonly string[] s_insertions = ["<div>", "</div>", "<table><tr><td>", "<![CDATA[", "]]>", "<!--", "-->", "&#x110000;", "&lt;", "\"", "'", "{", "}", "[", "]", "\0", "\uFFFD", "\u202E", "<p>", "<script>", "WARC/1.0\r\n", "Content-Length: 99999999999\r\n", "<item>", "<a href=", "\r\n\r\n"];

    public static TheoryData<string> Seeds => [.. s_seeds.Keys];

    private static readonly Dictionary<string, byte[]> s_seeds = new(StringComparer.Ordinal)
    {
        ["page.html"] = Utf8("<!doctype html><html lang=en><head><title>Harbour reopens</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Harbour reopens\",\"datePublished\":\"2020-10-02\",\"author\":{\"name\":\"Ada Brandt\"}}</script><meta property=og:title content=Harbour></head><body><article><h1>Harbour reopens</h1><figure><img><figcaption>The port. Photo: AP</figcaption></figure><p>Ferries will sail on Monday, the minister said.<p>\u201cWe are ready,\u201d she said.<ul><li>one<li>two</ul><blockquote>Ready</blockquote><table><tr><td>x</table></article><aside>Read more</aside></body></html>"),
        ["feed.xml"] = Utf8("<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Coast</title><item><title>A &amp; B</title><content:encoded><![CDATA[<p>Ferries sail, he said.</p>]]></content:encoded><pubDate>Fri, 02 Oct 2020 09:00:00 GMT</pubDate></item><item><title>C</title><description>D</description></item></channel></rss>"),
        ["feed.json"] = Utf8("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Coast\",\"items\":[{\"id\":\"1\",\"title\":\"A\",\"content_html\":\"<p>Ferries sail.</p>\",\"date_published\":\"2020-10-02T00:00:00Z\"}]}"),
        ["item.xml"] = Utf8("<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:a\"><itemMeta><itemClass qcode=\"ninat:text\"/></itemMeta><contentMeta><headline>Harbour</headline><contentCreated>2020-10-02</contentCreated></contentMeta><contentSet><inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Ferries sail.</p></body></html></inlineXML></contentSet></newsItem>"),
        ["rows.jsonl"] = Utf8("{\"id\":\"a\",\"text\":\"Ferries will sail, he said.\",\"date\":\"2020-10-02\"}\n{\"html\":\"<p>Port opens.</p>\"}\n"),
        ["story.txt"] = Utf8("HARBOUR REOPENS\n\nBy Ada Brandt\n\nOSLO, May 3 (AP) \u2014 Ferries will sail on Monday.\n\n\u201cReady,\u201d she said.\n"),
        ["crawl.warc"] = Utf8("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/a\r\nWARC-Date: 2020-10-02T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: 113\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><h1>Harbour</h1><p>Ferries sail.</p></body></html>\r\n\r\n"),
        ["news.zip"] = Zip("a.txt", "Ferries will sail on Monday, the minister said."),
        ["rows.jsonl.gz"] = Gzip("{\"id\":\"a\",\"text\":\"Ferries will sail, he said.\"}\n"),
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Mutations_end_in_stories_or_coded_failures(string name)
    {
        Random random = new(name.Length * 7919);
        Stopwatch clock = new();
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = Mutate(s_seeds[name], random);
            clock.Restart();
            foreach ((StoryInput input, Func<Story> read) in TestPipeline.Stories(name, bytes))
            {
                try
                {
                    Story story = read();
                    Assert.All(story.Blocks, block => Assert.InRange(block.Span.End, block.Span.Start, story.Text.Length));
                }
                catch (StoryFormatException failure)
                {
                    Assert.StartsWith("DL1", failure.Code, StringComparison.Ordinal);
                    Assert.Contains(input.File, failure.Message, StringComparison.Ordinal);
                }
            }
            Assert.True(clock.Elapsed < s_most, $"{name}, round {round}: {clock.Elapsed}. Bytes: {Convert.ToBase64String(bytes.AsSpan(0, Math.Min(bytes.Length, 3000)))}");
        }
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        List<byte> bytes = [.. seed];
        for (int change = random.Next(1, 6); change > 0; change--)
        {
            int at = random.Next(bytes.Count + 1), length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: for (int i = at; i < at + length; i++) { bytes[i] = (byte)random.Next(256); } break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: bytes.InsertRange(at, Utf8(s_insertions[random.Next(s_insertions.Length)])); break;
                default: bytes.InsertRange(at, Utf8(string.Concat(Enumerable.Repeat(s_insertions[random.Next(s_insertions.Length)], random.Next(1, 2000))))); break;
            }
        }
        return [.. bytes];
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(string text)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest)) { gzip.Write(Utf8(text)); }
        return packed.ToArray();
    }

    private static byte[] Zip(string name, string text)
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry(name).Open();
            entry.Write(Utf8(text));
        }
        return packed.ToArray();
    }
}
