namespace Dateline.Ingest;

/// <summary>What a reader found in the input, before blocks, dates and hashes are worked out.</summary>
internal sealed record StoryParts
{
    public required string Text { get; init; }
    public string? File { get; init; }
    public string? Id { get; init; }
    /// <summary>Publication date as the input writes it.</summary>
    public string? Date { get; init; }
    public string? Title { get; init; }
    public string? Url { get; init; }
    public string? Outlet { get; init; }
}
