namespace Dateline.Training.Neural;

/// <summary>Scratch matrices by name, grown when needed, so that a training step allocates nothing once warm.</summary>
internal sealed class Buffers
{
    private readonly Dictionary<string, float[]> _floats = new(StringComparer.Ordinal);

    /// <summary>At least <paramref name="length"/> floats with unspecified contents.</summary>
    public float[] Get(string name, int length)
    {
        if (!_floats.TryGetValue(name, out float[]? buffer) || buffer.Length < length)
        {
            buffer = new float[length + (length / 4) + 16];
            _floats[name] = buffer;
        }
        return buffer;
    }

    /// <summary>The same, zeroed.</summary>
    public float[] Zero(string name, int length)
    {
        float[] buffer = Get(name, length);
        buffer.AsSpan(0, length).Clear();
        return buffer;
    }
}

/// <summary>A small fast generator (xorshift64*), so that dropout masks cost little and repeat exactly.</summary>
internal struct FastRandom(ulong seed)
{
    private ulong _state = (seed * 0x9E3779B97F4A7C15UL) | 1;

    public uint Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (uint)((_state * 0x2545F4914F6CDD1DUL) >> 32);
    }

    /// <summary>True with the probability.</summary>
    public bool Chance(float probability) => Next() < probability * 4294967296f;

    /// <summary>Fills with 0 (probability <paramref name="rate"/>) or 1/(1-rate).</summary>
    public void Mask(Span<float> mask, float rate)
    {
        float keep = 1f / (1f - rate);
        uint limit = (uint)(rate * 4294967295f);
        for (int i = 0; i < mask.Length; i++) { mask[i] = Next() < limit ? 0 : keep; }
    }
}
