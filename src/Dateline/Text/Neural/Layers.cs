using System.Runtime.Intrinsics;

namespace Dateline.Text.Neural;

/// <summary>The element-wise steps of the network, the same in training and in use.</summary>
public static class Layers
{
    /// <summary>Keeps the larger of the two halves of each row: <c>out[j] = max(z[j], z[j + width])</c>.</summary>
    public static void Maxout(ReadOnlySpan<float> z, Span<float> result, int rows, int width)
    {
        for (int r = 0; r < rows; r++)
        {
            ReadOnlySpan<float> low = z.Slice(2 * r * width, width), high = z.Slice((2 * r * width) + width, width);
            Span<float> to = result.Slice(r * width, width);
            int j = 0;
            for (; j + 8 <= width; j += 8)
            {
                Vector256.Max(Vector256.Create(low[j..]), Vector256.Create(high[j..])).CopyTo(to[j..]);
            }
            for (; j < width; j++) { to[j] = Math.Max(low[j], high[j]); }
        }
    }

    /// <summary>Normalises each row to mean 0 and variance 1, then scales and shifts; keeps 1/σ of each row when asked.</summary>
    public static void Normalize(ReadOnlySpan<float> x, ReadOnlySpan<float> gain, ReadOnlySpan<float> bias, Span<float> result, int rows, int width, Span<float> inverse = default)
    {
        for (int r = 0; r < rows; r++)
        {
            ReadOnlySpan<float> row = x.Slice(r * width, width);
            float mean = Sum(row) / width;
            float variance = SquaredDistance(row, mean) / width;
            float scale = 1f / MathF.Sqrt(variance + 1e-5f);
            if (!inverse.IsEmpty) { inverse[r] = scale; }
            Span<float> to = result.Slice(r * width, width);
            Vector256<float> m = Vector256.Create(mean), s = Vector256.Create(scale);
            int j = 0;
            for (; j + 8 <= width; j += 8)
            {
                (((Vector256.Create(row[j..]) - m) * s * Vector256.Create(gain[j..])) + Vector256.Create(bias[j..])).CopyTo(to[j..]);
            }
            for (; j < width; j++) { to[j] = ((row[j] - mean) * scale * gain[j]) + bias[j]; }
        }
    }

    /// <summary>Adds a row vector to every row; negative results become zero when <paramref name="rectify"/> is given.</summary>
    public static void AddBias(Span<float> x, ReadOnlySpan<float> bias, int rows, int width, Rectify rectify = Rectify.No)
    {
        for (int r = 0; r < rows; r++)
        {
            Span<float> row = x.Slice(r * width, width);
            int j = 0;
            for (; j + 8 <= width; j += 8)
            {
                Vector256<float> value = Vector256.Create((ReadOnlySpan<float>)row[j..]) + Vector256.Create(bias[j..]);
                if (rectify == Rectify.Yes) { value = Vector256.Max(value, Vector256<float>.Zero); }
                value.CopyTo(row[j..]);
            }
            for (; j < width; j++)
            {
                row[j] += bias[j];
                if (rectify == Rectify.Yes && row[j] < 0) { row[j] = 0; }
            }
        }
    }

    /// <summary><c>to += from</c>.</summary>
    public static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        int j = 0;
        for (; j + 8 <= from.Length; j += 8)
        {
            (Vector256.Create(from[j..]) + Vector256.Create((ReadOnlySpan<float>)to[j..])).CopyTo(to[j..]);
        }
        for (; j < from.Length; j++) { to[j] += from[j]; }
    }

    /// <summary>Softmax in place.</summary>
    public static void Softmax(Span<float> row)
    {
        Vector256<float> most = Vector256.Create(float.NegativeInfinity);
        int k = 0;
        for (; k + 8 <= row.Length; k += 8) { most = Vector256.Max(most, Vector256.Create((ReadOnlySpan<float>)row[k..])); }
        float largest = float.NegativeInfinity;
        for (int lane = 0; lane < 8; lane++) { largest = Math.Max(largest, most[lane]); }
        for (; k < row.Length; k++) { largest = Math.Max(largest, row[k]); }
        Vector256<float> sums = default;
        most = Vector256.Create(largest);
        k = 0;
        for (; k + 8 <= row.Length; k += 8)
        {
            Vector256<float> value = Vector256.Exp(Vector256.Create((ReadOnlySpan<float>)row[k..]) - most);
            value.CopyTo(row[k..]);
            sums += value;
        }
        float sum = Vector256.Sum(sums);
        for (; k < row.Length; k++) { sum += row[k] = MathF.Exp(row[k] - largest); }
        float scale = 1f / sum;
        for (k = 0; k + 8 <= row.Length; k += 8) { (Vector256.Create((ReadOnlySpan<float>)row[k..]) * scale).CopyTo(row[k..]); }
        for (; k < row.Length; k++) { row[k] *= scale; }
    }

    /// <summary>Copies, for every word, its own row between those of its neighbours at a distance inside the same sentence; zeros outside.</summary>
    public static void GatherNeighbours(ReadOnlySpan<float> h, ReadOnlySpan<int> sentenceStarts, int dilation, Span<float> result, int width)
    {
        for (int s = 0; s + 1 < sentenceStarts.Length; s++)
        {
            int first = sentenceStarts[s], end = sentenceStarts[s + 1];
            for (int i = first; i < end; i++)
            {
                Span<float> to = result.Slice(i * 3 * width, 3 * width);
                if (i - dilation >= first) { h.Slice((i - dilation) * width, width).CopyTo(to); } else { to[..width].Clear(); }
                h.Slice(i * width, width).CopyTo(to[width..]);
                if (i + dilation < end) { h.Slice((i + dilation) * width, width).CopyTo(to[(2 * width)..]); } else { to[(2 * width)..].Clear(); }
            }
        }
    }

    private static float Sum(ReadOnlySpan<float> row)
    {
        Vector256<float> sum = default;
        int j = 0;
        for (; j + 8 <= row.Length; j += 8) { sum += Vector256.Create(row[j..]); }
        float total = Vector256.Sum(sum);
        for (; j < row.Length; j++) { total += row[j]; }
        return total;
    }

    private static float SquaredDistance(ReadOnlySpan<float> row, float mean)
    {
        Vector256<float> sum = default, m = Vector256.Create(mean);
        int j = 0;
        for (; j + 8 <= row.Length; j += 8)
        {
            Vector256<float> d = Vector256.Create(row[j..]) - m;
            sum += d * d;
        }
        float total = Vector256.Sum(sum);
        for (; j < row.Length; j++) { total += (row[j] - mean) * (row[j] - mean); }
        return total;
    }
}

/// <summary>Whether negative values become zero.</summary>
public enum Rectify { No, Yes }
