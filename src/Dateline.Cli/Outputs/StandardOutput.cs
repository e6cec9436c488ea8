namespace Dateline.Cli.Outputs;

/// <summary>Standard output as bytes; knows when the program behind the pipe has gone.</summary>
internal sealed class StandardOutput : IDisposable
{
    private readonly Stream _stream = Console.OpenStandardOutput();

    /// <summary>True after a write failed because nobody reads.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Writes the bytes at once, so that a reader sees each story when it is done.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) { return; }
        try
        {
            _stream.Write(bytes);
        }
        catch (IOException)
        {
            IsClosed = true;
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
