using System.Globalization;
using Dateline.Stories;

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
    /// <summary>Number of the story in a feed, message or archive, from 1.</summary>
    public int? Item { get; init; }
    /// <summary>What a feed or wire item says, already cut into fields.</summary>
    internal StoryDraft? Draft { get; init; }
    /// <summary>Address it was fetched from, believed where the story names none itself.</summary>
    public string? Url { get; init; }
    /// <summary>Instant it was fetched, as the archive writes it.</summary>
    public string? Retrieved { get; init; }
    /// <summary>Where it lies in an archive.</summary>
    public StoryArchive? Archive { get; init; }
    /// <summary>Character set named by the server.</summary>
    public string? Charset { get; init; }
    /// <summary>What was odd before the story was read.</summary>
    internal IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
    /// <summary>Set when there is nothing to read: the input fails with this.</summary>
    public StoryError? Failure { get; init; }
    /// <summary>True when the failure is an input that cannot be opened (exit code 3).</summary>
    public bool CannotOpen { get; init; }

    /// <summary>Where the input is, for messages: <c>news.jsonl(17)</c>, <c>feed.xml item 3</c>, <c>crawl.warc.gz offset 7311</c>.</summary>
    public string Place => Line is { } line ? $"{File}({line.ToString(CultureInfo.InvariantCulture)})"
        : Archive is { } archive ? $"{File} offset {archive.Offset.ToString(CultureInfo.InvariantCulture)}{(Item is { } part ? string.Create(CultureInfo.InvariantCulture, $" item {part}") : "")}"
        : Item is { } item ? $"{File} item {item.ToString(CultureInfo.InvariantCulture)}" : File;

    /// <summary>An input of which nothing can be read.</summary>
    internal static StoryInput Failed(string file, InputFormat format, string code, string message) =>
        new() { File = file, Format = format, Failure = new StoryError(code, message) };
}
