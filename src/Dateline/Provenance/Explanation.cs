using Dateline.Text;

namespace Dateline.Provenance;

/// <summary>Why a record is as it is: its words, what made each field, and by whose word it stands.</summary>
public sealed record Explanation
{
    /// <summary>Id inside the story: <c>s3</c>.</summary>
    public required string Id { get; init; }
    /// <summary>statement, event, entity, time, place or quantity.</summary>
    public required string Kind { get; init; }
    /// <summary>The story it stands in.</summary>
    public required StoryRecords Story { get; init; }
    /// <summary>The sentences around its words.</summary>
    public required TextSpan Context { get; init; }
    /// <summary>The words of its fields, in text order.</summary>
    public required IReadOnlyList<ExplainedWords> Words { get; init; }
    public required IReadOnlyList<ExplainedField> Fields { get; init; }
    /// <summary>Who vouches for it, from the outlet inward; empty for records nobody vouches for (entities, times, places, quantities).</summary>
    public required IReadOnlyList<ChainLink> Chain { get; init; }
}

/// <summary>Words of the story that a field points at.</summary>
/// <param name="Field">source, cue, content, trigger …</param>
/// <param name="Span">Where they stand.</param>
public sealed record ExplainedWords(string Field, TextSpan Span);

/// <summary>One field of a record, as text, with what made it.</summary>
/// <param name="Name">As in the record, with a dot below the first level: <c>source.entity</c>.</param>
/// <param name="Value">For a person to read.</param>
/// <param name="Rule">Name of the rule, or null where it follows from the words alone.</param>
public sealed record ExplainedField(string Name, string Value, string? Rule = null);
