using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dateline.Export;
using Dateline.Provenance;
using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Dateline.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Api;

/// <summary>The screens that are no lists of hits: a story, why a record is as it is, people, sources, what the data is.</summary>
internal sealed class ScreenApi(StoreReaders readers, FacetCache facets, ListApi lists, PeoplePage people, SourcesPage sources)
{
    /// <summary>A story: its record with text; its statements and events as rows; its events as features.</summary>
    public async Task Story(HttpContext context, string id, DataFormat format)
    {
        byte[]? line = await readers.Use(reader => reader.Line(id), context.RequestAborted).ConfigureAwait(false);
        if (line is null)
        {
            await Fault.Write(context, 404, "no-such-story", $"There is no story \"{id}\" in this store.").ConfigureAwait(false);
            return;
        }
        StoreQuery query = QueryParser.Parse($"id:\"{id.Replace('"', ' ')}\"");
        switch (format)
        {
            case DataFormat.Csv:
                await lists.Rows(context, query).ConfigureAwait(false);
                break;
            case DataFormat.GeoJson:
                await lists.Stream(context, HitKind.Events, format, [query]).ConfigureAwait(false);
                break;
            default:
                using (MemoryStream body = new())
                {
                    if (format == DataFormat.Ndjson)
                    {
                        body.Write(line);
                        body.WriteByte((byte)'\n');
                    }
                    else
                    {
                        using Utf8JsonWriter writer = new(body, ApiJson.Writing);
                        writer.WriteStartObject();
                        new AnswerHead("story", query.Text).Write(writer);
                        writer.WritePropertyName("record");
                        writer.WriteRawValue(line, skipInputValidation: true);
                        writer.WriteEndObject();
                    }
                    await ListApi.Send(context, format == DataFormat.Ndjson ? "application/x-ndjson; charset=utf-8" : "application/json; charset=utf-8", body).ConfigureAwait(false);
                }
                break;
        }
    }

    /// <summary>A record's words, rules and chain.</summary>
    public async Task Why(HttpContext context)
    {
        if (await WhyPage.Explain(readers, context, context.Request.Query["story"].ToString(), context.Request.Query["r"].ToString()).ConfigureAwait(false) is not { } why) { return; }
        int[]? points = RecordJson.CodePointOffsets(why.Story.Story.Text);
        int At(int offset) => points is null ? offset : points[offset];
        await Write(context, "why", "", writer =>
        {
            writer.WriteString("id", why.Story.Story.Id + "#" + why.Id);
            writer.WriteString("what", why.Kind);
            writer.WriteString("context", why.Context.In(why.Story.Story.Text));
            writer.WriteStartArray("words");
            foreach (ExplainedWords words in why.Words)
            {
                writer.WriteStartObject();
                writer.WriteString("field", words.Field);
                writer.WriteString("words", words.Span.In(why.Story.Story.Text));
                writer.WriteNumber("start", At(words.Span.Start));
                writer.WriteNumber("end", At(words.Span.End));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("fields");
            foreach (ExplainedField field in why.Fields)
            {
                writer.WriteStartObject();
                writer.WriteString("name", field.Name);
                writer.WriteString("value", field.Value);
                if (field.Rule is { } rule)
                {
                    writer.WriteString("rule", rule);
                    if (RuleTable.Default.Find(rule) is { } described) { writer.WriteString("does", described.Does); }
                }
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("chain");
            foreach (ChainLink link in why.Chain)
            {
                writer.WriteStartObject();
                writer.WriteString("voice", link.Voice);
                if (link.Statement is { } statement) { writer.WriteString("statement", statement); }
                if (link.Cue is { } cue) { writer.WriteString("cue", cue); }
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }).ConfigureAwait(false);
    }

    /// <summary>The list of people in public roles and of bodies, or with <c>?name=</c> a ledger.</summary>
    public async Task People(HttpContext context, DataFormat format)
    {
        string name = context.Request.Query["name"].ToString(), words = context.Request.Query["words"].ToString();
        if (name.Length == 0)
        {
            if (format == DataFormat.GeoJson) { throw new ArgumentException("people.geojson needs a name: it gives the events of one ledger."); }
            IReadOnlyList<LedgerName> names = await readers.Use(reader => people.Names(reader, words), context.RequestAborted).ConfigureAwait(false);
            await Table(context, format, new AnswerHead("people", words), names, ApiJson.Relaxed.LedgerName, "name,type,country,sector,role,stories",
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
                await Write(context, "ledger", "", writer =>
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

    /// <summary>What the store holds of each outlet.</summary>
    public async Task Sources(HttpContext context, DataFormat format)
    {
        IReadOnlyList<SourceRow> rows = await readers.Use(sources.Rows, context.RequestAborted).ConfigureAwait(false);
        await Table(context, format, new AnswerHead("sources", ""), rows, ApiJson.Relaxed.SourceRow, "outlet,stories,first,last,undated,languages,copies,statements,events,added",
            (row, s) => row.Text(s.Outlet).Number<long>(s.Stories).Text(s.First).Text(s.Last).Number<long>(s.Undated).Text(s.Languages).Number<long>(s.Copies).Number<long>(s.Statements).Number<long>(s.Events).Text(s.Added)).ConfigureAwait(false);
    }

    /// <summary>Counts and versions.</summary>
    public async Task About(HttpContext context)
    {
        ((long Stories, long Statements, long Events) counts, Coder? coder) = await readers.Use(reader => (facets.Of(reader, QueryParser.Parse(""), []).Counts, AboutPage.NewestCoder(reader)), context.RequestAborted).ConfigureAwait(false);
        await Write(context, "about", "", writer =>
        {
            writer.WriteNumber("stories", counts.Stories);
            writer.WriteNumber("statements", counts.Statements);
            writer.WriteNumber("events", counts.Events);
            if (coder is null) { return; }
            writer.WriteStartObject("coder");
            writer.WriteString("version", coder.Version);
            writer.WriteString("knowledge", coder.Knowledge);
            writer.WriteString("models", coder.Models);
            writer.WriteEndObject();
        }).ConfigureAwait(false);
    }

    private static async Task Write(HttpContext context, string kind, string query, Action<Utf8JsonWriter> fields)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter writer = new(body, ApiJson.Writing))
        {
            writer.WriteStartObject();
            new AnswerHead(kind, query).Write(writer);
            fields(writer);
            writer.WriteEndObject();
        }
        await ListApi.Send(context, "application/json; charset=utf-8", body).ConfigureAwait(false);
    }

    /// <summary>A table of which all rows are known.</summary>
    private static async Task Table<T>(HttpContext context, DataFormat format, AnswerHead head, IReadOnlyList<T> rows, JsonTypeInfo<T> json, string columns, Func<TableRow, T, TableRow> row)
    {
        using MemoryStream body = new();
        if (format == DataFormat.Csv)
        {
            StringBuilder text = new(columns + ",query,version,licence\n");
            foreach (T one in rows) { row(new CsvRow(text), one).Text(head.Query).Text(AnswerHead.Version).Text(AnswerHead.Licence).End(); }
            body.Write(Encoding.UTF8.GetBytes(text.ToString()));
            await ListApi.Send(context, "text/csv; charset=utf-8", body).ConfigureAwait(false);
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
        await ListApi.Send(context, format == DataFormat.Json ? "application/json; charset=utf-8" : "application/x-ndjson; charset=utf-8", body).ConfigureAwait(false);
    }
}
