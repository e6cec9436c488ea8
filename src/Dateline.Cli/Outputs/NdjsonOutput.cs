using Dateline.Export;
using Dateline.Ingest;

namespace Dateline.Cli.Outputs;

/// <summary>One line of JSON a story, failed ones too, to standard output.</summary>
internal sealed class NdjsonOutput : IRecordOutput
{
    private readonly StandardOutput _output = new();
    private readonly ThreadLocal<NdjsonWriter> _writers = new(() => new NdjsonWriter());

    /// <inheritdoc/>
    public bool ShowsFailures => true;

    /// <inheritdoc/>
    public bool IsClosedByReader => _output.IsClosed;

    /// <inheritdoc/>
    public byte[][] Format(ReadResult result) => [result.IsFailed ? _writers.Value!.Write(result.Failed) : _writers.Value!.Write(result.Records)];

    /// <inheritdoc/>
    public void Write(byte[][] parts) => _output.Write(parts[0]);

    /// <inheritdoc/>
    public void Flush() { }

    /// <inheritdoc/>
    public void Dispose()
    {
        _output.Dispose();
        _writers.Dispose();
    }
}
