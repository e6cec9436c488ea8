using System.Text.Json;
using Dateline.Store.Query;

namespace Dateline.Store.Mcp;

/// <summary>A tool that a model may call. All of them only read.</summary>
/// <param name="Name">Its name in the call.</param>
/// <param name="Title">For people.</param>
/// <param name="Description">For the model: what it answers and when to use it.</param>
/// <param name="Parameters">In the order they are described.</param>
/// <param name="Run">Writes the members of the answer's object.</param>
internal sealed record McpTool(string Name, string Title, string Description, IReadOnlyList<McpParameter> Parameters, Action<StoreReader, McpArguments, Utf8JsonWriter> Run)
{
    /// <summary>Writes the tool as <c>tools/list</c> gives it.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteString("title", Title);
        json.WriteString("description", Description);
        json.WriteStartObject("inputSchema");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (McpParameter parameter in Parameters)
        {
            json.WriteStartObject(parameter.Name);
            json.WriteString("type", parameter.Type);
            json.WriteString("description", parameter.Description);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartArray("required");
        foreach (McpParameter parameter in Parameters.Where(p => p.IsRequired)) { json.WriteStringValue(parameter.Name); }
        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
        json.WriteStartObject("annotations");
        json.WriteBoolean("readOnlyHint", true);
        json.WriteBoolean("openWorldHint", false);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
