using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Pages;

/// <summary><c>/sources</c>: how far each outlet is covered, how late it is read, and how the watched feeds fare.</summary>
internal sealed class SourcesPage(StoreReaders readers, TimeProvider time)
{
    /// <summary>How long the state of feeds is kept: it changes whenever one is asked, without a story being added.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(5);

    private KeptOutlets? _outlets;
    private KeptFeeds? _feeds;

    /// <summary>Answers with the page.</summary>
    public async Task Get(HttpContext context)
    {
        (IReadOnlyList<SourceRow> outlets, IReadOnlyList<FeedRow> feeds) = await readers.Use(reader => (Rows(reader), Feeds(reader)), context.RequestAborted).ConfigureAwait(false);
        PageHead head = new("Sources", "/sources", "", new DataLinks("/sources", "", DataLinks.Tables));
        await Html.Write(context, Slices.SourcesPage.Create(new SourcesModel(head, outlets, feeds, time.GetUtcNow()))).ConfigureAwait(false);
    }

    /// <summary>Every outlet; kept until a story is added.</summary>
    public IReadOnlyList<SourceRow> Rows(StoreReader reader)
    {
        long newest = reader.Newest();
        if (_outlets is { } kept && kept.Newest == newest) { return kept.Rows; }
        IReadOnlyList<SourceRow> rows = new SourceReader(reader).All();
        _outlets = new KeptOutlets(newest, rows);
        return rows;
    }

    /// <summary>Every watched feed; kept for a few seconds.</summary>
    public IReadOnlyList<FeedRow> Feeds(StoreReader reader)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_feeds is { } kept && now - kept.At < s_fresh) { return kept.Rows; }
        IReadOnlyList<FeedRow> rows = new SourceReader(reader).Feeds(now.UtcDateTime);
        _feeds = new KeptFeeds(now, rows);
        return rows;
    }

    private sealed record KeptOutlets(long Newest, IReadOnlyList<SourceRow> Rows);

    private sealed record KeptFeeds(DateTimeOffset At, IReadOnlyList<FeedRow> Rows);
}
