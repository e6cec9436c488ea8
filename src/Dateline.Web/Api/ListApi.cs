using System.Text.Json;
using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Api;

/// <summary>Stories, statements and events of a query: a page as JSON, or all of them as a stream.</summary>
internal sealed class ListApi(StoreReaders readers, FacetCache facets)
{
    private const int UsualLimit = 100, MostLimit = 1000;

    /// <summary>A page with the number of all, and where the next page starts.</summary>
    public async Task Json(HttpContext context, HitKind kind)
    {
        StoreQuery query = Query(context);
        int limit = Limit(context);
        string after = context.Request.Query["after"].ToString();
        using MemoryStream body = new();
        await readers.Use(reader =>
        {
            using Utf8JsonWriter writer = new(body, ApiJson.Writing);
            writer.WriteStartObject();
            new AnswerHead(Name(kind), query.Text).Write(writer);
            (long stories, long statements, long events) = facets.Of(reader, query, []).Counts;
            writer.WriteStartObject("counts");
            writer.WriteNumber("stories", stories);
            writer.WriteNumber("statements", statements);
            writer.WriteNumber("events", events);
            writer.WriteEndObject();
            writer.WriteStartArray("items");
            string? next;
            if (kind == HitKind.Stories)
            {
                (IReadOnlyList<WireStory> page, next) = new WireReader(reader).Find(query, limit, after.Length > 0 ? after : null);
                foreach (WireStory story in page) { JsonSerializer.Serialize(writer, story, ApiJson.Relaxed.WireStory); }
            }
            else
            {
                (IReadOnlyList<StoreHit> page, next) = reader.Find(query, kind, limit, after.Length > 0 ? after : null);
                foreach (StoreHit hit in page) { JsonSerializer.Serialize(writer, hit, ApiJson.Relaxed.StoreHit); }
            }
            writer.WriteEndArray();
            if (next is not null) { writer.WriteString("next", next); }
            writer.WriteEndObject();
            return true;
        }, context.RequestAborted).ConfigureAwait(false);
        await Answer.Send(context, "application/json; charset=utf-8", body).ConfigureAwait(false);
    }

    /// <summary>All hits as CSV, NDJSON or GeoJSON.</summary>
    public Task Stream(HttpContext context, HitKind kind, DataFormat format) => Stream(context, kind, format, [Query(context)]);

    /// <summary>All hits of several queries, one after the other.</summary>
    public Task Stream(HttpContext context, HitKind kind, DataFormat format, IReadOnlyList<StoreQuery> queries) => readers.Stream(async reader =>
    {
        if (format == DataFormat.GeoJson) { kind = HitKind.Events; }
        AnswerHead head = new(Name(kind), string.Join(" or ", queries.Select(q => q.Text)));
        context.Response.ContentType = format switch { DataFormat.Csv => "text/csv; charset=utf-8", DataFormat.GeoJson => "application/geo+json", _ => "application/x-ndjson; charset=utf-8" };
        await using HitStream output = new(context.Response.Body, format, head);
        await output.Begin(context.RequestAborted).ConfigureAwait(false);
        if (format == DataFormat.Ndjson && kind == HitKind.Stories)
        {
            // Whole records, each line as read writes it, so that another store can add them.
            foreach (byte[] line in queries.SelectMany(reader.Lines)) { await output.Line(line, context.RequestAborted).ConfigureAwait(false); }
        }
        else
        {
            foreach (StoreHit hit in queries.SelectMany(q => reader.All(q, kind)).DistinctBy(h => h.Id, StringComparer.Ordinal)) { await output.Hit(hit, context.RequestAborted).ConfigureAwait(false); }
        }
        await output.End(context.RequestAborted).ConfigureAwait(false);
    }, context.RequestAborted);

    /// <summary>Statements, then events of a query, as one table.</summary>
    public Task Rows(HttpContext context, StoreQuery query) => readers.Stream(async reader =>
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        foreach (HitKind kind in (HitKind[])[HitKind.Statements, HitKind.Events])
        {
            await using HitStream output = new(context.Response.Body, DataFormat.Csv, new AnswerHead(Name(kind), query.Text));
            if (kind == HitKind.Statements) { await output.Begin(context.RequestAborted).ConfigureAwait(false); }
            foreach (StoreHit hit in reader.All(query, kind)) { await output.Hit(hit, context.RequestAborted).ConfigureAwait(false); }
            await output.End(context.RequestAborted).ConfigureAwait(false);
        }
    }, context.RequestAborted);

    /// <summary>The kind as it stands in answers and addresses.</summary>
    public static string Name(HitKind kind) => kind.ToString().ToLowerInvariant();

    private static StoreQuery Query(HttpContext context) => QueryParser.Parse(context.Request.Query["q"].ToString());

    private static int Limit(HttpContext context)
    {
        string text = context.Request.Query["limit"].ToString();
        if (text.Length == 0) { return UsualLimit; }
        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int limit) && limit is >= 1 and <= MostLimit
            ? limit : throw new ArgumentException($"limit is \"{text}\", expected a number from 1 to {MostLimit}. The formats csv, ndjson and geojson give everything.");
    }
}
