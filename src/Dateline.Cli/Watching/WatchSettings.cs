namespace Dateline.Cli.Watching;

/// <summary>What <c>watch</c> was asked to do.</summary>
internal sealed record WatchSettings
{
    /// <summary>Addresses of feeds, OPML files, files with one address a line.</summary>
    public required IReadOnlyList<string> Lists { get; init; }
    public required string Db { get; init; }
    /// <summary>Time between two questions to a feed.</summary>
    public required TimeSpan Every { get; init; }
    /// <summary>Ask each feed once and end.</summary>
    public bool Once { get; init; }
    public bool AllowPrivate { get; init; }
}
