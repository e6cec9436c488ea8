using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Store.Query;

namespace Dateline.Web.Api;

/// <summary>Source-generated JSON of what the API lists.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoreHit))]
[JsonSerializable(typeof(WireStory))]
[JsonSerializable(typeof(LedgerName))]
[JsonSerializable(typeof(LedgerRole))]
[JsonSerializable(typeof(SourceRow))]
[JsonSerializable(typeof(FeedRow))]
[JsonSerializable(typeof(FacetCount))]
[JsonSerializable(typeof(EventPlace))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Letters of all scripts as they are.</summary>
    public static ApiJson Relaxed { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The same for what is written by hand.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
