namespace Dateline.Store.Query;

/// <summary>A mistake in a query: where it is and what was expected.</summary>
public sealed class QueryFault(string query, int position, string message) : Exception(message)
{
    /// <summary>The query as written.</summary>
    public string Query { get; } = query;

    /// <summary>Character at which the mistake is, from 0.</summary>
    public int Position { get; } = position;

    /// <summary>The query with a mark below the mistake, and what is wrong.</summary>
    public string Display => $"{Query}\n{new string(' ', Position)}^ {Message}";
}
