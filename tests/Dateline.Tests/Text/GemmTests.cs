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

    [Fact]
    public void A_matrix_shorter_than_its_shape_is_refused() =>
        Assert.Throws<ArgumentException>(() => Gemm.Multiply(new float[5], 3, 1, new float[48], new float[32], 16, 2, 16, 3, GemmMode.Set));

    private static float[] Values(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
    }
}
