using System.Text;
using Dateline.Store;
using Dateline.Store.Query;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dateline.Tests.Keeping;

/// <summary>The store in an SQLite file.</summary>
public sealed class StoreTests : StoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-store-").FullName;

    protected override string Db => Path.Combine(_folder, "news.db");

    public override void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_finds_its_stories(string query, int stories)
    {
        Add(Read("a", Attack, "2016-05-04"), Read("b", Talks, "2016-06-04"));
        using StoreReader reader = new(Db);
        AssertFinds(reader, query, stories);
    }

    [Theory]
    [InlineData("spaeker:x", 0, "no field \"spaeker\"")]
    [InlineData("a speaker:", 10, "a value for speaker")]
    [InlineData("\"open", 0, "not closed")]
    [InlineData("since:yesterday", 6, "no value for since")]
    [InlineData("act:sing", 4, "no value for act")]
    [InlineData("when:soon", 5, "no value for when")]
    [InlineData("box:1,2,3", 4, "no value for box")]
    [InlineData("min:2", 4, "no value for min")]
    [InlineData("background:maybe", 11, "yes or no")]
    public void A_mistake_says_where_it_is(string query, int position, string message)
    {
        QueryFault fault = Assert.Throws<QueryFault>(() => QueryParser.Parse(query));
        Assert.Equal(position, fault.Position);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_store_says_so()
    {
        Assert.Contains("no such store", Assert.Throws<StoreException>(() => new StoreReader(Db)).Message, StringComparison.Ordinal);
        File.WriteAllText(Db, "this is no database at all, only some text that is long enough to look at");
        Assert.Throws<StoreException>(() => new StoryStore(Db));
        string other = Path.Combine(_folder, "other.db");
        using (SqliteConnection connection = new($"Data Source={other}"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE x (y)";
            command.ExecuteNonQuery();
        }
        Assert.Contains("no store of Dateline", Assert.Throws<StoreException>(() => new StoryStore(other)).Message, StringComparison.Ordinal);
    }

    protected override long Number(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Db};Mode=ReadOnly");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    protected override void AssertNowhere(string word)
    {
        SqliteConnection.ClearAllPools();
        foreach (string file in Directory.GetFiles(_folder)) { Assert.DoesNotContain(word, Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.OrdinalIgnoreCase); }
    }
}
