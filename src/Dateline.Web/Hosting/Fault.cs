using System.Text.Json;
using Dateline.Store.Query;
using Dateline.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Hosting;

/// <summary>Every error, in one shape: a page where a page was asked for, else <c>{"error": {"code", "message", "query", "position"}}</c>.</summary>
internal static class Fault
{
    /// <summary>Answers with an error.</summary>
    public static async Task Write(HttpContext context, int status, string code, string message, QueryFault? query = null)
    {
        if (context.Response.HasStarted) { return; }
        // What every answer says to the browser stays.
        context.Response.Headers.ContentDisposition = default;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = status;
        if (WantsPage(context.Request))
        {
            await Html.Write(context, Slices.FaultPage.Create(new FaultModel(status, code, message, query)), status).ConfigureAwait(false);
            return;
        }
        context.Response.ContentType = "application/json; charset=utf-8";
        await using Utf8JsonWriter writer = new(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", code);
        writer.WriteString("message", message);
        if (query is not null)
        {
            writer.WriteString("query", query.Query);
            writer.WriteNumber("position", query.Position);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>True for a browser that opens a page, not for data that somebody fetches.</summary>
    private static bool WantsPage(HttpRequest request) =>
        Path.GetExtension(request.Path.Value) is not (".json" or ".ndjson" or ".csv" or ".geojson") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
