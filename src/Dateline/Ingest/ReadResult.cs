using System.Diagnostics.CodeAnalysis;

namespace Dateline.Ingest;

/// <summary>What became of one input: records, or a failed story.</summary>
public sealed record ReadResult
{
    /// <summary>Where the input is: file, and row in brackets.</summary>
    public required string Input { get; init; }

    /// <summary>The records; null when the story failed.</summary>
    public StoryRecords? Records { get; init; }

    /// <summary>The failed story; null when there are records.</summary>
    public FailedStory? Failed { get; init; }

    /// <summary>True when the input could not be opened at all.</summary>
    public bool CannotOpen { get; init; }

    /// <summary>True when there are no records.</summary>
    [MemberNotNullWhen(true, nameof(Failed))]
    [MemberNotNullWhen(false, nameof(Records))]
    public bool IsFailed => Failed is not null;

    /// <summary>A failed result.</summary>
    public static ReadResult Fail(StoryInput input, string code, string message) => new()
    {
        Input = input.Place,
        Failed = new FailedStory
        {
            Story = new FailedStoryName { Id = StoryReader.GivenId(input), File = input.File == InputReader.StandardInput ? null : input.File, Line = input.Line },
            Error = new StoryError(code, message),
        },
        CannotOpen = input.CannotOpen,
    };
}
