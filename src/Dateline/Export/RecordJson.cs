using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Text;

namespace Dateline.Export;

/// <summary>Source-generated JSON of the record types.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoryRecords))]
[JsonSerializable(typeof(FailedStory))]
public sealed partial class RecordJson : JsonSerializerContext
{
    /// <summary>For texts inside the basic plane, where UTF-16 and code point offsets agree.</summary>
    public static RecordJson Plain { get; } = new(CreateOptions(null));

    /// <summary>The context that writes spans of <paramref name="text"/> in code points.</summary>
    public static RecordJson For(string text)
    {
        int[]? map = CodePointOffsets(text);
        return map is null ? Plain : new RecordJson(CreateOptions(new TextSpanConverter(map)));
    }

    /// <summary>Code point offset of every UTF-16 offset, or null when they are equal.</summary>
    public static int[]? CodePointOffsets(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDBFF')) { return null; }
        int[] map = new int[text.Length + 1];
        int points = 0;
        for (int i = 0; i < text.Length; i++)
        {
            map[i] = points;
            bool firstOfPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (!firstOfPair) { points++; }
        }
        map[text.Length] = points;
        return map;
    }

    /// <summary>The options of all record JSON; spans are written by the converter, or in UTF-16 offsets without one.</summary>
    internal static JsonSerializerOptions CreateOptions(JsonConverter<TextSpan>? spans)
    {
        JsonSerializerOptions options = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        if (spans is not null) { options.Converters.Add(spans); }
        return options;
    }
}
