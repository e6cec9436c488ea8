using System.Collections.Immutable;

namespace Dateline.Tests.Specs;

/// <summary>One heading of a spec file: a small story and the records it must give.</summary>
/// <param name="File">Path from the root of the repository, with forward slashes.</param>
/// <param name="Line">Line of the heading, from 1.</param>
public sealed record SpecCase(string File, int Line, string Heading, SpecInput Input, ImmutableArray<SpecBlock> Blocks)
{
    /// <summary>Name of the test: <c>specs/time/deictic.md:12</c>.</summary>
    public string Name => $"{File}:{Line}";

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The story of a case, as written between its fences.</summary>
public sealed record SpecInput
{
    public required string Text { get; init; }
    /// <summary>Day of publication, or null.</summary>
    public string? Date { get; init; }
    public string? Outlet { get; init; }
    /// <summary>text, html or jsonl.</summary>
    public string Format { get; init; } = "text";
}

/// <summary>Expected records of one kind.</summary>
/// <param name="IsComplete">No other records of the kind may be found.</param>
/// <param name="IsOpen">The block carries <c>(open)</c>: not yet met, and the test fails once it is.</param>
public sealed record SpecBlock(string Kind, bool IsComplete, bool IsOpen, ImmutableArray<string> Lines);
