using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Dateline.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Api;

/// <summary>What the data is.</summary>
internal sealed class AboutApi(StoreReaders readers, FacetCache facets)
{
    /// <summary>Counts and versions.</summary>
    public async Task Get(HttpContext context)
    {
        ((long Stories, long Statements, long Events) counts, Coder? coder) = await readers.Use(reader => (facets.Of(reader, QueryParser.Parse(""), []).Counts, AboutPage.NewestCoder(reader)), context.RequestAborted).ConfigureAwait(false);
        await Answer.Object(context, "about", "", writer =>
        {
            writer.WriteNumber("stories", counts.Stories);
            writer.WriteNumber("statements", counts.Statements);
            writer.WriteNumber("events", counts.Events);
            if (coder is null) { return; }
            writer.WriteStartObject("coder");
            writer.WriteString("version", coder.Version);
            writer.WriteString("knowledge", coder.Knowledge);
            writer.WriteString("models", coder.Models);
            writer.WriteEndObject();
        }).ConfigureAwait(false);
    }
}
