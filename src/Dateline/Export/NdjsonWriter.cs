using System.Text.Json;

namespace Dateline.Export;

/// <summary>Records to lines of NDJSON: UTF-8, one story a line.</summary>
public sealed class NdjsonWriter
{
    /// <summary>The line of a story, with its line end.</summary>
    public byte[] Write(StoryRecords records) => [.. JsonSerializer.SerializeToUtf8Bytes(records, RecordJson.For(records.Story.Text).StoryRecords), (byte)'\n'];

    /// <summary>The line of a failed story, with its line end.</summary>
    public byte[] Write(FailedStory failed) => [.. JsonSerializer.SerializeToUtf8Bytes(failed, RecordJson.Plain.FailedStory), (byte)'\n'];
}
