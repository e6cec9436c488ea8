using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dateline.Export;

/// <summary>Records to lines of NDJSON: UTF-8, one story a line. Keeps its buffers: one writer for each thread.</summary>
public sealed class NdjsonWriter
{
    /// <summary>A buffer that one huge story has blown up is not kept.</summary>
    private const int LargestKeptBuffer = 4 << 20;

    private readonly CodePointSpanConverter _spans = new();
    private readonly RecordJson _json;
    private ArrayBufferWriter<byte> _buffer = new(1 << 16);
    private readonly Utf8JsonWriter _writer;

    /// <summary>A writer with buffers of its own.</summary>
    public NdjsonWriter()
    {
        _json = new RecordJson(RecordJson.CreateOptions(_spans));
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    /// <summary>The line of a story, with its line end.</summary>
    public byte[] Write(StoryRecords records)
    {
        _spans.Map = RecordJson.CodePointOffsets(records.Story.Text);
        JsonSerializer.Serialize(_writer, records, _json.StoryRecords);
        return Line();
    }

    /// <summary>The line of a failed story, with its line end.</summary>
    public byte[] Write(FailedStory failed)
    {
        JsonSerializer.Serialize(_writer, failed, _json.FailedStory);
        return Line();
    }

    private byte[] Line()
    {
        _writer.Flush();
        byte[] line = [.. _buffer.WrittenSpan, (byte)'\n'];
        if (_buffer.Capacity > LargestKeptBuffer) { _buffer = new ArrayBufferWriter<byte>(1 << 16); }
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        return line;
    }
}
