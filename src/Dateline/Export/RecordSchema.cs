using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Dateline.Text;

namespace Dateline.Export;

/// <summary>The JSON Schema of a line of NDJSON, made from the record types, so that it cannot drift from what is written.</summary>
public static class RecordSchema
{
    /// <summary>The schema as indented JSON (draft 2020-12), with a line end.</summary>
    public static string Text => Build().ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", TypeInfoResolver = RecordJson.Plain }) + "\n";

    private static JsonObject Build() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$id"] = "records.schema.json",
        ["title"] = $"A line of {StoryRecords.SchemaVersion}: the records of a story, or why there are none",
        ["oneOf"] = new JsonArray(Of(RecordJson.Plain.StoryRecords, "The records of one story."), Of(RecordJson.Plain.FailedStory, "A story that could not be read.")),
    };

    private static JsonNode Of(JsonTypeInfo type, string description)
    {
        JsonSchemaExporterOptions options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };
        JsonNode schema = type.GetJsonSchemaAsNode(options);
        if (schema is JsonObject record) { record.Insert(0, "description", description); }
        return schema;
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.TypeInfo.Type == typeof(TextSpan) || context.TypeInfo.Type == typeof(TextSpan?)) { return Span(); }
        if (schema is not JsonObject node) { return schema; }
        // Absent is absent: null is never written, so no type allows it.
        if (node["type"] is JsonArray types)
        {
            List<string> known = [.. types.Select(t => t!.GetValue<string>()).Where(t => t != "null")];
            node["type"] = known.Count == 1 ? known[0] : new JsonArray([.. known.Select(t => JsonValue.Create(t))]);
        }
        if (node["enum"] is JsonArray values && values.Any(v => v is null))
        {
            node["enum"] = new JsonArray([.. values.Where(v => v is not null).Select(v => v!.DeepClone())]);
        }
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object) { Require(context.TypeInfo, node); }
        return node;
    }

    /// <summary>Everything that cannot be null is always written.</summary>
    private static void Require(JsonTypeInfo type, JsonObject node)
    {
        JsonArray required = new([.. type.Properties.Where(p => p.Get is not null && !p.IsGetNullable && !IsNullableValue(p.PropertyType)).Select(p => (JsonNode)JsonValue.Create(p.Name))]);
        if (required.Count > 0) { node["required"] = required; }
    }

    private static bool IsNullableValue(Type type) => Nullable.GetUnderlyingType(type) is not null;

    private static JsonObject Span() => new()
    {
        ["description"] = "Half-open range of story.text in Unicode code points.",
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
        ["minItems"] = 2,
        ["maxItems"] = 2,
    };
}
