using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Pages;

/// <summary><c>/about</c>: versions, scores, licences.</summary>
internal sealed class AboutPage(StoreReaders readers, FacetCache facets, ServerOptions options)
{
    private static readonly Lazy<IReadOnlyList<(string, string, string)>> s_scores = new(() => ScoreRows(Assets.Text("readme")));

    /// <summary>Answers with the page.</summary>
    public async Task Get(HttpContext context)
    {
        AboutModel model = await readers.Use(reader =>
        {
            StoreQuery all = QueryParser.Parse("");
            return new AboutModel
            {
                Head = new PageHead("About the data", "/about", "", new DataLinks("/about", "", ["json"])), Title = options.Title ?? "this store",
                Counts = facets.Of(reader, all, []).Counts, Coder = NewestCoder(reader), Scores = s_scores.Value, Notice = Assets.Text("notice"),
                CanWrite = options.Token is not null, CanRead = options.Reader is not null,
            };
        }, context.RequestAborted).ConfigureAwait(false);
        await Html.Write(context, Slices.AboutPage.Create(model)).ConfigureAwait(false);
    }

    /// <summary>Who coded the story added last; null for an empty store.</summary>
    public static Coder? NewestCoder(StoreReader reader) =>
        reader.Find(QueryParser.Parse(""), HitKind.Stories, 1).Hits is [var newest] ? reader.Story(newest.Id)?.Coder : null;

    /// <summary>The rows of the table that <c>./test scores</c> writes into README.</summary>
    private static List<(string, string, string)> ScoreRows(string readme)
    {
        List<(string, string, string)> rows = [];
        bool inTable = false;
        foreach (string line in readme.Split('\n'))
        {
            if (line.StartsWith("<!-- ", StringComparison.Ordinal)) { inTable = line.StartsWith("<!-- scores", StringComparison.Ordinal); }
            if (!inTable || !line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("| what", StringComparison.Ordinal)) { continue; }
            if (line.Trim('|', ' ').Split(" | ") is [var what, var items, var score]) { rows.Add((what, items, score)); }
        }
        return rows;
    }
}
