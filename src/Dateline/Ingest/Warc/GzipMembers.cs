using System.Buffers.Binary;
using System.IO.Compression;

namespace Dateline.Ingest.Warc;

/// <summary>How a member of a gzip file ended.</summary>
internal enum MemberEnd
{
    /// <summary>As it should, with the right checksum; or it has not ended yet.</summary>
    Whole,
    /// <summary>The file ends inside it.</summary>
    Cut,
    /// <summary>Its data is broken.</summary>
    Damaged,
    /// <summary>It grows beyond what text can, and was left there.</summary>
    Bomb,
}

/// <summary>Reads a gzip file member by member, each with the offset it starts at, in bounded memory.</summary>
/// <remarks>
/// The decompressor reads ahead and does not say where a member's data ended. The member's trailer does: it holds the
/// checksum and length of what was read, and is looked for in the last piece that was handed to the decompressor.
/// </remarks>
internal sealed class GzipMembers(Stream compressed)
{
    private const int TrailerLength = 8;

    /// <summary>Text shrinks to a twentieth or so; nothing honest grows more than this, past the first bytes.</summary>
    private const long LargestRatio = 200, FreeBytes = 16 << 20;

    private readonly byte[] _buffer = new byte[1 << 16];
    private int _position, _length, _pieceStart;
    private long _bufferOffset;
    private DeflateStream? _content;
    private Crc32 _checksum;
    private long _in, _out;

    /// <summary>Where the member starts in the file.</summary>
    public long MemberOffset { get; private set; }

    /// <summary>How the member ended.</summary>
    public MemberEnd End { get; private set; }

    /// <summary>True when bytes before the member are no gzip data.</summary>
    public bool JunkBefore { get; private set; }

    /// <summary>Goes to the next member; false at the end of the file.</summary>
    public bool Next()
    {
        if (_content is not null) { SkipRest(); }
        // Behind a member that was left early stands its own rest.
        bool whole = End == MemberEnd.Whole;
        JunkBefore = false;
        while (Has(10))
        {
            if (!IsHeader(_buffer.AsSpan(_position, 10)))
            {
                // Zeros pad some files at the end.
                JunkBefore |= whole && _buffer[_position] != 0;
                int next = _buffer.AsSpan(_position + 1, _length - _position - 1).IndexOf((byte)0x1F);
                _position = next < 0 ? _length : _position + 1 + next;
                continue;
            }
            MemberOffset = _bufferOffset + _position;
            if (!SkipHeader()) { return false; }
            _pieceStart = _position;
            _content = new DeflateStream(new Pieces(this), CompressionMode.Decompress);
            (_checksum, _in, _out, End) = (default, 0, 0, MemberEnd.Whole);
            return true;
        }
        return false;
    }

    /// <summary>Reads content of the member; 0 at its end, whatever that is.</summary>
    public int Read(Span<byte> buffer)
    {
        if (_content is null || buffer.IsEmpty) { return 0; }
        try
        {
            int count = _content.Read(buffer);
            if (count == 0)
            {
                Finish();
                return 0;
            }
            _checksum.Add(buffer[..count]);
            _out += count;
            if (_out > FreeBytes && _out > _in * LargestRatio)
            {
                Leave(MemberEnd.Bomb);
                return 0;
            }
            return count;
        }
        catch (InvalidDataException)
        {
            Leave(MemberEnd.Damaged);
            return 0;
        }
    }

    private void SkipRest()
    {
        byte[] rest = new byte[1 << 14];
        while (Read(rest) > 0) { }
    }

    private void Leave(MemberEnd end)
    {
        _content?.Dispose();
        _content = null;
        _position = _pieceStart;
        End = end;
    }

    private void Finish()
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)_out);
        int delivered = _position;
        _position = _pieceStart;
        bool all = Has(delivered - _pieceStart + TrailerLength);
        int at = _buffer.AsSpan(_position, _length - _position).IndexOf(trailer);
        Leave(at >= 0 ? MemberEnd.Whole : all ? MemberEnd.Damaged : MemberEnd.Cut);
        if (at >= 0) { _position += at + TrailerLength; }
    }

    /// <summary>The bytes every member starts with; the last of the ten may be anything.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> bytes) => bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8 && (bytes[3] & 0xE0) == 0 && bytes[8] <= 4;

    private bool SkipHeader()
    {
        byte flags = _buffer[_position + 3];
        _position += 10;
        if ((flags & 4) != 0)
        {
            if (!Has(2)) { return false; }
            int extra = BinaryPrimitives.ReadUInt16LittleEndian(_buffer.AsSpan(_position));
            for (extra += 2; extra > 0; extra--) { if (!Has(1)) { return false; } _position++; }
        }
        for (int text = (flags >> 3 & 1) + (flags >> 4 & 1); text > 0; text--)
        {
            do { if (!Has(1)) { return false; } }
            while (_buffer[_position++] != 0);
        }
        if ((flags & 2) == 0) { return true; }
        if (!Has(2)) { return false; }
        _position += 2;
        return true;
    }

    /// <summary>Sees to it that so many bytes stand in the buffer from the position on.</summary>
    private bool Has(int count)
    {
        if (_length - _position >= count) { return true; }
        // Inside a member its last piece stays, since the trailer may turn out to stand in it.
        int kept = _content is null ? _position : Math.Min(_pieceStart, _position);
        _buffer.AsSpan(kept, _length - kept).CopyTo(_buffer);
        _bufferOffset += kept;
        _pieceStart -= kept;
        (_length, _position) = (_length - kept, _position - kept);
        while (_length - _position < count)
        {
            int read = compressed.Read(_buffer.AsSpan(_length));
            if (read == 0) { return false; }
            _length += read;
        }
        return true;
    }

    /// <summary>The compressed bytes as the decompressor sees them.</summary>
    private sealed class Pieces(GzipMembers members) : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer)
        {
            if (!members.Has(1)) { return 0; }
            // Half the buffer, so that the piece and a trailer behind it always fit.
            int count = Math.Min(Math.Min(buffer.Length, members._length - members._position), members._buffer.Length / 2);
            members._buffer.AsSpan(members._position, count).CopyTo(buffer);
            members._pieceStart = members._position;
            members._position += count;
            members._in += count;
            return count;
        }
    }
}
