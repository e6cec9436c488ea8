namespace Dateline.Store.Mcp;

/// <summary>A message or call that cannot be answered, with its JSON-RPC error code.</summary>
internal sealed class McpFault(int code, string message) : Exception(message)
{
    /// <summary>Codes of JSON-RPC 2.0.</summary>
    public const int ParseError = -32700, InvalidRequest = -32600, MethodNotFound = -32601, InvalidParams = -32602, InternalError = -32603;

    /// <summary>JSON-RPC error code.</summary>
    public int Code { get; } = code;
}
