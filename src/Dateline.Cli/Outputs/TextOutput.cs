using System.Text;
using Dateline.Export;
using Dateline.Ingest;

namespace Dateline.Cli.Outputs;

/// <summary>Stories laid out for a person, to standard output.</summary>
internal sealed class TextOutput(string color) : IRecordOutput
{
    private readonly StandardOutput _output = new();
    private readonly TextView _view = new(Terminal.Width, Terminal.UsesColor(color) ? TextStyle.Ansi : TextStyle.Plain);

    /// <inheritdoc/>
    public bool ShowsFailures => false;

    /// <inheritdoc/>
    public bool IsClosedByReader => _output.IsClosed;

    /// <inheritdoc/>
    public byte[][] Format(ReadResult result) => [result.IsFailed ? [] : Encoding.UTF8.GetBytes(_view.Write(result.Records))];

    /// <inheritdoc/>
    public void Write(byte[][] parts) => _output.Write(parts[0]);

    /// <inheritdoc/>
    public void Flush() { }

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();
}
