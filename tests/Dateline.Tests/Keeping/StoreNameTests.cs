using Dateline.Store;
using Xunit;

namespace Dateline.Tests.Keeping;

/// <summary>What of a store's name may be shown.</summary>
public sealed class StoreNameTests
{
    [Theory]
    [InlineData("news.db", "news.db")]
    [InlineData("postgres://host/news", "postgres://host/news")]
    [InlineData("postgres://me:hush@host:5433/news?sslmode=require", "postgres://host:5433/news")]
    [InlineData("POSTGRESQL://me:hush@host/news", "postgres://host/news")]
    [InlineData("postgres:///news?host=/run/postgresql&user=me&password=hush", "postgres:///news")]
    [InlineData("postgres://me:hu/sh@host/news", "postgres://host/news")]
    [InlineData("postgres://me:hu?sh@host/news", "postgres://host/news")]
    [InlineData("postgres://me:hu@sh@host/news", "postgres://host/news")]
    [InlineData("postgres://host/news?password=hu@sh", "postgres://sh")]
    [InlineData("postgres://", "postgres://")]
    public void A_password_is_never_shown(string name, string shown) => Assert.Equal(shown, StoreName.Shown(name));
}
