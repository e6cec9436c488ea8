using Microsoft.AspNetCore.Http;
using RazorSlices;

namespace Dateline.Web.Hosting;

/// <summary>Sends a page.</summary>
internal static class Html
{
    /// <summary>Renders whole before anything is sent, so that an error on the way is an error to the browser too.</summary>
    public static async Task Write(HttpContext context, RazorSlice slice, int status = 200)
    {
        using MemoryStream page = new();
        await slice.RenderAsync(page, PageEncoder.Instance, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = status == 200 ? "no-cache" : "no-store";
        await context.Response.Body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), context.RequestAborted).ConfigureAwait(false);
    }
}
