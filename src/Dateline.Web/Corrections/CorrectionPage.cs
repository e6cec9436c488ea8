using System.Security.Cryptography;
using System.Text;
using Dateline.Provenance;
using Dateline.Web.Hosting;
using Dateline.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Corrections;

/// <summary><c>/correction</c>: as a download for everybody, and kept in a file where the server was started to keep it.</summary>
internal sealed class CorrectionPage(StoreReaders readers, ServerOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Answers with the line as a file; nothing is kept.</summary>
    public async Task Get(HttpContext context)
    {
        if (await WhyPage.Explain(readers, context, context.Request.Query["story"].ToString(), context.Request.Query["r"].ToString()).ConfigureAwait(false) is not { } explanation) { return; }
        if (await Line(context, explanation, context.Request.Query["should"].ToString(), context.Request.Query["note"].ToString()).ConfigureAwait(false) is not { } line) { return; }
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"corrections.ndjson\"";
        await context.Response.Body.WriteAsync(line, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Appends the line to the file, for whoever has the token.</summary>
    public async Task Post(HttpContext context)
    {
        if (options.Token is not { } token)
        {
            await Fault.Write(context, 403, "read-only", "This server writes nothing. Start it with --allow-write --token SECRET, or download the correction.").ConfigureAwait(false);
            return;
        }
        IFormCollection form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : FormCollection.Empty;
        if (!Same(token, Bearer(context) ?? form["token"].ToString()))
        {
            await Fault.Write(context, 401, "token", "The token is missing or wrong.").ConfigureAwait(false);
            return;
        }
        if (await WhyPage.Explain(readers, context, form["story"].ToString(), form["r"].ToString()).ConfigureAwait(false) is not { } explanation) { return; }
        if (await Line(context, explanation, form["should"].ToString(), form["note"].ToString()).ConfigureAwait(false) is not { } line) { return; }
        await _writing.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            await using FileStream file = new(options.Corrections, FileMode.Append, FileAccess.Write, FileShare.Read);
            await file.WriteAsync(line, context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
        context.Response.StatusCode = 303;
        context.Response.Headers.Location = Link.Record(explanation.Story.Story.Id, explanation.Id);
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private async Task<byte[]?> Line(HttpContext context, Explanation explanation, string should, string note)
    {
        if (should.Trim().Length > 0 && should.Length <= Correction.LongestLine && note.Length <= Correction.LongestLine) { return Correction.Line(explanation, should.Trim(), note.Trim(), time.GetUtcNow()); }
        await Fault.Write(context, 400, "parameter", $"\"should\" is the line as it should be, \"note\" may say why; at most {Correction.LongestLine} characters each.").ConfigureAwait(false);
        return null;
    }

    private static string? Bearer(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;

    /// <summary>Compared in the same time whatever is wrong.</summary>
    private static bool Same(string token, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
