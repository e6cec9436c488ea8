using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>What a page gives: the story's blocks and metadata, and what was left out.</summary>
internal sealed record Extraction
{
    public required IReadOnlyList<ExtractedBlock> Blocks { get; init; }
    public required HtmlMetadata Metadata { get; init; }
    public required IReadOnlyList<string> Authors { get; init; }
    public string? Agency { get; init; }
    public string? Published { get; init; }
    public string? Modified { get; init; }
    /// <summary>True when the page shows only the beginning of the story, and the rest to subscribers.</summary>
    public bool IsStub { get; init; }
    public required IReadOnlyList<DroppedPart> Dropped { get; init; }
}
