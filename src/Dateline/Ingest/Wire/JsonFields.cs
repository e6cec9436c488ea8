using System.Text.Json;

namespace Dateline.Ingest.Wire;

/// <summary>Fields of a JSON document that may miss or be of another kind than expected.</summary>
internal static class JsonFields
{
    /// <summary>A string, or a number as written; null for anything else and for strings that are no Unicode text.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        JsonElement value = element.Member(name);
        if (value.ValueKind == JsonValueKind.Number) { return value.GetRawText(); }
        if (value.ValueKind != JsonValueKind.String) { return null; }
        try
        {
            return value.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            int replaced = 0;
            return JsonUnescape.Lenient(value.GetRawText(), ref replaced);
        }
    }

    /// <summary>The member, or an undefined element.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : default;

    /// <summary>The elements of an array; none for anything else.</summary>
    public static IReadOnlyList<JsonElement> List(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];
}
