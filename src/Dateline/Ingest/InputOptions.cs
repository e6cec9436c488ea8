namespace Dateline.Ingest;

/// <summary>What can be set about the reading of inputs.</summary>
public sealed record InputOptions
{
    /// <summary>Date for stories that carry none of their own. Default: none.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Largest plain-text story or JSON Lines row, in bytes after decompression. Default: 4 MiB, more than a long novel.</summary>
    public int MaxTextBytes { get; init; } = 4 << 20;

    /// <summary>Largest web page, in bytes after decompression. Default: 32 MiB, since markup may outweigh the story a thousandfold.</summary>
    public int MaxHtmlBytes { get; init; } = 32 << 20;

    /// <summary>Deepest nesting of elements a page may have before it is flattened. Default: 512, as in browsers.</summary>
    public int MaxHtmlDepth { get; init; } = 512;
}
