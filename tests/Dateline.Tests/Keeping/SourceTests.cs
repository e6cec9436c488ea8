using System.Globalization;
using System.Text;
using Dateline.Ingest;
using Dateline.Store;
using Dateline.Store.Feeds;
using Dateline.Store.Query;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dateline.Tests.Keeping;

/// <summary>What the store tells of its sources: coverage, silence, how feeds fare and how late their stories are read.</summary>
public sealed class SourceTests : IDisposable
{
    private const string Feed = "https://coast.example/feed.xml";
    private static readonly DateTime s_now = new(2020, 10, 31, 12, 0, 0, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-sources-").FullName;

    private string Db => Path.Combine(_folder, "news.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void An_outlet_that_stops_while_others_go_on_fell_silent()
    {
        Add([.. Enumerable.Range(1, 10).Select(day => Story("Coast News", day)), .. Enumerable.Range(1, 30).Select(day => Story("Harbour Post", day))]);
        IReadOnlyList<SourceRow> rows = Outlets();
        Assert.Equal((30, null), (rows[0].Days.Count, rows[0].SilentDays));
        Assert.Equal(("Coast News", 20), (rows[1].Outlet, rows[1].SilentDays));
        Assert.Equal("2020-10-30", rows[1].DaysUntil);
        Assert.Equal(10, rows[1].Days.Sum(d => d.Count));
    }

    [Fact]
    public void A_weekly_is_not_silent_between_its_issues_nor_is_one_of_which_little_is_known()
    {
        Add([.. Enumerable.Range(0, 4).Append(4).Select(week => Story("Weekly", 1 + (6 * week))), Story("Once", 1), Story("Daily", 31)]);
        Assert.All(Outlets(), row => Assert.Null(row.SilentDays));
    }

    [Fact]
    public void The_lag_is_from_publication_to_our_reading_and_what_lay_there_before_does_not_count()
    {
        Add([.. Enumerable.Range(1, 20).Select(day => Story("Coast News", day, "T10:00:00Z")), Story("Coast News", 21)]);
        Read(Feed, 1, "2020-10-10T10:05:00Z");
        // Read together when the feed was first asked, on the tenth; after that ten minutes late, once a day late.
        for (int n = 2; n <= 10; n++) { Read(Feed, n, "2020-10-10T10:05:00Z"); }
        for (int n = 11; n <= 19; n++) { Read(Feed, n, string.Create(CultureInfo.InvariantCulture, $"2020-10-{n:00}T10:10:00Z")); }
        Read(Feed, 20, "2020-10-21T10:00:00Z");
        Read(Feed, 21, "2020-10-22T10:00:00Z");
        Save(new FeedState { Url = Feed, Asked = s_now.AddMinutes(-5), Due = s_now.AddMinutes(10) });
        FeedRow feed = Assert.Single(Feeds());
        Assert.Equal(("answers", "Coast News", 21L, "2020-10-22T10:00:00Z"), (feed.State, feed.Outlet, feed.Stories, feed.Changed));
        Assert.Equal(new Lag(10, 10, 10), feed.Lag);
        Assert.Equal(feed.Lag, Outlets()[0].Lag);
    }

    [Fact]
    public void Stories_that_were_added_by_hand_have_no_lag()
    {
        Add(Story("Coast News", 1, "T10:00:00Z"));
        Read("https://coast.example/story.html", 1, "2020-10-02T10:00:00Z");
        Assert.Null(Outlets()[0].Lag);
        Assert.Empty(Feeds());
    }

    [Fact]
    public void Feeds_with_trouble_come_first_with_their_reason()
    {
        Save(new FeedState { Url = "https://a.example/", Asked = s_now, Due = s_now.AddMinutes(15) });
        Save(new FeedState { Url = "https://b.example/", Asked = s_now.AddDays(-1), Due = s_now.AddHours(-2) });
        Save(new FeedState { Url = "https://c.example/", Asked = s_now, Due = s_now, IsGone = true, Failures = 1, Error = "410" });
        Save(new FeedState { Url = "https://user:secret@d.example/", Asked = s_now, Due = s_now.AddHours(1), Failures = 3, Error = "503" });
        IReadOnlyList<FeedRow> feeds = Feeds();
        Assert.Equal(["fails", "gone", "overdue", "answers"], feeds.Select(f => f.State));
        Assert.Equal(("https://d.example/", 3, "503"), (feeds[0].Url, feeds[0].Failures, feeds[0].Error));
        Assert.Null(feeds[1].Due);
    }

    private IReadOnlyList<SourceRow> Outlets()
    {
        using StoreReader reader = new(Db);
        return new SourceReader(reader).All();
    }

    private IReadOnlyList<FeedRow> Feeds()
    {
        using StoreReader reader = new(Db);
        return new SourceReader(reader).Feeds(s_now);
    }

    private void Add(params StoryRecords[] stories)
    {
        using StoryStore store = new(Db);
        foreach (StoryRecords story in stories) { store.Add(story); }
        store.Commit();
    }

    private void Save(FeedState feed)
    {
        using StoryStore store = new(Db);
        store.Save(feed);
        store.Commit();
    }

    /// <summary>Has a story come from an address at an instant.</summary>
    private void Read(string address, int story, string added)
    {
        using SqliteConnection connection = new($"Data Source={Db}");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "UPDATE story SET file = $file, added = $added WHERE n = $n";
        command.Parameters.AddWithValue("$file", address);
        command.Parameters.AddWithValue("$added", added);
        command.Parameters.AddWithValue("$n", story);
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static StoryRecords Story(string outlet, int day, string clock = "") => TestPipeline.Pipeline.Read(TestPipeline.Story(InputFormat.JsonLine, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{{\"id\": \"{outlet} {day}\", \"text\": \"Ferry {day} of {outlet} sails.\", \"date\": \"2020-10-{day:00}{clock}\", \"outlet\": \"{outlet}\"}}"))));
}
