using System.Runtime.Intrinsics;

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

    /// <summary>Fills with 0 (probability <paramref name="rate"/>, to the next 1/256) or the inverse of the share that stays; the length is a multiple of eight.</summary>
    public void Mask(Span<float> mask, float rate)
    {
        int limit = (int)MathF.Round(rate * 256f);
        Vector256<float> keep = Vector256.Create(256f / (256 - limit));
        Vector256<int> least = Vector256.Create(limit - 1);
        for (int i = 0; i < mask.Length; i += 8)
        {
            _state ^= _state >> 12;
            _state ^= _state << 25;
            _state ^= _state >> 27;
            Vector128<short> low = Vector128.WidenLower(Vector128.CreateScalarUnsafe(_state * 0x2545F4914F6CDD1DUL).AsByte()).AsInt16();
            Vector256<int> bytes = Vector256.Create(Vector128.WidenLower(low), Vector128.WidenUpper(low));
            (Vector256.GreaterThan(bytes, least).AsSingle() & keep).CopyTo(mask[i..]);
        }
    }
}
