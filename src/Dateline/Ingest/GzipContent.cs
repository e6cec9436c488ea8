using System.Buffers.Binary;
using System.IO.Compression;

namespace Dateline.Ingest;

/// <summary>Decompresses gzip and notices a file that was cut short, which <see cref="GZipStream"/> takes for its end.</summary>
/// <remarks>A gzip member ends with the length of its content. Files of several members are believed, since their lengths cannot be told apart.</remarks>
internal sealed class GzipContent : ReadOnlyStream
{
    private const int TrailerLength = 8;
    private readonly Tail _compressed;
    private readonly GZipStream _content;
    private uint _length;

    /// <summary>Over a stream of compressed bytes.</summary>
    public GzipContent(Stream compressed)
    {
        _compressed = new Tail(compressed);
        _content = new GZipStream(_compressed, CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data is damaged or ends early.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = _content.Read(buffer);
        _length += (uint)count;
        if (count == 0 && buffer.Length > 0 && !_compressed.HasSeveralMembers && _compressed.LastWord != _length)
        {
            throw new InvalidDataException("The data ends early.");
        }
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) { _content.Dispose(); }
        base.Dispose(disposing);
    }

    /// <summary>Passes bytes through, keeps the last ones and looks out for another member's start.</summary>
    private sealed class Tail(Stream inner) : ReadOnlyStream
    {
        private readonly byte[] _last = new byte[TrailerLength];
        private bool _started;

        public bool HasSeveralMembers { get; private set; }

        public uint LastWord => BinaryPrimitives.ReadUInt32LittleEndian(_last.AsSpan(TrailerLength - sizeof(uint)));

        public override int Read(Span<byte> buffer)
        {
            int count = inner.Read(buffer);
            if (count == 0) { return 0; }
            ReadOnlySpan<byte> bytes = buffer[..count];
            HasSeveralMembers |= bytes[(_started ? 0 : 1)..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) >= 0;
            _started = true;
            int kept = Math.Min(count, TrailerLength);
            _last.AsSpan(kept).CopyTo(_last);
            bytes[^kept..].CopyTo(_last.AsSpan(TrailerLength - kept));
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) { inner.Dispose(); }
            base.Dispose(disposing);
        }
    }
}
