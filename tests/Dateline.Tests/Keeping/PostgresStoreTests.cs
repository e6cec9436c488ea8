using Dateline.Store;
using Dateline.Store.Query;
using Npgsql;
using Xunit;

namespace Dateline.Tests.Keeping;

/// <summary>The store in a PostgreSQL base of a real server.</summary>
public sealed class PostgresStoreTests : StoreContract
{
    private readonly string _address;

    public PostgresStoreTests()
    {
        Assert.SkipWhen(PostgresServer.Trouble is not null, PostgresServer.Trouble ?? "");
        _address = PostgresServer.Emptied();
    }

    protected override string Db => _address;

    public override void Dispose() { }

    [Fact]
    public void A_base_without_a_store_and_a_server_that_turns_us_away_say_so_without_the_password()
    {
        Assert.Contains("no store in this base", Assert.Throws<StoreException>(() => new StoreReader(_address)).Message, StringComparison.Ordinal);
        foreach (string wrong in (string[])[_address.Replace("secret", "hush", StringComparison.Ordinal), _address.Replace("/postgres?", "/nobase?", StringComparison.Ordinal), "postgres://me:hush@127.0.0.1:1/news", "postgres://me:hush@host", "postgres://me:hush@/news?colour=red"])
        {
            string message = Assert.Throws<StoreException>(() => new StoryStore(wrong)).Message;
            Assert.DoesNotContain("hush", message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_query_finds_its_stories()
    {
        Add(Read("a", Attack, "2016-05-04"), Read("b", Talks, "2016-06-04"));
        using StoreReader reader = new(Db);
        foreach (TheoryDataRow<string, int> row in Queries) { AssertFinds(reader, row.Data.Item1, row.Data.Item2); }
    }

    [Fact]
    public void All_readers_say_the_same_as_of_a_file()
    {
        StoryRecords[] stories = [.. Enumerable.Range(0, 12).Select(i => Read("s" + i, (i % 2 == 0 ? Attack : Talks) + " Ferry " + i + ".", $"2016-0{1 + (i % 3)}-1{i % 4}"))];
        string file = Path.Combine(Directory.CreateTempSubdirectory("dateline-twin-").FullName, "news.db");
        foreach (string db in (string[])[_address, file])
        {
            using StoryStore store = new(db);
            foreach (StoryRecords story in stories) { store.Add(story); }
            store.Save(new Dateline.Store.Feeds.FeedState { Url = "https://coast.example/feed.xml", Asked = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), Due = new DateTime(2020, 1, 2, 0, 0, 0, DateTimeKind.Utc) });
            store.Commit();
        }
        using StoreReader server = new(_address), twin = new(file);
        Assert.Equal(Told(twin), Told(server));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    // Everything that pages and exports show, as text.
    private static string Told(StoreReader reader)
    {
        List<object?> told = [];
        foreach (TheoryDataRow<string, int> row in Queries)
        {
            StoreQuery query = QueryParser.Parse(row.Data.Item1);
            told.Add(row.Data.Item1);
            told.Add(reader.Count(query));
            foreach (HitKind kind in Enum.GetValues<HitKind>())
            {
                StorePage page = reader.Find(query, kind, 5);
                told.AddRange(page.Hits);
                told.Add(page.Next);
                told.AddRange(reader.All(query, kind));
            }
            foreach (string facet in (string[])["outlet", "month", "speaker", "act", "code", "country"]) { told.AddRange(reader.Facet(query, facet).Cast<object>()); }
            EventReader events = new(reader);
            told.AddRange(events.Places(query, 10).Cast<object>());
            told.AddRange(events.Timeline(query).Cast<object>());
            told.Add(events.Missing(query));
            told.AddRange(new Dateline.Store.Panels.PanelReader(reader).Read(query, byAdmin1: true, Dateline.Store.Panels.PanelPeriod.Month).Rows.Select(r => $"{r.Country} {r.Admin1} {r.Period} {r.Plover} {r.Mentions} {r.Stories} {r.Undated} {r.Exposure}"));
        }
        LedgerReader ledger = new(reader);
        foreach (LedgerName name in ledger.Names("", 20).Concat(ledger.Names("MACRON", 5)))
        {
            told.Add(name);
            told.Add(ledger.IsPublic(name.Name));
            told.AddRange(ledger.Roles(name.Name).Cast<object>());
        }
        told.AddRange(new WireReader(reader).Find(QueryParser.Parse(""), 5).Stories.Select(s => $"{s.Id} {s.Published} {s.IsCopy} {s.Statements} {s.Events} {string.Join(';', s.Speakers)} {string.Join(';', s.Reported)}"));
        SourceReader sources = new(reader);
        told.AddRange(sources.All().Select(s => $"{s.Outlet} {s.Stories} {s.First} {s.Last} {s.Undated} {s.Languages} {s.Copies} {s.Statements} {s.Events}"));
        told.AddRange(sources.Feeds(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)).Cast<object>());
        told.Add(reader.Newest());
        return string.Join('\n', told);
    }

    [Fact]
    public void A_store_of_a_newer_program_is_not_touched()
    {
        new StoryStore(_address).Dispose();
        using (NpgsqlConnection connection = PostgresServer.Connect())
        {
            using NpgsqlCommand command = new("UPDATE meta SET value = '99' WHERE key = 'schema'", connection);
            Assert.Equal(1, command.ExecuteNonQuery());
        }
        Assert.Contains("Use the newer program", Assert.Throws<StoreException>(() => new StoryStore(_address)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_the_server_cannot_hold_is_kept_in_the_record()
    {
        StoryRecords story = Read("nul", "Odd \0 news\n\nOSLO, June 3 (AP) - The minister said \ud83d it was late.", "2016-06-04");
        using (StoryStore store = new(_address))
        {
            store.Add(story);
            store.Commit();
        }
        using StoreReader reader = new(_address);
        Assert.Equal(story.Story.Text, reader.Story("nul")!.Story.Text);
        Assert.Single(reader.Find(QueryParser.Parse("minister"), HitKind.Stories, 5).Hits);
    }

    [Fact]
    public void Names_addresses_and_texts_of_any_length_are_held_and_found()
    {
        // Letters that no index can pack: 6,000 of them are more than an ordered index takes.
        string endless = string.Concat(Enumerable.Range(0, 6000).Select(i => (char)('a' + (i * 7919 % 26) - (i % 3 == 0 ? 32 : 0))));
        StoryRecords story = Read("long", "Old mayor\n\nOSLO, June 3 (AP) - Erdoğan met the mayor. " + string.Concat(Enumerable.Repeat("the ship ", 20_000)) + "sailed late.", "2016-06-04");
        story = story with
        {
            Story = story.Story with { Url = "https://coast.example/" + endless, Outlet = endless },
            Entities = [.. story.Entities, new Dateline.Entities.Entity { Id = "e99", Name = endless, Type = Dateline.Entities.EntityType.Organization, Mentions = [] }],
        };
        using (StoryStore store = new(_address))
        {
            Assert.Equal(AddOutcome.Added, store.Add(story));
            Assert.Equal(AddOutcome.Known, store.Add(story));
            store.Commit();
        }
        using StoreReader reader = new(_address);
        foreach (string query in (string[])["\"ship sailed late\"", "erdogan"]) { AssertFinds(reader, query, 1); }
        AssertFinds(reader, "\"ship ship\"", 0);
    }

    protected override long Number(string sql)
    {
        using NpgsqlConnection connection = PostgresServer.Connect();
        using NpgsqlCommand command = new(sql, connection);
        return (long)command.ExecuteScalar()!;
    }

    protected override void AssertNowhere(string word)
    {
        foreach (string table in (string[])["story", "words", "statement", "event", "party", "entity", "place", "name", "redaction"])
        {
            Assert.Equal(0, Number($"SELECT count(*) FROM {table} t WHERE t::text ILIKE '%{word}%'"));
        }
    }
}
