using System.Text.Json;
using Dateline.Export;
using Dateline.Provenance;
using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Dateline.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Api;

/// <summary>A story, and why a record of it is as it is.</summary>
internal sealed class StoryApi(StoreReaders readers, ListApi lists)
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
                    await Answer.Send(context, format == DataFormat.Ndjson ? "application/x-ndjson; charset=utf-8" : "application/json; charset=utf-8", body).ConfigureAwait(false);
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
        await Answer.Object(context, "why", "", writer =>
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
}
