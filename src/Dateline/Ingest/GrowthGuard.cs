namespace Dateline.Ingest;

/// <summary>Stops reading packed data that grows out of all proportion, as only a trap does.</summary>
/// <param name="packedLength">Packed bytes that the content so far has come from.</param>
/// <param name="content">The unpacked content.</param>
internal sealed class GrowthGuard(Func<long> packedLength, Stream content) : ReadOnlyStream
{
    /// <summary>Text packs about 4-fold, repetitive JSON 30-fold; a gzip of zeros 1000-fold.</summary>
    private const long MostGrowth = 200;

    /// <summary>Small files may be as regular as they like.</summary>
    private const long AlwaysAllowed = 32 << 20;

    private long _length;

    /// <summary>True when so much from so little is no text.</summary>
    public static bool IsTrap(long unpacked, long packed) => unpacked > AlwaysAllowed && unpacked > packed * MostGrowth;

    /// <inheritdoc/>
    /// <exception cref="GrowthException">The data grows too much.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = content.Read(buffer);
        _length += count;
        if (IsTrap(_length, packedLength())) { throw new GrowthException($"It grows more than {MostGrowth}-fold when decompressed."); }
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) { content.Dispose(); }
        base.Dispose(disposing);
    }
}

/// <summary>Packed data is a trap.</summary>
internal sealed class GrowthException(string message) : IOException(message);

/// <summary>Passes bytes through and counts them.</summary>
internal sealed class CountingStream(Stream inner) : ReadOnlyStream
{
    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = inner.Read(buffer);
        Count += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) { inner.Dispose(); }
        base.Dispose(disposing);
    }
}
