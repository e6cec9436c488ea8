namespace Dateline.Web;

/// <summary>What a server is started with.</summary>
public sealed record ServerOptions
{
    /// <summary>The store, an SQLite file or <c>postgres://…</c>.</summary>
    public required string Db { get; init; }

    /// <summary>Address to listen on. Default: this machine alone.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Port; 0 for any that is free.</summary>
    public int Port { get; init; } = 8017;

    /// <summary>Secret that allows writing corrections; null: nothing is written.</summary>
    public string? Token { get; init; }

    /// <summary>File that corrections are appended to.</summary>
    public string Corrections { get; init; } = "corrections.ndjson";

    /// <summary>Requests a second from one address, on average; 0 for no limit. Default 100: a person with a browser never meets it.</summary>
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>Largest text that <c>POST /read</c> takes, in bytes. Default: 1 MiB, as for a story of any other input.</summary>
    public int LargestText { get; init; } = 1 << 20;

    /// <summary>Reads a text to records; null: <c>POST /read</c> is not offered.</summary>
    public ITextReader? Reader { get; init; }

    /// <summary>Where the name of what is shown comes from: the path of the store, or the inputs.</summary>
    public string? Title { get; init; }
}
