using System.Text.Json;
using Dateline.Export;
using Xunit;

namespace Dateline.Tests.Export;

/// <summary>The published schema says what is written.</summary>
public sealed class RecordSchemaTests
{
    private static readonly string s_path = Path.Combine(Repository.Root, "docs", "reference", "records.schema.json");

    [Fact]
    public void The_published_schema_is_the_one_of_the_types()
    {
        if (Environment.GetEnvironmentVariable("DATELINE_UPDATE_DOCS") is "1") { File.WriteAllText(s_path, RecordSchema.Text); }
        Assert.Equal(RecordSchema.Text, File.ReadAllText(s_path));
    }

    [Fact]
    public void A_story_s_line_keeps_to_the_schema()
    {
        StoryRecords records = TestPipeline.Pipeline.Read(TestPipeline.Story(Dateline.Ingest.InputFormat.PlainText,
            "Harbour reopens\n\nOSLO, May 3 (AP) — More than 300 ferries will sail from Bergen on Monday, Transport Minister Ada Brandt told reporters. \"We are ready,\" she said."u8.ToArray(), "2019-05-03"));
        using JsonDocument schema = JsonDocument.Parse(RecordSchema.Text);
        using JsonDocument line = JsonDocument.Parse(new NdjsonWriter().Write(records));
        Assert.Empty(Breaches(line.RootElement, schema.RootElement.GetProperty("oneOf")[0], "$"));
    }

    /// <summary>The keywords our schema uses, checked as JSON Schema means them; unknown fields are a breach too.</summary>
    private static IEnumerable<string> Breaches(JsonElement value, JsonElement schema, string path)
    {
        string type = schema.TryGetProperty("type", out JsonElement t) ? t.GetString()! : "any";
        bool fits = (type, value.ValueKind) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("any", _) => true,
            ("number", JsonValueKind.Number) => true,
            ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            _ => false,
        };
        if (!fits) { yield return $"{path}: {value.ValueKind} where the schema says {type}"; yield break; }
        if (schema.TryGetProperty("enum", out JsonElement values) && !values.EnumerateArray().Any(v => v.ValueEquals(value.GetString()))) { yield return $"{path}: \"{value}\" is not in the enum"; }
        if (type == "array" && schema.TryGetProperty("items", out JsonElement items))
        {
            foreach (string breach in value.EnumerateArray().SelectMany((item, i) => Breaches(item, items, $"{path}[{i}]"))) { yield return breach; }
        }
        if (type != "object") { yield break; }
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (!schema.GetProperty("properties").TryGetProperty(property.Name, out JsonElement own)) { yield return $"{path}.{property.Name}: not in the schema"; continue; }
            foreach (string breach in Breaches(property.Value, own, $"{path}.{property.Name}")) { yield return breach; }
        }
        if (!schema.TryGetProperty("required", out JsonElement required)) { yield break; }
        foreach (JsonElement name in required.EnumerateArray())
        {
            if (!value.TryGetProperty(name.GetString()!, out _)) { yield return $"{path}: {name} is missing"; }
        }
    }
}
