using System.Text.Json;
using Dateline.Stories;

namespace Dateline.Ingest;

/// <summary>A row <c>{"id","text" or "html","date","title","url","outlet"}</c> to a story. The text is kept untouched.</summary>
public sealed class JsonLinesReader(InputOptions options)
{
    /// <summary>Reads one row.</summary>
    /// <exception cref="StoryFormatException">The row is not a JSON object with a text.</exception>
    public Story Read(StoryInput input)
    {
        try
        {
            using JsonDocument row = JsonDocument.Parse(input.Bytes);
            string? Get(string name) => row.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            StoryParts parts = new()
            {
                Text = Get("text") ?? throw new StoryFormatException(DiagnosticCodes.NotJson, $"{input.File}({input.Line}): no \"text\"."),
                Id = Get("id"),
                Date = Get("date"),
                Title = Get("title"),
                Url = Get("url"),
                Outlet = Get("outlet"),
            };
            return StoryBuilder.Build(parts, input, options);
        }
        catch (JsonException exception)
        {
            throw new StoryFormatException(DiagnosticCodes.NotJson, $"{input.File}({input.Line}): {exception.Message}");
        }
    }
}
