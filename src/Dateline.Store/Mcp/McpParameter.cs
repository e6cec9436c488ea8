namespace Dateline.Store.Mcp;

/// <summary>A parameter of a tool.</summary>
/// <param name="Name">Its name in the call.</param>
/// <param name="Type">JSON Schema type: string or integer.</param>
/// <param name="Description">What it is, with an example.</param>
/// <param name="IsRequired">The call fails without it.</param>
internal sealed record McpParameter(string Name, string Type, string Description, bool IsRequired = false);
