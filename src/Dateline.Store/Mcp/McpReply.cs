namespace Dateline.Store.Mcp;

/// <summary>What a message of the Model Context Protocol is answered with.</summary>
/// <param name="Line">One line of JSON; null where none is due.</param>
/// <param name="IsRefused">True for what is no message at all, so that the answer belongs to no question: a transport with a status of its own says so too.</param>
public readonly record struct McpReply(string? Line, bool IsRefused);
