using Dateline.Store.Query;

namespace Dateline.Cli.Releasing;

/// <summary>What <c>release</c> was asked to do.</summary>
internal sealed record ReleaseSettings
{
    public required string Folder { get; init; }
    public required StoreQuery Query { get; init; }
    public required string Db { get; init; }
    /// <summary>Name of the dataset.</summary>
    public required string Title { get; init; }
    /// <summary>Its version, e.g. 2026.11.</summary>
    public required string Version { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    /// <summary>Folder of the release before, to tell the difference to.</summary>
    public string? Previous { get; init; }
    public bool NoText { get; init; }
}
