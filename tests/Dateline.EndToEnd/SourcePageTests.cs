using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>The page of sources over a store into which feeds are watched: one that answers, one that fails, one that is gone.</summary>
public sealed class SourcePageTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_tells_of_each_feed_how_it_fares_and_why_as_a_page_and_as_data()
    {
        using WebServer web = new(path => path switch
        {
            "/feed" => WebServer.Ok("application/rss+xml", "<rss version=\"2.0\"><channel><title>Coast News</title>" + Item(1) + Item(2) + "</channel></rss>"),
            "/gone" => WebServer.Status("410 Gone"),
            "/busy" => WebServer.Status("503 Service Unavailable"),
            _ => WebServer.Status("404 Not Found"),
        });
        Cli.Run("watch", web["/feed"], web["/busy"], web["/gone"], "--db", _folder["news.db"], "--once", "--allow-private");
        using Process server = Cli.Start(["serve", "--db", _folder["news.db"], "--port", "0"]);
        try
        {
            string address = (await server.StandardError.ReadLineAsync())!.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
            using HttpClient client = new() { BaseAddress = new Uri(address) };
            JsonElement[] feeds = [.. JsonDocument.Parse(await client.GetStringAsync("/feeds.json")).RootElement.GetProperty("items").EnumerateArray()];
            Assert.Equal([("fails", web["/busy"]), ("gone", web["/gone"]), ("answers", web["/feed"])], feeds.Select(f => (f.GetProperty("state").GetString()!, f.GetProperty("url").GetString()!)));
            Assert.Contains("503", feeds[0].GetProperty("error").GetString(), StringComparison.Ordinal);
            Assert.Equal(("Coast News", 2), (feeds[2].GetProperty("outlet").GetString(), feeds[2].GetProperty("stories").GetInt32()));
            Assert.Equal(4, (await client.GetStringAsync("/feeds.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
            string page = WebUtility.HtmlDecode(await client.GetStringAsync("/sources"));
            foreach (string words in (string[])["1 of 3 watched feeds fails.", "▲ fails, once so far", "answered 503", "■ gone", "● answers", "Coast News", "in 15 minutes"]) { Assert.Contains(words, page, StringComparison.Ordinal); }
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static string Item(int number) => string.Create(CultureInfo.InvariantCulture,
        $"<item><title>Ferry {number} sails</title><guid isPermaLink=\"false\">tag:coast.example,2020:{number}</guid><pubDate>Fri, 02 Oct 2020 10:00:00 GMT</pubDate><description>Ferry {number} will sail again on Monday, Transport Minister Ada Brandt said in Oslo.</description></item>");
}
