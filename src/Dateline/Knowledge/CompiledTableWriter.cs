using System.Buffers.Binary;
using System.Text;

namespace Dateline.Knowledge;

/// <summary>Writes what <see cref="CompiledTable"/> reads; the same input gives the same bytes.</summary>
internal sealed class CompiledTableWriter(int recordSize)
{
    private readonly List<byte[]> _records = [];
    private readonly HashSet<(ulong Key, uint Payload)> _entries = [];
    private readonly MemoryStream _pool = new();
    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _side = new(StringComparer.Ordinal);

    public int Count => _records.Count;

    /// <summary>Offset of a string in the pool; equal strings are stored once.</summary>
    public int Text(string text)
    {
        if (_strings.TryGetValue(text, out int offset)) { return offset; }
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 255) { throw new InvalidDataException($"\"{text}\": {bytes.Length} bytes, at most 255 fit."); }
        offset = checked((int)_pool.Position);
        _pool.WriteByte((byte)bytes.Length);
        _pool.Write(bytes);
        return _strings[text] = offset;
    }

    /// <summary>Number of a line of side text.</summary>
    public int Side(string line)
    {
        if (!_side.TryGetValue(line, out int number)) { _side[line] = number = _side.Count; }
        return number;
    }

    /// <summary>Adds a record and returns its number.</summary>
    public int Add(ReadOnlySpan<byte> record)
    {
        if (record.Length != recordSize) { throw new ArgumentException($"{record.Length} bytes, expected {recordSize}.", nameof(record)); }
        _records.Add(record.ToArray());
        return _records.Count - 1;
    }

    /// <summary>Files a record under a name.</summary>
    public void File(string name, int record, bool flag)
    {
        NameHash hash = NameHash.Of(name);
        if (hash.Length == 0) { return; }
        ulong key = hash.Value;
        // A record is filed once under a name; a marked filing wins.
        if (flag) { _entries.Remove((key, (uint)record << 1)); }
        else if (_entries.Contains((key, ((uint)record << 1) | 1))) { return; }
        _entries.Add((key, ((uint)record << 1) | (flag ? 1u : 0u)));
    }

    /// <summary>Number of names.</summary>
    public int Names => _entries.Count;

    /// <summary>The bytes of the table; the same records give the same bytes.</summary>
    public byte[] ToBytes()
    {
        int bits = Math.Clamp((int)Math.Log2(Math.Max(_entries.Count, 2)) - 1, 8, 20);
        byte[] side = Encoding.UTF8.GetBytes(string.Join('\n', _side.OrderBy(s => s.Value).Select(s => s.Key)));
        (ulong Key, uint Payload)[] entries = [.. _entries.OrderBy(e => e.Key >> (64 - bits)).ThenBy(e => e.Key & 0xFFFFFF).ThenBy(e => e.Payload)];
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(CompiledTable.Magic);
            foreach (int count in (ReadOnlySpan<int>)[recordSize, _records.Count, bits, entries.Length, side.Length, checked((int)_pool.Length)]) { writer.Write(count); }
            writer.Write(side);
            int next = 0;
            for (int bucket = 0; bucket < 1 << bits; bucket++)
            {
                while (next < entries.Length && (int)(entries[next].Key >> (64 - bits)) < bucket) { next++; }
                writer.Write(next);
            }
            writer.Write(entries.Length);
            Span<byte> entry = stackalloc byte[8];
            foreach ((ulong key, uint payload) in entries)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(entry, (key & 0xFFFFFF) | ((ulong)payload << 24));
                writer.Write(entry[..6]);
            }
            foreach (byte[] record in _records) { writer.Write(record); }
            writer.Write(_pool.ToArray());
        }
        return stream.ToArray();
    }
}
