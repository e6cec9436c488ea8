using System.Globalization;
using System.Text.Json;
using Dateline.Store.Query;

namespace Dateline.Store.Mcp;

/// <summary>The arguments of a call, checked as they are asked for.</summary>
internal sealed class McpArguments
{
    private const int LongestText = 2000;
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);

    /// <summary>Reads the object of arguments.</summary>
    /// <exception cref="McpFault">It is none, or names what the tool does not know.</exception>
    public McpArguments(McpTool tool, JsonElement arguments)
    {
        if (arguments.ValueKind == JsonValueKind.Undefined) { return; }
        if (arguments.ValueKind != JsonValueKind.Object) { throw new McpFault(McpFault.InvalidParams, "The arguments are an object."); }
        foreach (JsonProperty property in arguments.EnumerateObject())
        {
            if (tool.Parameters.All(p => p.Name != property.Name))
            {
                throw new McpFault(McpFault.InvalidParams, $"{tool.Name} has no argument \"{property.Name}\"; it has {(tool.Parameters.Count == 0 ? "none" : string.Join(", ", tool.Parameters.Select(p => p.Name)))}.");
            }
            _values[property.Name] = property.Value;
        }
        foreach (McpParameter parameter in tool.Parameters)
        {
            if (parameter.IsRequired && Text(parameter.Name) is null) { throw new McpFault(McpFault.InvalidParams, $"{tool.Name} needs {parameter.Name}: {parameter.Description}"); }
        }
    }

    /// <summary>A text; null when it was not given.</summary>
    public string? Text(string name)
    {
        if (!_values.TryGetValue(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) { return null; }
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: <= LongestText } text) { throw new McpFault(McpFault.InvalidParams, $"{name} is a string of up to {LongestText.ToString(CultureInfo.InvariantCulture)} characters."); }
        return text.Length == 0 ? null : text;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int otherwise, int least, int most)
    {
        if (!_values.TryGetValue(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) { return otherwise; }
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most) { return number; }
        throw new McpFault(McpFault.InvalidParams, string.Create(CultureInfo.InvariantCulture, $"{name} is a whole number from {least} to {most}."));
    }

    /// <summary>The query of the argument <c>query</c>; everything when there is none.</summary>
    public StoreQuery Query()
    {
        try
        {
            return QueryParser.Parse(Text("query") ?? "");
        }
        catch (QueryFault fault)
        {
            throw new McpFault(McpFault.InvalidParams, "The query has a mistake:\n" + fault.Display);
        }
    }
}
