using System.Text;
using Dateline.Store.Mcp;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Mcp;

/// <summary><c>POST /mcp</c>: the store for a language model, by the Model Context Protocol over stateless HTTP. A message in, its answer out; no session, no stream.</summary>
/// <seealso href="docs/how-to/mcp.md"/>
internal sealed class McpEndpoint(StoreReaders readers)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Answers a message; 202 for one that wants no answer.</summary>
    public async Task Answer(HttpContext context)
    {
        if (Refusal(context) is { } refusal)
        {
            await Fault.Write(context, refusal.Status, refusal.Code, refusal.Message).ConfigureAwait(false);
            return;
        }
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        if (Text(body) is not { } message)
        {
            await Fault.Write(context, 400, "encoding", "The message is not UTF-8.").ConfigureAwait(false);
            return;
        }
        McpReply reply = await readers.Use(reader => new McpServer(reader).Reply(message), context.RequestAborted).ConfigureAwait(false);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = reply.IsRefused ? 400 : reply.Line is null ? 202 : 200;
        if (reply.Line is null) { return; }
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(reply.Line, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Why a request is not looked at; null for one that is.</summary>
    private static (int Status, string Code, string Message)? Refusal(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = "POST";
            return (405, "method", "Send one message with POST: there are no sessions and no streams here.");
        }
        // A page of another site, in the visitor's browser, may not ask.
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOwn(origin, request)) { return (403, "origin", $"A page of \"{origin}\" may not ask here."); }
        if (!IsJson(request.ContentType)) { return (415, "type", "Send application/json: one message of JSON-RPC 2.0."); }
        if (request.Headers.Accept.ToString() is { Length: > 0 } accept && !accept.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("*/*", StringComparison.Ordinal) && !accept.Contains("application/*", StringComparison.OrdinalIgnoreCase))
        {
            return (406, "accept", "Answers are application/json.");
        }
        // Older clients do not send it.
        return request.Headers["MCP-Protocol-Version"].ToString() is { Length: > 0 } version && !McpServer.Revisions.Contains(version, StringComparer.Ordinal)
            ? (400, "protocol-version", $"The protocol's revision \"{version}\" is not spoken here; {string.Join(", ", McpServer.Revisions)} are.") : null;
    }

    private static bool IsOwn(string origin, HttpRequest request) => Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(string? type) => string.Equals(type?.Split(';')[0].Trim(), "application/json", StringComparison.OrdinalIgnoreCase);

    private static string? Text(MemoryStream body)
    {
        try
        {
            return s_utf8.GetString(body.GetBuffer(), 0, (int)body.Length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
