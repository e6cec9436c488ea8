using System.Text.Json;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>Addresses as inputs.</summary>
public sealed class WebTests
{
    private const string Page = "<html><head><title>Harbour reopens</title></head><body><article><h1>Harbour reopens</h1><p>Ferries will sail from Bergen on Monday, Transport Minister Ada Brandt told reporters in Oslo.</p><p>The port had been closed for two weeks after a storm damaged the piers, she said.</p></article></body></html>";

    [Fact]
    public void A_page_is_fetched_with_its_address_after_redirects_and_asks_robots_first()
    {
        using WebServer server = new(path => path switch
        {
            "/robots.txt" => WebServer.Ok("text/plain", "User-agent: *\nDisallow: /private"),
            "/old" => WebServer.Status("301 Moved Permanently", "Location: /story\r\n"),
            "/story" => WebServer.Ok("text/html; charset=utf-8", Page),
            _ => WebServer.Status("404 Not Found"),
        });
        CliResult result = Cli.Run("read", server["/old"], "--allow-private");
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        using JsonDocument json = JsonDocument.Parse(Assert.Single(result.Lines));
        JsonElement story = json.RootElement.GetProperty("story");
        Assert.Equal(server["/story"], story.GetProperty("url").GetString());
        Assert.Equal(server["/old"], story.GetProperty("file").GetString());
        Assert.True(story.TryGetProperty("retrieved", out _));
        Assert.Contains("Ada Brandt", story.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("GET /robots.txt", server.Requests[0], StringComparison.Ordinal);
        Assert.All(server.Requests, request => Assert.Contains("User-Agent: Dateline/", request, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/private/story", true, "DL1003")]
    [InlineData("/missing", true, "DL1002")]
    [InlineData("/loop", true, "DL1002")]
    [InlineData("/inside", true, "DL1002")]
    [InlineData("/story", false, "DL1004")]
    public void What_may_not_or_cannot_be_fetched_is_a_coded_line_and_exit_code_3(string path, bool allowPrivate, string code)
    {
        using WebServer server = new(asked => asked switch
        {
            "/robots.txt" => WebServer.Ok("text/plain", "User-agent: *\nDisallow: /private"),
            "/loop" => WebServer.Status("302 Found", "Location: /loop\r\n"),
            "/inside" => WebServer.Status("302 Found", "Location: file:///etc/passwd\r\n"),
            "/story" => WebServer.Ok("text/html", Page),
            _ => WebServer.Status("404 Not Found"),
        });
        CliResult result = Cli.Run(["read", server[path], .. allowPrivate ? (string[])["--allow-private"] : []]);
        Assert.Equal(3, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(Assert.Single(result.Lines));
        Assert.Equal(code, json.RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(allowPrivate, server.Requests.Count > 0);
    }

    [Fact]
    public void A_feed_is_fetched_and_cut_into_its_items()
    {
        using WebServer server = new(path => path.StartsWith("/feed", StringComparison.Ordinal)
            ? WebServer.Ok("application/rss+xml", "<rss version=\"2.0\"><channel><title>Coast News</title><item><title>A</title><description>Ferries sail again, the minister said.</description></item><item><title>B</title><description>The port opens.</description></item></channel></rss>")
            : WebServer.Status("404 Not Found"));
        // What stands behind the question mark is no extension, and a feed's address is not that of its items.
        CliResult result = Cli.Run("read", server["/feed?file=a.pdf"], "--allow-private");
        Assert.Equal(2, result.Lines.Length);
        Assert.All(result.Lines, line => Assert.False(ReadTests.Json(line).GetProperty("story").TryGetProperty("url", out _)));
    }

    [Fact]
    public void A_password_in_an_address_stands_in_no_record()
    {
        using WebServer server = new(path => path == "/story" ? WebServer.Ok("text/html", "<html><body><h1>Harbour opens</h1><p>The harbour is open, the mayor said on Sunday.</p></body></html>") : WebServer.Status("404 Not Found"));
        CliResult result = Cli.Run("read", server["/story"].Replace("http://", "http://jane:secret@", StringComparison.Ordinal), "--allow-private");
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("secret", result.Output + result.Errors, StringComparison.Ordinal);
    }
}
