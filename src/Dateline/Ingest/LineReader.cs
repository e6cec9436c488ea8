namespace Dateline.Ingest;

/// <summary>A line of bytes, or the fact that there was one longer than allowed.</summary>
internal readonly record struct Line(byte[] Bytes, bool TooLong);

/// <summary>Cuts a stream into lines in bounded memory: what is longer than the cap is read over.</summary>
internal sealed class LineReader(Stream stream, int cap)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>The next line without its line feed; false at the end.</summary>
    public bool Read(out Line line)
    {
        MemoryStream? pieces = null;
        bool any = false, tooLong = false;
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = stream.Read(_buffer);
                if (_end == 0) { break; }
            }
            any = true;
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
            int feed = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> piece = feed < 0 ? rest : rest[..feed];
            _start += piece.Length + (feed < 0 ? 0 : 1);
            long length = (pieces?.Length ?? 0) + piece.Length;
            if (length > cap) { tooLong = true; pieces = null; }
            if (feed >= 0 && pieces is null && !tooLong)
            {
                line = new Line(piece.ToArray(), TooLong: false);
                return true;
            }
            if (!tooLong) { (pieces ??= new MemoryStream()).Write(piece); }
            if (feed >= 0) { break; }
        }
        line = new Line(tooLong ? [] : pieces?.ToArray() ?? [], tooLong);
        return any;
    }
}
