using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Text;

/// <summary>A half-open range <c>[Start, End)</c> of UTF-16 offsets into <c>Story.Text</c>.</summary>
/// <remarks>Written to records as <c>[start, end]</c> in Unicode code points: see <see cref="Export.RecordJson"/>.</remarks>
[JsonConverter(typeof(TextSpanConverter))]
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Number of UTF-16 code units covered.</summary>
    public int Length => End - Start;

    /// <summary>True when nothing is covered.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>True when <paramref name="other"/> lies wholly inside.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>True when the offset lies inside.</summary>
    public bool Contains(int offset) => Start <= offset && offset < End;

    /// <summary>True when the two share at least one character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that covers both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The words themselves.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>By start, then the longer first.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : other.End.CompareTo(End);
}

/// <summary>Writes a span as <c>[start, end]</c>, through an offset map where the text has characters outside the basic plane.</summary>
public sealed class TextSpanConverter(int[]? codePointOffsets = null) : JsonConverter<TextSpan>
{
    /// <summary>The identity: UTF-16 offsets equal code point offsets.</summary>
    public TextSpanConverter() : this(null) { }

    /// <inheritdoc/>
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) { throw new JsonException("A span is an array of two numbers."); }
        reader.Read();
        int start = reader.GetInt32();
        reader.Read();
        int end = reader.GetInt32();
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray ? new TextSpan(start, end) : throw new JsonException("A span is an array of two numbers.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(codePointOffsets is null ? value.Start : codePointOffsets[value.Start]);
        writer.WriteNumberValue(codePointOffsets is null ? value.End : codePointOffsets[value.End]);
        writer.WriteEndArray();
    }
}
