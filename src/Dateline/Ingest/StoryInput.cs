using System.Globalization;

namespace Dateline.Ingest;

/// <summary>One story's raw material as cut out of a file, not yet read. Cheap to make; the reading runs in parallel.</summary>
public sealed record StoryInput
{
    /// <summary>Name of the file with its extension (<c>.gz</c> included), or <c>-</c> for standard input.</summary>
    public required string File { get; init; }
    /// <summary>Row of a JSON Lines file, from 1.</summary>
    public int? Line { get; init; }
    public required InputFormat Format { get; init; }
    /// <summary>The bytes, decompressed.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }
    /// <summary>Set when there is nothing to read: the input fails with this.</summary>
    public StoryError? Failure { get; init; }
    /// <summary>True when the failure is an input that cannot be opened (exit code 3).</summary>
    public bool CannotOpen { get; init; }

    /// <summary>Where the input is, for messages: <c>news.jsonl(17)</c>.</summary>
    public string Place => Line is { } line ? $"{File}({line.ToString(CultureInfo.InvariantCulture)})" : File;
}
