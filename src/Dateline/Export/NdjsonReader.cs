using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dateline.Text;

namespace Dateline.Export;

/// <summary>Lines of NDJSON back to records, spans counted in UTF-16 again. Thread-safe.</summary>
public sealed class NdjsonReader
{
    /// <summary>The records of one line, or null when the line tells of a failed story.</summary>
    /// <exception cref="JsonException">The line is no record of schema <c>dateline/1</c>.</exception>
    public StoryRecords? Read(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out JsonElement schema) || schema.ValueKind != JsonValueKind.String)
        {
            throw new JsonException("no \"schema\" in it");
        }
        if (schema.GetString() != StoryRecords.SchemaVersion) { throw new JsonException($"its schema is \"{schema.GetString()}\", expected \"{StoryRecords.SchemaVersion}\""); }
        if (root.TryGetProperty("error", out _)) { return null; }
        if (!root.TryGetProperty("story", out JsonElement story) || !story.TryGetProperty("text", out JsonElement text)) { throw new JsonException("no \"story.text\" in it"); }
        return root.Deserialize(TypeInfo(Utf16Offsets(text.GetString() ?? ""))) ?? throw new JsonException("an empty record");
    }

    private static JsonTypeInfo<StoryRecords> TypeInfo(int[]? offsets)
    {
        if (offsets is null) { return RecordJson.Plain.StoryRecords; }
        JsonSerializerOptions options = new(RecordJson.Plain.Options) { TypeInfoResolver = null };
        options.Converters.Add(new CodePointSpanConverter(offsets));
        return new RecordJson(options).StoryRecords;
    }

    /// <summary>UTF-16 offset of every code point, or null when they are equal.</summary>
    private static int[]? Utf16Offsets(string text)
    {
        if (RecordJson.CodePointOffsets(text) is not { } points) { return null; }
        int[] offsets = new int[points[^1] + 1];
        for (int i = points.Length - 1; i >= 0; i--) { offsets[points[i]] = i; }
        return offsets;
    }

    private sealed class CodePointSpanConverter(int[] offsets) : JsonConverter<TextSpan>
    {
        private static readonly TextSpanConverter s_plain = new();

        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            TextSpan points = s_plain.Read(ref reader, typeToConvert, options);
            return points.Start >= 0 && points.Start <= points.End && points.End < offsets.Length
                ? new TextSpan(offsets[points.Start], offsets[points.End])
                : throw new JsonException($"the span [{points.Start}, {points.End}] lies outside the text");
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
