namespace Dateline.Ingest;

/// <summary>A forward-only stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PeekStream(Stream inner) : ReadOnlyStream
{
    private const int Window = 4096;
    private byte[]? _head;
    private int _length;
    private int _position;

    /// <summary>The first bytes, fewer only when the stream is shorter. Looking twice gives the same bytes.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        if (_head is null)
        {
            _head = new byte[Window];
            _length = inner.ReadAtLeast(_head, Window, throwOnEndOfStream: false);
        }
        return _head.AsSpan(_position, _length - _position);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_position >= _length) { return inner.Read(buffer); }
        int count = Math.Min(buffer.Length, _length - _position);
        _head.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) { inner.Dispose(); }
        base.Dispose(disposing);
    }
}
