using Dateline.Export.EventData;
using Dateline.Ingest;

namespace Dateline.Cli.Outputs;

/// <summary>PLOVER JSON Lines to standard output or a file.</summary>
internal sealed class PloverOutput(string? path, bool all) : IRecordOutput
{
    private readonly FileStream? _file = path is null ? null : OutputFile.Create(path);
    private readonly StandardOutput? _output = path is null ? new StandardOutput() : null;

    /// <inheritdoc/>
    public bool ShowsFailures => false;

    /// <inheritdoc/>
    public bool IsClosedByReader => _output?.IsClosed ?? false;

    /// <inheritdoc/>
    public byte[][] Format(ReadResult result) => [result.IsFailed ? [] : PloverJson.Write(result.Records, all)];

    /// <inheritdoc/>
    public void Write(byte[][] parts)
    {
        if (_output is not null) { _output.Write(parts[0]); } else { _file!.Write(parts[0]); }
    }

    /// <inheritdoc/>
    public void Flush() => _file?.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        _output?.Dispose();
    }
}
