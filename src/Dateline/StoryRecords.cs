using System.Text.Json.Serialization;
using Dateline.Entities;
using Dateline.Events;
using Dateline.Places;
using Dateline.Quantities;
using Dateline.Statements;
using Dateline.Stories;
using Dateline.Time;

namespace Dateline;

/// <summary>Everything kept of one story: one line of NDJSON.</summary>
public sealed record StoryRecords
{
    /// <summary>Version of the record format.</summary>
    public const string SchemaVersion = "dateline/1";

    public string Schema { get; init; } = SchemaVersion;
    public Coder? Coder { get; init; }
    public required Story Story { get; init; }
    public required IReadOnlyList<Entity> Entities { get; init; }
    public required IReadOnlyList<TimeExpression> Times { get; init; }
    public required IReadOnlyList<Place> Places { get; init; }
    public required IReadOnlyList<Quantity> Quantities { get; init; }
    public required IReadOnlyList<Statement> Statements { get; init; }
    public required IReadOnlyList<Event> Events { get; init; }
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}

/// <summary>What made the records: same input, same coder, same bytes.</summary>
public sealed record Coder
{
    public required string Version { get; init; }
    public string? Commit { get; init; }
    public required string Knowledge { get; init; }
    public required string Models { get; init; }
    public string? Options { get; init; }
}

/// <summary>A story that could not be read: a line of its own.</summary>
public sealed record FailedStory
{
    public string Schema { get; init; } = StoryRecords.SchemaVersion;
    public required FailedStoryName Story { get; init; }
    public required StoryError Error { get; init; }
}

/// <summary>What is known of a failed story.</summary>
public sealed record FailedStoryName
{
    public string? Id { get; init; }
    public string? File { get; init; }
    /// <summary>Row of a JSON Lines file, from 1.</summary>
    public int? Line { get; init; }
}

public sealed record StoryError(string Code, string Message);
