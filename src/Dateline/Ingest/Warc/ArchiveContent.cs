namespace Dateline.Ingest.Warc;

/// <summary>The bytes of a web archive, in segments that no record crosses: gzip members, or all of a file that is not compressed.</summary>
internal sealed class ArchiveContent
{
    private const int LongestLine = 1 << 16;
    private readonly Stream _raw;
    private readonly GzipMembers? _members;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _position, _length;
    private long _bufferOffset;
    private bool _started, _isAhead;

    /// <summary>Over the file as it lies on disk.</summary>
    public ArchiveContent(Stream raw, bool compressed)
    {
        _raw = raw;
        _members = compressed ? new GzipMembers(raw) : null;
    }

    public bool IsCompressed => _members is not null;

    /// <summary>Where the segment, or the next byte of a file without segments, lies in the file.</summary>
    public long Offset => _members?.MemberOffset ?? _bufferOffset + _position;

    /// <summary>How the segment ended.</summary>
    public MemberEnd End => _members?.End ?? MemberEnd.Whole;

    public bool JunkBefore => _members?.JunkBefore ?? false;

    /// <summary>Goes to the next segment; false at the end of the file.</summary>
    public bool NextSegment()
    {
        if (_members is null)
        {
            // All of the file is one.
            bool first = !_started;
            _started = true;
            return first;
        }
        if (_isAhead)
        {
            _isAhead = false;
            return true;
        }
        _position = _length = 0;
        return _members.Next();
    }

    /// <summary>Goes on to the next gzip member where a record's content does, as some crawlers wrongly cut it; false where a record starts there.</summary>
    public bool Continue()
    {
        if (_members is null || _members.End != MemberEnd.Whole || !NextSegment()) { return false; }
        _isAhead = Peek(16).TrimStart("\r\n"u8).StartsWith("WARC/"u8);
        return !_isAhead;
    }

    /// <summary>The bytes at hand without reading them, at least so many unless the segment ends.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_length - _position < count && Fill()) { }
        return _buffer.AsSpan(_position, _length - _position);
    }

    /// <summary>Passes over line ends; false when the segment ends.</summary>
    public bool SkipLineEnds()
    {
        while (Peek(1) is { IsEmpty: false } next)
        {
            if (next[0] is not ((byte)'\r' or (byte)'\n')) { return true; }
            _position++;
        }
        return false;
    }

    /// <summary>A line without its end, cut at 64 KiB; null when the segment has ended.</summary>
    public byte[]? ReadLine()
    {
        if (Peek(1).IsEmpty) { return null; }
        MemoryStream line = new();
        while (Peek(1) is { IsEmpty: false } next)
        {
            int feed = next.IndexOf((byte)'\n');
            int count = feed < 0 ? next.Length : feed;
            line.Write(next[..(int)Math.Min(count, LongestLine - line.Length)]);
            _position += feed < 0 ? count : count + 1;
            if (feed >= 0) { break; }
        }
        byte[] bytes = line.ToArray();
        return bytes is [.., (byte)'\r'] ? bytes[..^1] : bytes;
    }

    /// <summary>Copies up to so many bytes; fewer only when the segment ends.</summary>
    public long Read(Stream? to, long count)
    {
        long done = 0;
        while (done < count && Peek(1) is { IsEmpty: false } next)
        {
            int piece = (int)Math.Min(count - done, next.Length);
            to?.Write(next[..piece]);
            _position += piece;
            done += piece;
        }
        return done;
    }

    private bool Fill()
    {
        if (_position > 0)
        {
            _buffer.AsSpan(_position, _length - _position).CopyTo(_buffer);
            _bufferOffset += _position;
            (_length, _position) = (_length - _position, 0);
        }
        if (_length == _buffer.Length) { return false; }
        int read = _members is { } members ? members.Read(_buffer.AsSpan(_length)) : _raw.Read(_buffer.AsSpan(_length));
        _length += read;
        return read > 0;
    }
}
