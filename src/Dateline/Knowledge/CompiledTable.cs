using System.Buffers.Binary;
using System.Reflection;
using System.Text;

namespace Dateline.Knowledge;

/// <summary>A table compiled by <c>tools/Dateline.KnowledgeBuilder</c> and searched where it lies: nothing is parsed or copied at start.</summary>
/// <remarks>
/// Layout, little-endian: magic "DLK1"; six 32-bit counts; side text (UTF-8 lines that records refer to by number); bucket starts;
/// entries of six bytes (24 bits of the key, record number with one flag bit); records of fixed width; pool of UTF-8 strings, each after its length byte.
/// A key is split into bucket and check, 24 bits and more than 16: a wrong name passes about once in 10^12.
/// </remarks>
public sealed unsafe class CompiledTable
{
    /// <summary>First bytes of a file.</summary>
    public const uint Magic = 0x314B4C44;
    private const int HeaderSize = 28;
    private const int EntrySize = 6;

    private readonly byte* _data;
    private readonly byte[]? _owner;
    private readonly int _bucketBits;
    private readonly int _buckets;
    private readonly int _entries;
    private readonly int _records;
    private readonly int _pool;
    private readonly int _length;

    private CompiledTable(byte* data, int length, string name, byte[]? owner)
    {
        _data = data;
        _owner = owner;
        _length = length;
        if (length < HeaderSize || Int(0) != unchecked((int)Magic)) { throw new InvalidDataException($"knowledge/{name}: not a compiled table. Build it with tools/Dateline.KnowledgeBuilder."); }
        RecordSize = Int(4);
        Count = Int(8);
        _bucketBits = Int(12);
        int entryCount = Int(16);
        int sideLength = Int(20);
        int poolLength = Int(24);
        _buckets = HeaderSize + sideLength;
        _entries = _buckets + (((1 << _bucketBits) + 1) * 4);
        _records = _entries + (entryCount * EntrySize);
        _pool = _records + (Count * RecordSize);
        if (_pool + poolLength != length) { throw new InvalidDataException($"knowledge/{name}: {length} bytes, expected {_pool + poolLength}. The file is cut short or damaged."); }
        Side = Encoding.UTF8.GetString(data + HeaderSize, sideLength).Split('\n');
    }

    /// <summary>Number of records.</summary>
    public int Count { get; }

    /// <summary>Bytes of one record.</summary>
    public int RecordSize { get; }

    /// <summary>Lines of side text that records point into.</summary>
    public IReadOnlyList<string> Side { get; }

    /// <summary>Opens a table that is embedded in this assembly.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public static CompiledTable Embedded(string name)
    {
        Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("knowledge/" + name)
            ?? throw new InvalidDataException($"knowledge/{name} is not embedded in this build.");
        // The resource lies in the mapped image of the assembly, which is never unloaded.
        if (stream is UnmanagedMemoryStream mapped) { return new CompiledTable(mapped.PositionPointer, checked((int)mapped.Length), name, null); }
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return FromBytes(name, copy.ToArray());
    }

    /// <summary>Opens a table in memory.</summary>
    public static CompiledTable FromBytes(string name, ReadOnlySpan<byte> bytes)
    {
        byte[] pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned);
        fixed (byte* data = pinned) { return new CompiledTable(data, pinned.Length, name, pinned); }
    }

    /// <summary>The records filed under a key.</summary>
    public Hits Find(NameHash name)
    {
        ulong key = name.Value;
        int bucket = (int)(key >> (64 - _bucketBits));
        uint check = (uint)key & 0xFFFFFF;
        return new Hits(this, Int(_buckets + (bucket * 4)), Int(_buckets + ((bucket + 1) * 4)), check);
    }

    /// <summary>True when some record is filed under the key.</summary>
    public bool Contains(NameHash name) => Find(name).MoveNext();

    /// <summary>The bytes of a record.</summary>
    public ReadOnlySpan<byte> Record(int index) =>
        (uint)index < (uint)Count ? new ReadOnlySpan<byte>(_data + _records + (index * RecordSize), RecordSize) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The string at an offset of the pool.</summary>
    public string Text(int offset)
    {
        int at = _pool + offset;
        if (at < _pool || at >= _length) { throw new ArgumentOutOfRangeException(nameof(offset)); }
        return Encoding.UTF8.GetString(_data + at + 1, _data[at]);
    }

    private int Int(int offset) => BinaryPrimitives.ReadInt32LittleEndian(new ReadOnlySpan<byte>(_data + offset, 4));

    /// <summary>Walks the records under one key without allocating.</summary>
    public ref struct Hits
    {
        private readonly CompiledTable _table;
        private readonly int _end;
        private readonly uint _check;
        private int _next;
        private uint _payload;

        internal Hits(CompiledTable table, int start, int end, uint check)
        {
            _table = table;
            _next = start;
            _end = end;
            _check = check;
        }

        /// <summary>Number of the record.</summary>
        public readonly int Current => (int)(_payload >> 1);

        /// <summary>The builder's mark on this name of the record.</summary>
        public readonly bool Flag => (_payload & 1) != 0;

        /// <summary>For <c>foreach</c>.</summary>
        public readonly Hits GetEnumerator() => this;

        /// <summary>Goes to the next record; false at the end.</summary>
        public bool MoveNext()
        {
            while (_next < _end)
            {
                byte* entry = _table._data + _table._entries + (_next++ * EntrySize);
                if ((uint)(entry[0] | (entry[1] << 8) | (entry[2] << 16)) != _check) { continue; }
                _payload = (uint)(entry[3] | (entry[4] << 8) | (entry[5] << 16));
                return true;
            }
            return false;
        }
    }
}
