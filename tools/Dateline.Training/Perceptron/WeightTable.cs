using System.Runtime.InteropServices;
using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>Weights of hashed features, searched in place in the bytes of the model file.</summary>
/// <remarks>
/// The high bits of a feature choose a bucket; a bucket is a run of rows: 16 low bits of the feature, a count, and count pairs
/// of class and weight (eight bits each). The top bit of the count marks a row whose weights count sixteenfold.
/// </remarks>
internal sealed class WeightTable
{
    public const int WideFactor = 16;
    private const int HeaderBytes = 3;
    private readonly int _shift;
    private readonly uint[] _bucketStart;
    private readonly byte[] _rows;

    /// <summary>Takes the bucket starts (one more than there are buckets, a power of two) and the rows.</summary>
    public WeightTable(uint[] bucketStart, byte[] rows)
    {
        _bucketStart = bucketStart;
        _rows = rows;
        _shift = 32 - int.Log2(bucketStart.Length - 1);
    }

    public ReadOnlySpan<uint> BucketStart => _bucketStart;

    public ReadOnlySpan<byte> Rows => _rows;

    /// <summary>Adds the weights of every feature to the scores of the classes.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        ReadOnlySpan<byte> rows = _rows;
        uint[] starts = _bucketStart;
        foreach (uint feature in features)
        {
            int bucket = (int)(feature >> _shift);
            int at = (int)starts[bucket], end = (int)starts[bucket + 1];
            ushort check = (ushort)feature;
            while (at < end)
            {
                int count = rows[at + 2] & 0x7F;
                if (MemoryMarshal.Read<ushort>(rows[at..]) == check)
                {
                    int factor = rows[at + 2] >= 0x80 ? WideFactor : 1;
                    ReadOnlySpan<byte> pairs = rows.Slice(at + HeaderBytes, count * 2);
                    for (int i = 0; i + 1 < pairs.Length; i += 2) { scores[pairs[i]] += (sbyte)pairs[i + 1] * factor; }
                    break;
                }
                at += HeaderBytes + (count * 2);
            }
        }
    }
}
