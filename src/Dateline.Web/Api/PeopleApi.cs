using System.Text.Json;
using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Dateline.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Api;

/// <summary>People in public roles and bodies, and the ledger of one.</summary>
internal sealed class PeopleApi(StoreReaders readers, ListApi lists, PeoplePage people)
{
    /// <summary>The list of people in public roles and of bodies, or with <c>?name=</c> a ledger.</summary>
    public async Task Get(HttpContext context, DataFormat format)
    {
        string name = context.Request.Query["name"].ToString(), words = context.Request.Query["words"].ToString();
        if (name.Length == 0)
        {
            if (format == DataFormat.GeoJson) { throw new ArgumentException("people.geojson needs a name: it gives the events of one ledger."); }
            IReadOnlyList<LedgerName> names = await readers.Use(reader => people.Names(reader, words), context.RequestAborted).ConfigureAwait(false);
            await Answer.Table(context, format, new AnswerHead("people", words), names, ApiJson.Relaxed.LedgerName, "name,type,country,sector,role,stories",
                (row, n) => row.Text(n.Name).Text(n.Type).Text(n.Country).Text(n.Sector).Text(n.Role).Number<long>(n.Stories)).ConfigureAwait(false);
            return;
        }
        LedgerModel? ledger = await readers.Use(reader => PeoplePage.Ledger(reader, name), context.RequestAborted).ConfigureAwait(false);
        if (ledger is null)
        {
            await Fault.Write(context, 404, "no-ledger", $"There is no ledger for \"{name}\": only bodies and people in public roles have one.").ConfigureAwait(false);
            return;
        }
        switch (format)
        {
            case DataFormat.GeoJson:
                await lists.Stream(context, HitKind.Events, format, [.. ledger.Parts.Where(p => p.Kind == HitKind.Events).Select(p => QueryParser.Parse(p.Query))]).ConfigureAwait(false);
                break;
            case DataFormat.Csv or DataFormat.Ndjson:
                await lists.Stream(context, HitKind.Statements, format, [.. ledger.Parts.Where(p => p.Kind == HitKind.Statements).Select(p => QueryParser.Parse(p.Query))]).ConfigureAwait(false);
                break;
            default:
                await Answer.Object(context, "ledger", "", writer =>
                {
                    writer.WriteString("name", ledger.Name);
                    writer.WriteStartArray("roles");
                    foreach (LedgerRole role in ledger.Roles) { JsonSerializer.Serialize(writer, role, ApiJson.Relaxed.LedgerRole); }
                    writer.WriteEndArray();
                    writer.WriteStartArray("parts");
                    foreach (LedgerPart part in ledger.Parts)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("title", part.Title);
                        writer.WriteString("kind", ListApi.Name(part.Kind));
                        writer.WriteString("query", part.Query);
                        writer.WriteBoolean("hasMore", part.HasMore);
                        writer.WriteStartArray("items");
                        foreach (StoreHit hit in part.Hits) { JsonSerializer.Serialize(writer, hit, ApiJson.Relaxed.StoreHit); }
                        writer.WriteEndArray();
                        writer.WriteEndObject();
                    }
                    writer.WriteEndArray();
                }).ConfigureAwait(false);
                break;
        }
    }
}
