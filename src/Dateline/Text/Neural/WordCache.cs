namespace Dateline.Text.Neural;

/// <summary>First-layer vectors of words seen before: they depend on the spelling alone, and a few thousand words make most of the news.</summary>
internal sealed class WordCache(int width)
{
    // Eight thousand words of width 128 are four megabytes a thread and cover nine words in ten.
    private const int Capacity = 8192;

    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private float[] _values = [];

    /// <summary>Copies the vector of a known word; false when it is unknown.</summary>
    public bool TryGet(string form, Span<float> vector)
    {
        if (!_rows.TryGetValue(form, out int row)) { return false; }
        _values.AsSpan(row * width, width).CopyTo(vector);
        return true;
    }

    /// <summary>Keeps a vector; a full cache starts anew, so memory stays bounded.</summary>
    public void Add(string form, ReadOnlySpan<float> vector)
    {
        if (_rows.Count == Capacity) { _rows.Clear(); }
        if (!_rows.TryAdd(form, _rows.Count)) { return; }
        int needed = _rows.Count * width;
        if (_values.Length < needed) { Array.Resize(ref _values, Math.Min(Capacity * width, Math.Max(needed, _values.Length * 2))); }
        vector.CopyTo(_values.AsSpan(needed - width));
    }
}
