using Dateline.Stories;

namespace Dateline.Ingest;

/// <summary>What a feed or wire item says about its story, field by field, before the markup of its body is read.</summary>
internal sealed record StoryDraft
{
    public string? Id { get; init; }
    public string? Title { get; init; }
    /// <summary>A summary that stands beside the body.</summary>
    public string? Deck { get; init; }
    /// <summary>The printed line that names who wrote: "By Jane Doe".</summary>
    public string? Byline { get; init; }
    public IReadOnlyList<string>? Authors { get; init; }
    public string? Url { get; init; }
    public string? Outlet { get; init; }
    /// <summary>Who wrote it, where that is not the outlet.</summary>
    public string? Agency { get; init; }
    /// <summary>Who handed it on, the origin first.</summary>
    public IReadOnlyList<string>? Hops { get; init; }
    public string? Section { get; init; }
    /// <summary>Language code, as written.</summary>
    public string? Language { get; init; }
    /// <summary>The dateline that stands apart from the body: "MOSCOW, Monday (Reuters)".</summary>
    public string? Dateline { get; init; }
    /// <summary>ISO 8601, or as written where that is no date.</summary>
    public string? Published { get; init; }
    public string? Modified { get; init; }
    /// <summary>The body as HTML; null when it is plain text.</summary>
    public string? Html { get; init; }
    /// <summary>The body as plain text, paragraphs separated by blank lines.</summary>
    public string? Text { get; init; }
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
