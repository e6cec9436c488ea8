using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>A typed part of a page's story.</summary>
internal sealed record ExtractedBlock(BlockRole Role, string Text)
{
    /// <summary>When a live blog's post was published, as the page writes it.</summary>
    public string? Time { get; init; }
}
