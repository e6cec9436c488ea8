using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>Weights of an averaged perceptron while it learns: sparse rows by feature, rows are made by updates only.</summary>
internal sealed class PerceptronTable
{
    private struct Entry
    {
        public ushort Class;
        public ushort Updates;
        public int Weight;
        public long Total;
    }

    private uint[] _keys = new uint[1 << 16];
    private int[] _rowOf = new int[1 << 16];
    private int _slots;
    private int[] _start = new int[1 << 15];
    private byte[] _count = new byte[1 << 15];
    private byte[] _capacity = new byte[1 << 15];
    private int _rows;
    private Entry[] _entries = new Entry[1 << 18];
    private int _used;

    /// <summary>Updates a weight must have seen before it counts: rare features neither score nor are written.</summary>
    public int MinUpdates { get; init; } = 1;

    /// <summary>Examples seen so far; advanced by the trainer.</summary>
    public long Clock { get; set; } = 1;

    public int RowCount => _rows;

    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        foreach (uint feature in features)
        {
            int row = Find(feature);
            if (row < 0) { continue; }
            foreach (ref Entry e in _entries.AsSpan(_start[row], _count[row]))
            {
                if (e.Updates >= MinUpdates) { scores[e.Class] += e.Weight; }
            }
        }
    }

    /// <summary>Moves the weights towards one class and away from another.</summary>
    public void Update(ReadOnlySpan<uint> features, int gold, int predicted)
    {
        foreach (uint feature in features)
        {
            int row = FindOrAdd(feature);
            Add(row, gold, 1);
            Add(row, predicted, -1);
        }
    }

    /// <summary>The averaged weights in eight bits, without those that round to nothing.</summary>
    public WeightTable ToWeights(double scale, int minWeight)
    {
        List<(uint Key, int Row)> order = [];
        for (int i = 0; i < _keys.Length; i++)
        {
            if (_rowOf[i] > 0) { order.Add((_keys[i], _rowOf[i] - 1)); }
        }
        order.Sort();
        MemoryStream rows = new();
        List<(uint Key, int At)> kept = [];
        List<(byte Class, int Weight)> pairs = [];
        foreach ((uint key, int row) in order)
        {
            pairs.Clear();
            int largest = 0;
            foreach (ref Entry e in _entries.AsSpan(_start[row], _count[row]))
            {
                if (e.Updates < MinUpdates) { continue; }
                double average = e.Weight - (e.Total / (double)Clock);
                int q = (int)Math.Round(average * scale);
                if (Math.Abs(q) < minWeight) { continue; }
                pairs.Add(((byte)e.Class, q));
                largest = Math.Max(largest, Math.Abs(q));
            }
            if (pairs.Count == 0) { continue; }
            bool wide = largest > 127;
            if (wide)
            {
                for (int i = 0; i < pairs.Count; i++)
                {
                    pairs[i] = (pairs[i].Class, Math.Clamp((int)Math.Round(pairs[i].Weight / (double)WeightTable.WideFactor), -127, 127));
                }
                pairs.RemoveAll(p => p.Weight == 0);
            }
            kept.Add((key, (int)rows.Length));
            rows.WriteByte((byte)key);
            rows.WriteByte((byte)(key >> 8));
            rows.WriteByte((byte)(pairs.Count | (wide ? 0x80 : 0)));
            foreach ((byte cls, int weight) in pairs.OrderBy(p => p.Class))
            {
                rows.WriteByte(cls);
                rows.WriteByte((byte)(sbyte)weight);
            }
        }
        int bits = 1;
        while (bits < 24 && (1 << bits) * 2 < kept.Count) { bits++; }
        uint[] starts = new uint[(1 << bits) + 1];
        int next = 0;
        for (int bucket = 0; bucket < 1 << bits; bucket++)
        {
            while (next < kept.Count && kept[next].Key >> (32 - bits) < bucket) { next++; }
            starts[bucket] = next < kept.Count ? (uint)kept[next].At : (uint)rows.Length;
        }
        starts[^1] = (uint)rows.Length;
        return new WeightTable(starts, rows.ToArray());
    }

    private int Find(uint key)
    {
        int mask = _keys.Length - 1;
        for (int i = (int)(key * 0x9E3779B1u >> 3) & mask; ; i = (i + 1) & mask)
        {
            if (_rowOf[i] == 0) { return -1; }
            if (_keys[i] == key) { return _rowOf[i] - 1; }
        }
    }

    private int FindOrAdd(uint key)
    {
        if (_slots * 2 > _keys.Length) { Rehash(); }
        int mask = _keys.Length - 1;
        int i = (int)(key * 0x9E3779B1u >> 3) & mask;
        while (_rowOf[i] != 0)
        {
            if (_keys[i] == key) { return _rowOf[i] - 1; }
            i = (i + 1) & mask;
        }
        if (_rows == _start.Length)
        {
            Array.Resize(ref _start, _rows * 2);
            Array.Resize(ref _count, _rows * 2);
            Array.Resize(ref _capacity, _rows * 2);
        }
        _keys[i] = key;
        _rowOf[i] = _rows + 1;
        _slots++;
        return _rows++;
    }

    private void Rehash()
    {
        uint[] keys = _keys;
        int[] rowOf = _rowOf;
        _keys = new uint[keys.Length * 2];
        _rowOf = new int[keys.Length * 2];
        int mask = _keys.Length - 1;
        for (int j = 0; j < keys.Length; j++)
        {
            if (rowOf[j] == 0) { continue; }
            int i = (int)(keys[j] * 0x9E3779B1u >> 3) & mask;
            while (_rowOf[i] != 0) { i = (i + 1) & mask; }
            _keys[i] = keys[j];
            _rowOf[i] = rowOf[j];
        }
    }

    private void Add(int row, int cls, int delta)
    {
        foreach (ref Entry e in _entries.AsSpan(_start[row], _count[row]))
        {
            if (e.Class != cls) { continue; }
            e.Weight += delta;
            e.Total += delta * Clock;
            if (e.Updates < ushort.MaxValue) { e.Updates++; }
            return;
        }
        if (_count[row] == _capacity[row])
        {
            int capacity = Math.Min(Math.Max(2, _capacity[row] * 2), 128);
            if (_used + capacity > _entries.Length) { Array.Resize(ref _entries, _entries.Length * 2); }
            _entries.AsSpan(_start[row], _count[row]).CopyTo(_entries.AsSpan(_used));
            _start[row] = _used;
            _capacity[row] = (byte)capacity;
            _used += capacity;
        }
        _entries[_start[row] + _count[row]++] = new Entry { Class = (ushort)cls, Updates = 1, Weight = delta, Total = delta * Clock };
    }
}
