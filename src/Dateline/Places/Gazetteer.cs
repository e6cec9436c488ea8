using System.Buffers.Binary;
using Dateline.Knowledge;

namespace Dateline.Places;

/// <summary>Places by name, searched in place in <c>knowledge/places/gazetteer.table</c>. Countries are in <see cref="CountryTable"/>.</summary>
public sealed class Gazetteer
{
    /// <summary>Bytes of one record.</summary>
    public const int RecordSize = 24;
    private const ushort NoAdmin1 = ushort.MaxValue;
    private const double Steps = (1 << 24) - 1;
    private static readonly Lazy<Gazetteer> Embedded = new(() => new Gazetteer(CompiledTable.Embedded("places/gazetteer.table")));

    private readonly CompiledTable _table;
    private readonly CompiledTable? _more;

    /// <summary>Reads a compiled table, and a second one with a user's places, which stand beside the first one's.</summary>
    public Gazetteer(CompiledTable table, CompiledTable? more = null)
    {
        _more = more;
        if (table.RecordSize != RecordSize) { throw new InvalidDataException($"gazetteer: records of {table.RecordSize} bytes, expected {RecordSize}."); }
        _table = table;
    }

    /// <summary>The gazetteer this build carries; opened at first use.</summary>
    public static Gazetteer Default => Embedded.Value;

    /// <summary>Number of places.</summary>
    public int Count => _table.Count + (_more?.Count ?? 0);

    /// <summary>True when some place bears the name; allocates nothing.</summary>
    public bool Contains(NameHash name) => _table.Contains(name) || (_more?.Contains(name) ?? false);

    /// <summary>Numbers of the places of that name; <c>Flag</c> marks their main name.</summary>
    public Hits Find(NameHash name) => new(_table.Find(name), _more is null ? default : _more.Find(name), _table.Count, _more is not null);

    /// <summary>Inhabitants of a place by number.</summary>
    public uint Population(int index) => BinaryPrimitives.ReadUInt32LittleEndian(Record(index)[10..]);

    /// <summary>Kind of a place by number.</summary>
    public PlaceKind Kind(int index) => (PlaceKind)Record(index)[17];

    /// <summary>Country of a place by number, "" for none.</summary>
    public string Country(int index) => Of(index).Side[BinaryPrimitives.ReadUInt16LittleEndian(Record(index)[14..])];

    /// <summary>Feature code of a place by number, "" for none.</summary>
    public string Feature(int index) => Of(index).Side[Record(index)[16]];

    /// <summary>First-level division of a place by number, "" for none.</summary>
    public string Admin1(int index) => BinaryPrimitives.ReadUInt16LittleEndian(Record(index)[18..]) is var n and not NoAdmin1 ? Of(index).Side[n] : "";

    /// <summary>Degrees north and east of a place by number.</summary>
    public (double Latitude, double Longitude) Position(int index)
    {
        ReadOnlySpan<byte> record = Record(index);
        return (Math.Round((Three(record[4..]) / Steps * 180) - 90, 4), Math.Round((Three(record[7..]) / Steps * 360) - 180, 4));
    }

    /// <summary>A place by number.</summary>
    public GazetteerEntry this[int index]
    {
        get
        {
            ReadOnlySpan<byte> record = Record(index);
            (double latitude, double longitude) = Position(index);
            int id = BinaryPrimitives.ReadInt32LittleEndian(record);
            return new GazetteerEntry
            {
                Name = Of(index).Text(Three(record[20..])),
                Kind = Kind(index),
                Country = Country(index) is { Length: > 0 } country ? country : null,
                Admin1 = Admin1(index) is { Length: > 0 } admin1 ? admin1 : null,
                Latitude = latitude,
                Longitude = longitude,
                GeonamesId = id > 0 ? id : null,
                FeatureCode = Feature(index) is { Length: > 0 } feature ? feature : null,
                Population = Population(index),
            };
        }
    }

    /// <summary>Writes a record as <see cref="this"/> reads it; for the builder.</summary>
    internal static void Write(Span<byte> record, int id, double latitude, double longitude, uint population, int country, int feature, PlaceKind kind, int admin1, int name)
    {
        BinaryPrimitives.WriteInt32LittleEndian(record, id);
        Put(record[4..], (int)Math.Round((latitude + 90) / 180 * Steps));
        Put(record[7..], (int)Math.Round((longitude + 180) / 360 * Steps));
        BinaryPrimitives.WriteUInt32LittleEndian(record[10..], population);
        BinaryPrimitives.WriteUInt16LittleEndian(record[14..], checked((ushort)country));
        record[16] = checked((byte)feature);
        record[17] = (byte)kind;
        BinaryPrimitives.WriteUInt16LittleEndian(record[18..], admin1 < 0 ? NoAdmin1 : checked((ushort)admin1));
        Put(record[20..], name);
        record[23] = 0;
    }

    // Numbers beyond the first table's are the user's.
    private CompiledTable Of(int index) => index < _table.Count ? _table : _more!;

    private ReadOnlySpan<byte> Record(int index) => index < _table.Count ? _table.Record(index) : _more!.Record(index - _table.Count);

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static void Put(Span<byte> bytes, int value)
    {
        bytes[0] = (byte)value;
        bytes[1] = (byte)(value >> 8);
        bytes[2] = (byte)(value >> 16);
    }

    /// <summary>Walks the places of one name without allocating: the built-in ones, then the user's.</summary>
    public ref struct Hits
    {
        private readonly int _offset;
        private readonly bool _hasMore;
        private CompiledTable.Hits _first;
        private CompiledTable.Hits _more;
        private bool _inMore;

        internal Hits(CompiledTable.Hits first, CompiledTable.Hits more, int offset, bool hasMore)
        {
            _first = first;
            _more = more;
            _offset = offset;
            _hasMore = hasMore;
        }

        /// <summary>Number of the place.</summary>
        public readonly int Current => _inMore ? _offset + _more.Current : _first.Current;

        /// <summary>True for its main name.</summary>
        public readonly bool Flag => _inMore ? _more.Flag : _first.Flag;

        /// <summary>For <c>foreach</c>.</summary>
        public readonly Hits GetEnumerator() => this;

        /// <summary>Goes to the next place; false at the end.</summary>
        public bool MoveNext()
        {
            if (!_inMore && _first.MoveNext()) { return true; }
            _inMore = _hasMore;
            return _hasMore && _more.MoveNext();
        }
    }
}
