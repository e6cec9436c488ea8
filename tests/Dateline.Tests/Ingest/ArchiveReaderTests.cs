using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Dateline.Ingest;
using Dateline.Stories;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>Web archives: what is a story in them, and what happens to damaged ones.</summary>
public sealed class ArchiveReaderTests
{
    private const string Page = "<html><head><title>Harbour reopens</title></head><body><p>The harbour reopened on Sunday, two days after the storm had flooded it.</p></body></html>";

    [Fact]
    public void A_page_is_a_story_with_address_instant_and_offset()
    {
        byte[] info = Gzip(Record("warcinfo", "a: b", "application/warc-fields"));
        byte[] archive = [.. info, .. Gzip(Record("request", "GET / HTTP/1.1\r\n\r\n")), .. Gzip(Record("response", Http(Page)))];
        Story story = Read(archive).Single().Read();
        Assert.Equal("https://news.example/1", story.Url);
        Assert.Equal("2019-05-05T10:00:00Z", story.Retrieved);
        Assert.Equal("crawl.warc.gz", story.Archive!.Warc);
        Assert.Equal(info.Length + Gzip(Record("request", "GET / HTTP/1.1\r\n\r\n")).Length, story.Archive.Offset);
        Assert.Contains("The harbour reopened on Sunday", story.Text, StringComparison.Ordinal);
        Assert.Empty(story.Diagnostics);
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Type: text/html")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: image/png")]
    public void Other_answers_and_media_are_no_stories(string head) =>
        Assert.Equal(DiagnosticCodes.NoStory, Read(Record("response", head + "\r\n\r\n" + Page)).Single().Input.Failure!.Code);

    [Fact]
    public void Chunks_are_joined_and_compression_is_undone()
    {
        byte[] packed = Gzip(Encoding.UTF8.GetBytes(Page));
        byte[] head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray();
        byte[] chunked = [.. head, .. "a\r\n"u8, .. packed[..10], .. "\r\n"u8, .. Encoding.ASCII.GetBytes($"{packed.Length - 10:x}\r\n"), .. packed[10..], .. "\r\n0\r\n\r\n"u8];
        Assert.Contains("The harbour reopened", Read(Record("response", chunked)).Single().Read().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Renamed_headers_say_nothing_about_the_stored_body() =>
        Assert.Contains("The harbour", Read(Record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Crawler-Content-Encoding: br\r\nX-Crawler-Transfer-Encoding: chunked\r\n\r\n" + Page)).Single().Read().Text, StringComparison.Ordinal);

    [Fact]
    public void A_body_that_was_already_decoded_is_taken_as_it_is() =>
        Assert.Contains("The harbour", Read(Record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + Page)).Single().Read().Text, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_digest_is_said_and_a_right_one_is_not()
    {
        string right = "sha1:" + Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(Http(Page))));
        Assert.Empty(Read(Record("response", Http(Page), digest: right)).Single().Read().Diagnostics);
        Assert.Equal([DiagnosticCodes.WrongDigest], Read(Record("response", Http(Page), digest: "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")).Single().Read().Diagnostics.Select(d => d.Code));
    }

    [Theory]
    [InlineData("1000000000000")]
    [InlineData("-5")]
    [InlineData("10")]
    public void A_wrong_length_in_a_gzip_member_ends_with_the_member(string length)
    {
        byte[] archive = [.. Gzip(Record("response", Http(Page), length: length)), .. Gzip(Record("response", Http(Page)))];
        Story[] stories = [.. Read(archive).Select(s => s.Read())];
        Assert.Equal(2, stories.Length);
        Assert.Equal([DiagnosticCodes.WrongLength], stories[0].Diagnostics.Select(d => d.Code));
        Assert.Empty(stories[1].Diagnostics);
        Assert.Equal(stories[1].Text, stories[0].Text);
    }

    [Fact]
    public void A_file_that_is_cut_short_is_read_to_the_break()
    {
        byte[] one = Gzip(Record("response", Http(Page)));
        IReadOnlyList<(StoryInput Input, Func<Story> Read)> stories = Read([.. one, .. one[..^20]]);
        Assert.Contains("The harbour", stories[0].Read().Text, StringComparison.Ordinal);
        Assert.Equal(DiagnosticCodes.Damaged, stories[1].Input.Failure!.Code);
        Assert.Equal(one.Length, stories[1].Input.Archive!.Offset);
    }

    [Fact]
    public void What_is_damaged_costs_only_itself()
    {
        byte[] one = Gzip(Record("response", Http(Page)));
        byte[] broken = [.. one];
        broken.AsSpan(60, 40).Fill(0xFF);
        IReadOnlyList<(StoryInput Input, Func<Story> Read)> stories = Read([.. one, .. broken, .. one]);
        Assert.Contains("The harbour", stories[0].Read().Text, StringComparison.Ordinal);
        Assert.Contains(stories, s => s.Input.Failure?.Code == DiagnosticCodes.Damaged);
        Assert.Equal(one.Length * 2, stories[^1].Read().Archive!.Offset);
    }

    [Fact]
    public void A_record_that_grows_without_end_is_left()
    {
        byte[] one = Gzip(Record("response", Http(Page)));
        byte[] bomb = Gzip(Record("response", Http(new string('a', 30_000_000))));
        IReadOnlyList<(StoryInput Input, Func<Story> Read)> stories = Read([.. bomb, .. one]);
        Assert.Equal(DiagnosticCodes.TooLarge, stories[0].Input.Failure!.Code);
        Assert.Contains("The harbour", stories[^1].Read().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_many_members_is_cut_at_each()
    {
        // Members of growing length, so that their ends fall anywhere in the reader's buffers.
        using MemoryStream archive = new();
        for (int i = 0; i < 300; i++) { archive.Write(Gzip(Record("response", Http(Page + Convert.ToHexString(SHA512.HashData(BitConverter.GetBytes(i)).AsSpan(0, i % 64)) + new string('b', i * 37))))); }
        IReadOnlyList<(StoryInput Input, Func<Story> Read)> stories = Read(archive.ToArray());
        Assert.Equal(300, stories.Count);
        Assert.All(stories, s => Assert.Null(s.Input.Failure));
    }

    [Fact]
    public void An_ARC_file_is_read()
    {
        string http = Http(Page);
        string arc = $"filedesc://crawl.arc 0.0.0.0 20190505100000 text/plain 20\n1 0 Example\n\n1234567\n\nhttps://news.example/a b 1.2.3.4 20190505100000 text/html {http.Length}\n{http}\n";
        Story story = TestPipeline.Stories("crawl.arc", Encoding.ASCII.GetBytes(arc)).Single().Read();
        Assert.Equal("https://news.example/a%20b", story.Url);
        Assert.Equal("2019-05-05T10:00:00Z", story.Retrieved);
        Assert.Contains("The harbour", story.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<(StoryInput Input, Func<Story> Read)> Read(byte[] archive) => TestPipeline.Stories("crawl.warc.gz", archive);

    private static string Http(string page) => "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;

    private static byte[] Record(string type, string content, string contentType = "application/http", string? length = null, string? digest = null) =>
        Record(type, Encoding.UTF8.GetBytes(content), contentType, length, digest);

    private static byte[] Record(string type, byte[] content, string contentType = "application/http", string? length = null, string? digest = null)
    {
        string head = string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Date: 2019-05-05T10:00:00Z\r\nWARC-Target-URI: <https://news.example/1>\r\nContent-Type: {contentType}\r\n")
            + (digest is null ? "" : $"WARC-Block-Digest: {digest}\r\n") + $"Content-Length: {length ?? content.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. content, .. "\r\n\r\n"u8];
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal)) { gzip.Write(bytes); }
        return packed.ToArray();
    }
}
