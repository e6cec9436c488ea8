using Dateline.Stories;

namespace Dateline.Ingest;

/// <summary>What a reader found in the input, before dates and hashes are worked out.</summary>
internal sealed record StoryParts
{
    public required string Text { get; init; }
    /// <summary>Blocks known from markup; null for plain text, whose blocks are recognised.</summary>
    public List<Block>? Blocks { get; init; }
    public string? Id { get; init; }
    /// <summary>Publication date as the input writes it.</summary>
    public string? Date { get; init; }
    public string? Modified { get; init; }
    /// <summary>Headline named apart from the text.</summary>
    public string? Title { get; init; }
    public string? Url { get; init; }
    public string? Outlet { get; init; }
    public string? Section { get; init; }
    /// <summary>Language code as the input writes it; believed of texts too short to tell.</summary>
    public string? Language { get; init; }
    public IReadOnlyList<string>? Authors { get; init; }
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
