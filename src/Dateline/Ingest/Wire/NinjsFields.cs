using System.Text.Json;

namespace Dateline.Ingest.Wire;

/// <summary>Fields of ninjs, whose names are in small letters up to version 2 and in camel case from 3 on.</summary>
internal static class NinjsFields
{
    /// <summary>The member by its name in any case.</summary>
    public static JsonElement Member(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) { return default; }
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) { return property.Value; }
        }
        return default;
    }

    /// <summary>The member's string; null for anything else.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) { return null; }
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) { return element.Text(property.Name); }
        }
        return null;
    }

    /// <summary>The elements of an array.</summary>
    public static IReadOnlyList<JsonElement> List(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    /// <summary>A text of version 1's single field, else of the list of version 2: the one with the first of the roles, else the first.</summary>
    public static string? Value(JsonElement item, string single, string list, ReadOnlySpan<string> roles)
    {
        if (Text(item, single) is { } own) { return own; }
        IReadOnlyList<JsonElement> all = List(item, list);
        foreach (string role in roles)
        {
            foreach (JsonElement one in all)
            {
                if (role.Equals(Text(one, "role"), StringComparison.OrdinalIgnoreCase) && Text(one, "value") is { } value) { return value; }
            }
        }
        return all.Select(one => Text(one, "value")).FirstOrDefault(value => value is not null);
    }

    /// <summary>All texts of version 1's fields with a prefix and of the list of version 2, with what each says of its kind.</summary>
    public static IEnumerable<(string Kind, string Value)> Texts(JsonElement item, string prefix, string list)
    {
        foreach (JsonProperty property in item.EnumerateObject())
        {
            if (property.Name.StartsWith(prefix, StringComparison.Ordinal) && item.Text(property.Name) is { } value) { yield return (property.Name[prefix.Length..], value); }
        }
        foreach (JsonElement one in List(item, list))
        {
            if (Text(one, "value") is { } value) { yield return (Text(one, "contenttype") ?? Text(one, "role") ?? "", value); }
        }
    }
}
