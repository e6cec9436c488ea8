using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dateline.Export.EventData;

/// <summary>Writes JSON objects, leaving out what is absent.</summary>
internal static class JsonFields
{
    /// <summary>Options of every object: readable text, no checks the code already makes.</summary>
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>One object, made by <paramref name="fill"/>.</summary>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> fill)
    {
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter json = new(buffer, s_options))
        {
            json.WriteStartObject();
            fill(json);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    /// <summary>A text field; left out when empty.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) { json.WriteString(name, value); }
    }

    /// <summary>A number field; left out when absent.</summary>
    public static void Value(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) { json.WriteNumber(name, number); }
    }

    /// <summary>A day as ISO 8601; left out when absent.</summary>
    public static void Day(this Utf8JsonWriter json, string name, DateOnly? value)
    {
        if (value is { } day) { json.WriteString(name, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)); }
    }

    /// <summary>A list of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) { json.WriteStringValue(value); }
        json.WriteEndArray();
    }

    /// <summary>A span as two numbers.</summary>
    public static void Span(this Utf8JsonWriter json, string name, int start, int end)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
    }
}
