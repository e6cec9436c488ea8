using System.Text;
using System.Text.Json;

namespace Dateline.Ingest;

/// <summary>The fields of a JSON Lines row that are read; others are ignored.</summary>
internal sealed record JsonRow
{
    public string? Id { get; private init; }
    public string? Text { get; private init; }
    public string? Html { get; private init; }
    public string? Date { get; private init; }
    public string? Title { get; private init; }
    public string? Url { get; private init; }
    public string? Outlet { get; private init; }
    public string? Author { get; private init; }

    /// <summary>Parses a row. Bytes and escapes that are no Unicode text become U+FFFD and are counted.</summary>
    /// <exception cref="JsonException">The row is no JSON object.</exception>
    public static (JsonRow Row, int Replaced) Parse(ReadOnlyMemory<byte> bytes, JsonDocumentOptions options)
    {
        int replaced = 0;
        if (!System.Text.Unicode.Utf8.IsValid(bytes.Span) || bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            (string text, replaced) = TextDecoder.Decode(bytes.Span);
            bytes = Encoding.UTF8.GetBytes(text);
        }
        using JsonDocument document = JsonDocument.Parse(bytes, options);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) { throw new JsonException($"The row is a JSON {root.ValueKind}."); }
        JsonRow row = new()
        {
            Id = Get(root, "id", ref replaced),
            Text = Get(root, "text", ref replaced),
            Html = Get(root, "html", ref replaced),
            Date = Get(root, "date", ref replaced),
            Title = Get(root, "title", ref replaced),
            Url = Get(root, "url", ref replaced),
            Outlet = Get(root, "outlet", ref replaced),
            Author = Get(root, "author", ref replaced),
        };
        return (row, replaced);
    }

    /// <summary>The row's id where the row can be parsed, else null.</summary>
    public static string? IdOf(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return bytes.IsEmpty ? null : Parse(bytes, default).Row.Id;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Get(JsonElement root, string name, ref int replaced)
    {
        if (!root.TryGetProperty(name, out JsonElement value)) { return null; }
        if (value.ValueKind == JsonValueKind.Number) { return value.GetRawText(); }
        if (value.ValueKind != JsonValueKind.String) { return null; }
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // "\ud800" without its other half: System.Text.Json refuses the whole string, a reader of news keeps the rest.
            return JsonUnescape.Lenient(value.GetRawText(), ref replaced);
        }
    }
}
