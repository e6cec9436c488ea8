using Dateline.Text.Neural;
using Xunit;

namespace Dateline.Tests.TextLayer;

public sealed class GemmTests
{
    [Theory]
    [InlineData(1, 16, 1)]
    [InlineData(5, 16, 7)]
    [InlineData(6, 32, 3)]
    [InlineData(13, 48, 21)]
    public void A_product_equals_the_schoolbook_one_in_either_layout_of_the_left_matrix(int m, int n, int k)
    {
        float[] a = Values(m * k, 1), b = Values(k * n, 2), packed = new float[n * k];
        Gemm.Pack(b, k, n, n, 1, packed);
        float[] plain = new float[m * n], transposed = new float[m * n], twice = new float[m * n];
        float[] at = new float[m * k];
        for (int i = 0; i < m; i++) { for (int p = 0; p < k; p++) { at[(p * m) + i] = a[(i * k) + p]; } }
        Gemm.Multiply(a, k, 1, packed, plain, n, m, n, k, GemmMode.Set);
        Gemm.Multiply(at, 1, m, packed, transposed, n, m, n, k, GemmMode.Set);
        Gemm.Multiply(a, k, 1, packed, twice, n, m, n, k, GemmMode.Set);
        Gemm.Multiply(a, k, 1, packed, twice, n, m, n, k, GemmMode.Add);
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double sum = 0;
                for (int p = 0; p < k; p++) { sum += (double)a[(i * k) + p] * b[(p * n) + j]; }
                Assert.InRange(plain[(i * n) + j], sum - 1e-4, sum + 1e-4);
                Assert.Equal(plain[(i * n) + j], transposed[(i * n) + j]);
                Assert.InRange(twice[(i * n) + j], (2 * sum) - 1e-4, (2 * sum) + 1e-4);
            }
        }
    }

    [Fact]
    public void A_row_has_the_same_bits_whatever_rows_stand_beside_it()
    {
        const int N = 32, K = 50;
        float[] a = Values(8 * K, 3), packed = new float[N * K], all = new float[8 * N], one = new float[N];
        Gemm.Pack(Values(K * N, 4), K, N, N, 1, packed);
        Gemm.Multiply(a, K, 1, packed, all, N, 8, N, K, GemmMode.Set);
        for (int i = 0; i < 8; i++)
        {
            Gemm.Multiply(a.AsSpan(i * K, K), K, 1, packed, one, N, 1, N, K, GemmMode.Set);
            Assert.Equal(all.AsSpan(i * N, N).ToArray(), one);
        }
    }

    [Theory]
    [InlineData(1, 16, 9)]
    [InlineData(7, 32, 20)]
    [InlineData(19, 48, 33)]
    public void The_kernels_for_wide_and_wider_vectors_give_the_same_bits(int m, int n, int k)
    {
        Assert.SkipUnless(Gemm512.IsSupported, "this processor has no 512-bit vectors");
        float[] a = Values(m * k, 5), packed = new float[n * k];
        Gemm.Pack(Values(k * n, 6), k, n, n, 1, packed);
        foreach (GemmMode mode in (GemmMode[])[GemmMode.Set, GemmMode.Add])
        {
            float[] wide = Values(m * n, 7), wider = Values(m * n, 7);
            Gemm.Multiply256(ref a[0], k, 1, ref packed[0], ref wide[0], n, m, n, k, mode);
            Gemm512.Multiply(ref a[0], k, 1, ref packed[0], ref wider[0], n, m, n, k, mode);
            Assert.Equal(wide, wider);
        }
    }

    [Fact]
    public void A_matrix_that_lies_by_columns_is_packed_like_its_transpose()
    {
        const int K = 5, N = 21;
        float[] values = Values(K * N, 8), byColumn = new float[K * N], one = new float[K * Gemm.Padded(N)], other = new float[K * Gemm.Padded(N)];
        for (int i = 0; i < K; i++) { for (int j = 0; j < N; j++) { byColumn[(j * K) + i] = values[(i * N) + j]; } }
        Array.Fill(one, 1f);
        Gemm.Pack(values, K, N, N, 1, other);
        Gemm.Pack(byColumn, K, N, 1, K, one);
        Assert.Equal(other, one);
    }

    [Fact]
    public void A_matrix_shorter_than_its_shape_is_refused() =>
        Assert.Throws<ArgumentException>(() => Gemm.Multiply(new float[5], 3, 1, new float[48], new float[32], 16, 2, 16, 3, GemmMode.Set));

    private static float[] Values(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
    }
}
