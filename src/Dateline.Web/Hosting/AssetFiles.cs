using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Hosting;

/// <summary><c>/assets/HASH/NAME</c>.</summary>
internal static class AssetFiles
{
    /// <summary>Answers with the file; its address changes with its bytes, so it may be kept for a year.</summary>
    public static Task Get(HttpContext context) => Send(context, context.Request.RouteValues["name"] as string ?? "");

    /// <summary>Answers with the file of a name; without its hash in the address it may change.</summary>
    public static Task Send(HttpContext context, string name)
    {
        if (Assets.Find(name) is not { } asset) { return Fault.Write(context, 404, "no-such-page", "There is no such file."); }
        context.Response.ContentType = asset.Type;
        context.Response.Headers.CacheControl = (context.Request.RouteValues["hash"] as string) == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return context.Response.Body.WriteAsync(asset.Bytes, context.RequestAborted).AsTask();
    }
}
