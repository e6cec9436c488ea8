using Dateline.Export;
using Dateline.Ingest;

namespace Dateline.Cli.Outputs;

/// <summary>One line of JSON a story, failed ones too, to standard output or a file.</summary>
internal sealed class NdjsonOutput(FileStream? file = null) : IRecordOutput
{
    private readonly StandardOutput? _output = file is null ? new StandardOutput() : null;
    private readonly ThreadLocal<NdjsonWriter> _writers = new(() => new NdjsonWriter());

    /// <inheritdoc/>
    public bool ShowsFailures => true;

    /// <inheritdoc/>
    public bool IsClosedByReader => _output?.IsClosed ?? false;

    /// <inheritdoc/>
    public byte[][] Format(ReadResult result) => [result.IsFailed ? _writers.Value!.Write(result.Failed) : _writers.Value!.Write(result.Records)];

    /// <inheritdoc/>
    public void Write(byte[][] parts)
    {
        if (_output is not null) { _output.Write(parts[0]); } else { file!.Write(parts[0]); }
    }

    /// <inheritdoc/>
    public void Flush() => file?.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        _output?.Dispose();
        file?.Dispose();
        _writers.Dispose();
    }
}
