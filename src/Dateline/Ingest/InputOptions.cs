namespace Dateline.Ingest;

/// <summary>What can be set about the reading of inputs.</summary>
public sealed record InputOptions
{
    /// <summary>Date for stories that carry none of their own. Default: none.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Largest plain-text story or JSON Lines row, in bytes after decompression. Default: 1 MiB, ten times the longest of reports.</summary>
    public int MaxTextBytes { get; init; } = 1 << 20;

    /// <summary>Largest web page, in bytes after decompression. Default: 32 MiB, since markup may outweigh the story a thousandfold.</summary>
    public int MaxHtmlBytes { get; init; } = 32 << 20;

    /// <summary>Deepest nesting of elements a page may have before it is flattened. Default: 512, as in browsers.</summary>
    public int MaxHtmlDepth { get; init; } = 512;

    /// <summary>Most elements a page may have; the text of those behind is kept without them. Default: 50,000, ten times the most that news pages were seen to have.</summary>
    public int MaxHtmlElements { get; init; } = 50_000;

    /// <summary>Longest time one page may take, by the clock, which a busy machine stretches. Default: 60 s, thousands of times the usual.</summary>
    public TimeSpan MaxPageTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest block that is analysed, in UTF-16 units. Default: 100,000, since no paragraph of news comes near it. Longer ones are passed over.</summary>
    public int MaxBlockLength { get; init; } = 100_000;

    /// <summary>True to keep on the story what was left out of its page, with the reason. Default: false.</summary>
    public bool KeepDropped { get; init; }

    /// <summary>True when addresses of private networks may be fetched. Default: false, so that a list of addresses cannot make us ask a neighbour's machine.</summary>
    public bool AllowPrivate { get; init; }
}
