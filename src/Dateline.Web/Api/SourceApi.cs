using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Dateline.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Api;

/// <summary>Outlets with their coverage, and the feeds that are watched.</summary>
internal sealed class SourceApi(StoreReaders readers, SourcesPage sources)
{
    /// <summary>What the store holds of each outlet.</summary>
    public async Task Outlets(HttpContext context, DataFormat format)
    {
        IReadOnlyList<SourceRow> rows = await readers.Use(sources.Rows, context.RequestAborted).ConfigureAwait(false);
        await Answer.Table(context, format, new AnswerHead("sources", ""), rows, ApiJson.Relaxed.SourceRow, "outlet,stories,first,last,undated,languages,copies,statements,events,added,silent_days,lag_stories,lag_median_minutes,lag_p90_minutes",
            (row, s) => row.Text(s.Outlet).Number<long>(s.Stories).Text(s.First).Text(s.Last).Number<long>(s.Undated).Text(s.Languages).Number<long>(s.Copies).Number<long>(s.Statements).Number<long>(s.Events).Text(s.Added)
                .Number(s.SilentDays).Number(s.Lag?.Stories).Number(s.Lag?.Median).Number(s.Lag?.P90)).ConfigureAwait(false);
    }

    /// <summary>How each watched feed fares.</summary>
    public async Task Feeds(HttpContext context, DataFormat format)
    {
        IReadOnlyList<FeedRow> rows = await readers.Use(sources.Feeds, context.RequestAborted).ConfigureAwait(false);
        await Answer.Table(context, format, new AnswerHead("feeds", ""), rows, ApiJson.Relaxed.FeedRow, "url,outlet,state,asked,changed,due,failures,error,stories,lag_stories,lag_median_minutes,lag_p90_minutes",
            (row, f) => row.Text(f.Url).Text(f.Outlet).Text(f.State).Text(f.Asked).Text(f.Changed).Text(f.Due).Number<int>(f.Failures).Text(f.Error).Number<long>(f.Stories)
                .Number(f.Lag?.Stories).Number(f.Lag?.Median).Number(f.Lag?.P90)).ConfigureAwait(false);
    }
}
