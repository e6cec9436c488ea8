using System.Net;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Hosting;

/// <summary>What every answer says to the browser, and which requests are not answered at all.</summary>
internal sealed class SafeHeaders(RequestDelegate next, ServerOptions options)
{
    /// <summary>Nothing but our own style, scripts and pictures; nothing inline; no frame around us; forms go to us alone.</summary>
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task Invoke(HttpContext context)
    {
        if (!IsOurs(context.Request.Host.Host))
        {
            // A page of another site that has its name point at this machine must not read the store through the visitor's browser.
            return Fault.Write(context, 421, "wrong-host", $"This server does not answer for \"{context.Request.Host.Host}\". Start it with --host to serve under a name.");
        }
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    }

    /// <summary>On a loopback address only its own names are ours; whoever opens the server to a network names it as he likes.</summary>
    private bool IsOurs(string host)
    {
        bool loopback = options.Host == "localhost" || (IPAddress.TryParse(options.Host, out IPAddress? address) && IPAddress.IsLoopback(address));
        return !loopback || host is "localhost" or "[::1]" || (IPAddress.TryParse(host, out IPAddress? asked) && IPAddress.IsLoopback(asked));
    }
}
