using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>Feeds that are watched: asked politely, kept once, whatever happens in between.</summary>
public sealed class WatchTests : IDisposable
{
    private const int Items = 120, Kills = 50;
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_has_not_changed_is_not_sent_again_and_what_is_new_is_added()
    {
        int items = 2;
        bool changed = true;
        using WebServer server = new(path => path != "/feed" ? WebServer.Status("404 Not Found")
            : changed ? Feed(items, $"ETag: \"v{items.ToString(CultureInfo.InvariantCulture)}\"\r\nLast-Modified: Fri, 02 Oct 2020 10:00:00 GMT\r\n") : WebServer.Status("304 Not Modified"));
        string list = _folder.Write("feeds.opml", $"<opml version=\"2.0\"><body><outline text=\"Coast\"><outline type=\"rss\" xmlUrl=\"{server["/feed"]}\"/></outline></body></opml>");
        Assert.Contains("2 stories added", Once(list).Errors, StringComparison.Ordinal);
        changed = false;
        CliResult same = Once(list);
        Assert.Equal(0, same.ExitCode);
        Assert.Contains("(1 unchanged), 0 stories added", same.Errors, StringComparison.Ordinal);
        Assert.Contains("If-None-Match: \"v2\"", server.Requests[^1], StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Fri, 02 Oct 2020 10:00:00 GMT", server.Requests[^1], StringComparison.Ordinal);
        (changed, items) = (true, 3);
        Assert.Contains("1 stories added", Once(list).Errors, StringComparison.Ordinal);
        Assert.Equal(3, Cli.Run("export", "--db", _folder["news.db"]).Lines.Length);
    }

    [Fact]
    public void A_feed_that_fails_is_told_with_its_next_time_and_one_that_is_gone_is_not_asked_again()
    {
        using WebServer server = new(path => path switch { "/busy" => WebServer.Status("503 Service Unavailable", "Retry-After: 7200\r\n"), "/gone" => WebServer.Status("410 Gone"), _ => WebServer.Status("404 Not Found") });
        string list = _folder.Write("feeds.txt", server["/busy"] + "  # a list of lines\n" + server["/gone"] + "\n");
        CliResult first = Once(list);
        Assert.Equal(1, first.ExitCode);
        Assert.Contains("answered 503", first.Errors, StringComparison.Ordinal);
        DateTime next = DateTime.UtcNow.AddHours(2);
        Assert.Matches($"Asked again at {next.AddMinutes(-1):yyyy-MM-dd HH:}|Asked again at {next:yyyy-MM-dd HH:}", first.Errors);
        Assert.Contains("not asked again", first.Errors, StringComparison.Ordinal);
        int before = server.Requests.Count(r => r.Contains("/gone", StringComparison.Ordinal));
        Once(list);
        Assert.Equal(before, server.Requests.Count(r => r.Contains("/gone", StringComparison.Ordinal)));
        Assert.Equal(2, Cli.Run("watch", _folder.Write("none.txt", "nothing\n"), "--db", _folder["x.db"]).ExitCode);
        Assert.Equal(3, Cli.Run("watch", _folder["missing.opml"], "--db", _folder["x.db"]).ExitCode);
    }

    [Fact]
    public void Killed_again_and_again_nothing_is_lost_and_nothing_is_there_twice()
    {
        using WebServer server = new(path => path.StartsWith("/feed", StringComparison.Ordinal) ? Feed(Items, "ETag: \"one\"\r\n", path) : WebServer.Status("404 Not Found"));
        string[] command = ["watch", server["/feed1"], server["/feed2"], server["/feed3"], "--db", _folder["news.db"], "--once", "--allow-private"];
        Random random = new(11);
        for (int i = 0; i < Kills; i++)
        {
            using Process process = Cli.Start(command);
            process.StandardInput.Close();
            Thread.Sleep(random.Next(50, 600));
            process.Kill();
            process.WaitForExit();
        }
        Assert.Equal(0, Cli.Run(command).ExitCode);
        string[] ids = [.. Cli.Run("export", "--db", _folder["news.db"]).Lines.Select(line => ReadTests.Json(line).GetProperty("story").GetProperty("id").GetString()!)];
        Assert.Equal(3 * Items, ids.Length);
        Assert.Equal(3 * Items, ids.Distinct(StringComparer.Ordinal).Count());
    }

    private CliResult Once(string list) => Cli.Run("watch", list, "--db", _folder["news.db"], "--once", "--allow-private");

    private static string Feed(int items, string fields, string name = "")
    {
        StringBuilder feed = new("<rss version=\"2.0\"><channel><title>Coast News</title>");
        for (int i = 0; i < items; i++)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>Ferry {i} sails</title><guid isPermaLink=\"false\">tag:coast.example,2020:{name}{i}</guid><pubDate>Fri, 02 Oct 2020 10:00:00 GMT</pubDate><description>Ferry {i} will sail again on Monday, Transport Minister Ada Brandt said in Oslo.</description></item>");
        }
        return WebServer.Ok("application/rss+xml\r\n" + fields.TrimEnd(), feed.Append("</channel></rss>").ToString());
    }
}
