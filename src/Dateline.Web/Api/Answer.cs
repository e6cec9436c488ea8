using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dateline.Export;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Api;

/// <summary>Answers that are known whole before they are sent: an object, or a table in three formats.</summary>
internal static class Answer
{
    /// <summary>One object: the head, then its own fields.</summary>
    public static async Task Object(HttpContext context, string kind, string query, Action<Utf8JsonWriter> fields)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter writer = new(body, ApiJson.Writing))
        {
            writer.WriteStartObject();
            new AnswerHead(kind, query).Write(writer);
            fields(writer);
            writer.WriteEndObject();
        }
        await Send(context, "application/json; charset=utf-8", body).ConfigureAwait(false);
    }

    /// <summary>A table of which all rows are known.</summary>
    public static async Task Table<T>(HttpContext context, DataFormat format, AnswerHead head, IReadOnlyList<T> rows, JsonTypeInfo<T> json, string columns, Func<TableRow, T, TableRow> row)
    {
        using MemoryStream body = new();
        if (format == DataFormat.Csv)
        {
            StringBuilder text = new(columns + ",query,version,licence\n");
            foreach (T one in rows) { row(new CsvRow(text), one).Text(head.Query).Text(AnswerHead.Version).Text(AnswerHead.Licence).End(); }
            body.Write(Encoding.UTF8.GetBytes(text.ToString()));
            await Send(context, "text/csv; charset=utf-8", body).ConfigureAwait(false);
            return;
        }
        using (Utf8JsonWriter writer = new(body, ApiJson.Writing))
        {
            writer.WriteStartObject();
            head.Write(writer);
            if (format == DataFormat.Json)
            {
                writer.WriteStartArray("items");
                foreach (T one in rows) { JsonSerializer.Serialize(writer, one, json); }
                writer.WriteEndArray();
            }
            writer.WriteEndObject();
        }
        if (format == DataFormat.Ndjson)
        {
            foreach (T one in rows)
            {
                body.WriteByte((byte)'\n');
                JsonSerializer.Serialize(body, one, json);
            }
            body.WriteByte((byte)'\n');
        }
        await Send(context, format == DataFormat.Json ? "application/json; charset=utf-8" : "application/x-ndjson; charset=utf-8", body).ConfigureAwait(false);
    }

    /// <summary>Sends what has been written whole.</summary>
    public static async Task Send(HttpContext context, string type, MemoryStream body)
    {
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted).ConfigureAwait(false);
    }
}
