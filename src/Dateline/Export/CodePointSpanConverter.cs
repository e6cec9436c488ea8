using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Text;

namespace Dateline.Export;

/// <summary>Writes spans as <c>[start, end]</c> in code points of the text that is being written.</summary>
/// <remarks>One for each writer, since making JSON contexts for single texts costs more than writing them.</remarks>
internal sealed class CodePointSpanConverter : JsonConverter<TextSpan>
{
    /// <summary>Code point offset of every UTF-16 offset; null where the two are equal.</summary>
    public int[]? Map { get; set; }

    /// <inheritdoc/>
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Spans are read by TextSpanConverter.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Map is null ? value.Start : Map[value.Start]);
        writer.WriteNumberValue(Map is null ? value.End : Map[value.End]);
        writer.WriteEndArray();
    }
}
