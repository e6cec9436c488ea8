using Dateline.Export.EventData;
using Dateline.Ingest;

namespace Dateline.Cli.Outputs;

/// <summary>One GeoJSON FeatureCollection to standard output or a file; it is closed properly even when the run is interrupted.</summary>
internal sealed class GeoJsonOutput : IRecordOutput
{
    private readonly FileStream? _file;
    private readonly StandardOutput? _output;
    private bool _first = true;

    public GeoJsonOutput(string? path)
    {
        if (path is null) { _output = new StandardOutput(); } else { _file = OutputFile.Create(path); }
        Append(System.Text.Encoding.UTF8.GetBytes(GeoJson.Head));
    }

    /// <inheritdoc/>
    public bool ShowsFailures => false;

    /// <inheritdoc/>
    public bool IsClosedByReader => _output?.IsClosed ?? false;

    /// <inheritdoc/>
    public byte[][] Format(ReadResult result) => result.IsFailed ? [] : [.. GeoJson.Features(result.Records).Select(feature => feature.ToArray())];

    /// <inheritdoc/>
    public void Write(byte[][] parts)
    {
        foreach (byte[] feature in parts)
        {
            if (!_first) { Append(",\n"u8); }
            _first = false;
            Append(feature);
        }
    }

    /// <inheritdoc/>
    public void Flush() => _file?.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!IsClosedByReader) { Append(System.Text.Encoding.UTF8.GetBytes(GeoJson.Foot)); }
        _file?.Dispose();
        _output?.Dispose();
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_output is not null) { _output.Write(bytes); } else { _file!.Write(bytes); }
    }
}
