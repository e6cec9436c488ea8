using Dateline.Export;
using Dateline.Ingest;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Api;

/// <summary><c>POST /read</c>: codes a text that somebody sends, and stores nothing. Nothing is fetched: an address in it is only kept.</summary>
internal sealed class ReadApi(ServerOptions options) : IDisposable
{
    /// <summary>Coding keeps a core busy: half of them stay free for pages.</summary>
    private static readonly int s_atOnce = Math.Max(1, Environment.ProcessorCount / 2);

    private const int MostWaiting = 16;
    private readonly SemaphoreSlim _seats = new(s_atOnce);
    private int _waiting;

    /// <summary>Answers with the record, one line of NDJSON.</summary>
    public async Task Post(HttpContext context)
    {
        if (options.Reader is not { } reader)
        {
            await Fault.Write(context, 404, "no-such-page", "This server codes no texts.").ConfigureAwait(false);
            return;
        }
        if (Format(context.Request.ContentType) is not { } format)
        {
            await Fault.Write(context, 415, "type", "Send text/plain, text/html, or application/json with one object {\"text\", \"date\", \"title\", \"outlet\"}.").ConfigureAwait(false);
            return;
        }
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            context.Response.Headers.RetryAfter = "5";
            await Fault.Write(context, 503, "busy", "Too many texts are being coded. Try again in a few seconds.").ConfigureAwait(false);
            return;
        }
        ReadResult result;
        try
        {
            await _seats.WaitAsync(context.RequestAborted).ConfigureAwait(false);
            try
            {
                StoryInput input = new() { File = "request", Format = format, Bytes = body.ToArray() };
                result = await Task.Run(() => reader.Read(input), context.RequestAborted).ConfigureAwait(false);
            }
            finally
            {
                _seats.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        if (result.IsFailed)
        {
            await Fault.Write(context, 422, result.Failed.Error.Code, result.Failed.Error.Message).ConfigureAwait(false);
            return;
        }
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(new NdjsonWriter().Write(result.Records), context.RequestAborted).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _seats.Dispose();

    private static InputFormat? Format(string? type) => type?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/plain" => InputFormat.PlainText,
        "text/html" => InputFormat.Html,
        "application/json" => InputFormat.JsonLine,
        _ => null,
    };
}
