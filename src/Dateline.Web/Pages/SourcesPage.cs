using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Pages;

/// <summary><c>/sources</c>: how far each outlet is covered.</summary>
internal sealed class SourcesPage(StoreReaders readers)
{
    private (long Newest, IReadOnlyList<SourceRow> Rows)? _rows;

    /// <summary>Answers with the page.</summary>
    public async Task Get(HttpContext context)
    {
        IReadOnlyList<SourceRow> rows = await readers.Use(Rows, context.RequestAborted).ConfigureAwait(false);
        await Html.Write(context, Slices.SourcesPage.Create(new SourcesModel(new PageHead("Sources", "/sources", "", new DataLinks("/sources", "", DataLinks.Tables)), rows))).ConfigureAwait(false);
    }

    /// <summary>Every outlet; kept until a story is added.</summary>
    public IReadOnlyList<SourceRow> Rows(StoreReader reader)
    {
        long newest = reader.Newest();
        if (_rows is { } kept && kept.Newest == newest) { return kept.Rows; }
        IReadOnlyList<SourceRow> rows = new SourceReader(reader).All();
        _rows = (newest, rows);
        return rows;
    }
}
