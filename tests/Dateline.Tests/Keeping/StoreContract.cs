using System.Text;
using Dateline.Ingest;
using Dateline.Store;
using Dateline.Store.Panels;
using Dateline.Store.Query;
using Dateline.Store.Recoding;
using Xunit;

namespace Dateline.Tests.Keeping;

/// <summary>The store, whatever database holds it: nothing twice, nothing lost, what is asked for is found.</summary>
public abstract class StoreContract : IDisposable
{
    internal const string Attack = "Army shells town\n\nNAIROBI, May 3 (AP) - Turkish soldiers attacked a village in Idlib on Monday, French President Emmanuel Macron told reporters. \"We confirm the attack,\" Macron said.\n\nPolice in Nairobi arrested 20 protesters on Tuesday.";
    internal const string Talks = "Leaders meet\n\nOSLO, June 3 (AP) - Kenya's president met Norway's prime minister in Oslo on Sunday. The minister denied that money was discussed.";

    /// <summary>Where the store of this test lies.</summary>
    protected abstract string Db { get; }

    /// <summary>A number that a query of SQL gives.</summary>
    protected abstract long Number(string sql);

    /// <summary>That no file and no row holds a word.</summary>
    protected abstract void AssertNowhere(string word);

    public abstract void Dispose();

    [Fact]
    public void Adding_twice_is_harmless()
    {
        StoryRecords story = Read("a", Attack, "2016-05-04");
        Assert.Equal([AddOutcome.Added, AddOutcome.Known], Add(story, story));
        Assert.Equal([AddOutcome.Known], Add(story));
        using StoreReader reader = new(Db);
        Assert.Equal(1, reader.Count(QueryParser.Parse("")).Stories);
    }

    [Fact]
    public void A_new_version_is_in_force_and_the_old_one_is_kept()
    {
        Assert.Equal([AddOutcome.Added, AddOutcome.Superseded], Add(Read("a", Attack, "2016-05-04"), Read("a", Talks, "2016-05-04")));
        using StoreReader reader = new(Db);
        Assert.Equal("Leaders meet", Assert.Single(reader.Find(QueryParser.Parse(""), HitKind.Stories, 10).Hits).Headline);
        Assert.Equal(2, Number("SELECT count(*) FROM story"));
        Assert.Equal(1, Number("SELECT count(*) FROM current_story"));
    }

    [Fact]
    public void A_word_for_word_copy_is_marked() =>
        Assert.Equal([AddOutcome.Added, AddOutcome.Copied], Add(Read("a", Attack, "2016-05-04"), Read("b", Attack, "2016-05-04")));

    [Fact]
    public void A_recoded_story_tells_what_became_of_each_record()
    {
        StoryRecords now = Read("a", Attack, "2016-05-04");
        // As an older coder might have read it: the first statement missed, another place for the second, a happening that is none.
        StoryRecords before = now with
        {
            Coder = now.Coder is { } coder ? coder with { Knowledge = "older" } : new Coder { Version = "0", Knowledge = "older", Models = "-" },
            Statements = [.. now.Statements.Skip(1).Select((s, i) => s with { Id = $"s{i + 1}", Parent = null, Repeats = null })],
            Events = [.. now.Events, now.Events[0] with { Id = "v99", Plover = "YIELD" }],
        };
        IReadOnlyList<RecordChange> changes = RecordDiff.Of(before, now);
        Assert.Contains(new RecordChange("a", "event", RecordFate.Withdrawn, "v99", null), changes);
        Assert.Contains(changes, c => c is { Kind: "statement", Fate: RecordFate.Added, New: "s1" });
        Assert.Contains(changes, c => c is { Kind: "statement", Old: "s1", New: "s2" });
        Assert.All(changes.Where(c => c.Kind == "place"), c => Assert.Equal(RecordFate.Kept, c.Fate));

        Assert.Equal([AddOutcome.Added], Add(before));
        using (StoryStore store = new(Db))
        {
            Assert.Equal(AddOutcome.Superseded, store.Recode(now, changes));
            store.Commit();
        }
        using StoreReader reader = new(Db);
        Assert.Equal(now.Statements.Count, reader.Count(QueryParser.Parse("")).Statements);
        Assert.Equal("s2", reader.Successor("a", "s1"));
        Assert.Null(reader.Successor("a", "v99"));
        Assert.Equal("v1", reader.Successor("a", "v1"));
    }

    [Fact]
    public void A_panel_counts_mentions_by_place_and_period_and_says_what_it_leaves_out()
    {
        Add(Read("a", Attack, "2016-05-04"), Read("b", Talks, "2016-06-04"), Read("c", "Quiet day\n\nOSLO, June 5 (AP) - The sea was calm.", "2016-06-05"));
        using StoreReader reader = new(Db);
        Panel panel = new PanelReader(reader).Read(QueryParser.Parse("status:reported background:no"), byAdmin1: false, PanelPeriod.Month);
        PanelRow attack = Assert.Single(panel.Rows, r => r.Plover == "ASSAULT");
        Assert.Equal(("SYR", "2016-05", 1L, 1L, 1L), (attack.Country, attack.Period, attack.Mentions, attack.Stories, attack.Exposure));
        Assert.All(panel.Rows.Where(r => r.Period == "2016-06"), r => Assert.Equal(2, r.Exposure));
        Assert.Equal(reader.Count(QueryParser.Parse("status:reported background:no")).Events, panel.Mentions);
        Assert.Equal(panel.Mentions, panel.Rows.Sum(r => r.Mentions));
        Assert.Equal(3, panel.Stories);
        Assert.Equal("2016-W18", Assert.Single(new PanelReader(reader).Read(QueryParser.Parse("code:ASSAULT"), byAdmin1: true, PanelPeriod.Week).Rows).Period);
    }

    [Fact]
    public void A_person_who_is_taken_out_is_nowhere_and_every_offset_still_fits()
    {
        StoryRecords first = Read("a", Attack, "2016-05-04"), later = Read("c", "Macron speaks\n\nPARIS, May 5 (AP) - \"We go on,\" President Emmanuel Macron said on Thursday.", "2016-05-05");
        Add(first, Read("b", Talks, "2016-06-04"));
        using (StoryStore store = new(Db))
        {
            Assert.Equal(1, store.Redact("emmanuel macron"));
            store.Add(later);
            store.Commit();
        }
        using (StoreReader reader = new(Db))
        {
            Assert.Empty(reader.Find(QueryParser.Parse("speaker:Macron"), HitKind.Statements, 10).Hits);
            Assert.Empty(reader.Find(QueryParser.Parse("Macron"), HitKind.Stories, 10).Hits);
            StoryRecords redacted = reader.Story("a")!;
            Assert.Equal(1, redacted.Story.Redacted);
            Assert.Contains("French President ████████ ██████ told reporters", redacted.Story.Text, StringComparison.Ordinal);
            Assert.Equal(first.Statements.Select(s => s.Content.Spans[0]), redacted.Statements.Select(s => s.Content.Spans[0]));
            Assert.Equal(first.Events.Count, redacted.Events.Count);
            Assert.Contains("██████ speaks", reader.Story("c")!.Story.Text, StringComparison.Ordinal);
            Assert.NotEmpty(reader.Find(QueryParser.Parse("village"), HitKind.Stories, 10).Hits);
            Assert.Null(reader.Story("b")!.Story.Redacted);
        }
        AssertNowhere("macron");
    }

    [Fact]
    public void A_writer_and_a_reader_at_work_learn_of_a_redaction()
    {
        Add(Read("b", Talks, "2016-06-04"));
        using StoryStore writer = new(Db);
        using StoreReader reader = new(Db);
        long newest = reader.Newest();
        using (StoryStore other = new(Db)) { other.Redact("Emmanuel Macron"); }
        Assert.NotEqual(newest, reader.Newest());
        writer.Add(Read("a", Attack, "2016-05-04"));
        writer.Commit();
        Assert.Equal(1, reader.Story("a")!.Story.Redacted);
    }

    [Fact]
    public void What_is_not_committed_is_not_there()
    {
        using (StoryStore store = new(Db)) { store.Add(Read("a", Attack, "2016-05-04")); }
        using StoreReader reader = new(Db);
        Assert.Equal(0, reader.Count(QueryParser.Parse("")).Stories);
    }

    /// <summary>Queries, and how many of the two stories each finds.</summary>
    public static TheoryData<string, int> Queries => new()
    {
        { "", 2 },
        { "village", 1 },
        { "VILLAGE nobody", 0 },
        { "\"confirm the attack\"", 1 },
        { "-village", 1 },
        { "speaker:Macron", 1 },
        { "speaker:\"Emmanuel Macron\"", 1 },
        { "speaker:macron", 1 },
        { "speaker:Mac", 0 },
        { "speaker:FRA", 1 },
        { "speaker:\"=Emmanuel Macron\"", 1 },
        { "speaker:=Macron", 0 },
        { "about:\"=emmanuel macron\"", 1 },
        { "actor:=police", 1 },
        { "content:\"the attack\"", 1 },
        { "when:2016-05-02", 1 },
        { "when:2016", 2 },
        { "when:1999", 0 },
        { "box:5,55,15,65", 1 },
        { "box:none", 1 },
        { "polarity:denied", 1 },
        { "act:deny speaker:minister", 1 },
        { "act:deny speaker:Macron", 0 },
        { "act:deny act:assert", 2 },
        { "code:ASSAULT", 1 },
        { "code:COERCE/arrest actor:KEN", 1 },
        { "code:17", 1 },
        { "code:CONSULT actor:NOR", 1 },
        { "code:ASSAULT code:CONSULT", 2 },
        { "code:ASSAULT -about:FRA", 0 },
        { "place:Oslo", 1 },
        { "place:NOR", 1 },
        { "since:2016-06", 1 },
        { "until:2016-05-04", 1 },
        { "since:2017", 0 },
        { "min:1", 2 },
        { "about:%", 0 },
    };

    /// <summary>That a query finds so many of the two stories, in every way of asking.</summary>
    protected static void AssertFinds(StoreReader reader, string query, int stories)
    {
        StoreQuery parsed = QueryParser.Parse(query);
        Assert.Equal((query, stories, stories), (query, reader.Find(parsed, HitKind.Stories, 10).Hits.Count, (int)reader.Count(parsed).Stories));
        foreach (HitKind kind in Enum.GetValues<HitKind>()) { Assert.NotNull(reader.Find(parsed, kind, 10)); }
        Assert.Equal(stories, reader.Records(parsed).Count());
    }

    [Fact]
    public void Pages_hold_every_hit_once_in_a_stable_order()
    {
        Add([.. Enumerable.Range(0, 23).Select(i => Read("s" + i, Attack + " Ferry " + i + ".", i % 3 == 0 ? "2016-05-04" : "2016-05-05"))]);
        using StoreReader reader = new(Db);
        foreach (HitKind kind in Enum.GetValues<HitKind>())
        {
            List<string> all = [.. reader.Find(QueryParser.Parse("village"), kind, 1000).Hits.Select(h => h.Id)], paged = [];
            string? next = null;
            do
            {
                StorePage page = reader.Find(QueryParser.Parse("village"), kind, 5, next);
                paged.AddRange(page.Hits.Select(h => h.Id));
                next = page.Next;
            }
            while (next is not null);
            Assert.Equal(all, paged);
            Assert.Equal(all.Count, all.Distinct().Count());
        }
        Assert.Throws<ArgumentException>(() => reader.Find(QueryParser.Parse(""), HitKind.Stories, 5, "nonsense"));
    }

    [Fact]
    public void Facets_count_and_records_come_back_whole()
    {
        StoryRecords story = Read("a", Attack, "2016-05-04");
        Add(story, Read("b", Talks, "2016-06-04"));
        using StoreReader reader = new(Db);
        Assert.Contains(new FacetCount("Emmanuel Macron", 2), reader.Facet(QueryParser.Parse(""), "speaker"));
        Assert.Contains(reader.Facet(QueryParser.Parse("village"), "code"), c => c.Value == "COERCE");
        StoryRecords back = Assert.Single(reader.Records(QueryParser.Parse("village")));
        Assert.Equal(new Dateline.Export.NdjsonWriter().Write(story), new Dateline.Export.NdjsonWriter().Write(back));
    }

    [Fact]
    public void Hostile_text_in_a_query_stays_a_value()
    {
        Add(Read("a", Attack, "2016-05-04"));
        using StoreReader reader = new(Db);
        foreach (string query in (string[])["speaker:'", "\"' OR 1=1 --\"", "about:\"x') OR (1=1\"", "village* OR NEAR(", "outlet:\\", "x\0y"]) { Assert.Empty(reader.Find(QueryParser.Parse(query), HitKind.Stories, 5).Hits); }
    }

    protected AddOutcome[] Add(params StoryRecords[] stories)
    {
        using StoryStore store = new(Db);
        AddOutcome[] outcomes = [.. stories.Select(store.Add)];
        store.Commit();
        return outcomes;
    }

    internal static StoryRecords Read(string id, string text, string date) => TestPipeline.Pipeline.Read(TestPipeline.Story(InputFormat.JsonLine,
        Encoding.UTF8.GetBytes(new System.Text.Json.Nodes.JsonObject { ["id"] = id, ["text"] = text, ["date"] = date }.ToJsonString())));
}
