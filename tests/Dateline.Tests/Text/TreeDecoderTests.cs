using Dateline.Text.Neural;
using Xunit;

namespace Dateline.Tests.TextLayer;

public sealed class TreeDecoderTests
{
    [Fact]
    public void Random_scores_give_the_best_tree_under_the_chosen_root()
    {
        Random random = new(11);
        for (int round = 0; round < 2000; round++)
        {
            int n = 1 + random.Next(6), stride = n + 1;
            float[] scores = [.. Enumerable.Range(0, n * stride).Select(_ => (float)((random.NextDouble() * 10) - 5))];
            int[] heads = new int[n];
            TreeDecoder.Decode(scores, n, stride, heads);
            int root = Array.IndexOf(heads, -1);
            Assert.True(IsTree(heads), string.Join(' ', heads));
            Assert.Equal(Best(scores, n, stride, root), Total(scores, stride, heads), 3);
        }
    }

    [Fact]
    public void Many_rings_of_words_are_broken_without_recursion()
    {
        const int N = 300;
        float[] scores = new float[N * (N + 1)];
        for (int i = 0; i < N; i++) { scores[(i * (N + 1)) + 1 + (i ^ 1)] = 10; }
        int[] heads = new int[N];
        TreeDecoder.Decode(scores, N, N + 1, heads);
        Assert.True(IsTree(heads));
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h == -1) != 1) { return false; }
        for (int i = 0; i < heads.Length; i++)
        {
            int at = i, steps = 0;
            while (at >= 0 && steps++ <= heads.Length) { at = heads[at]; }
            if (at >= 0) { return false; }
        }
        return true;
    }

    private static float Total(float[] scores, int stride, int[] heads)
    {
        float total = 0;
        for (int i = 0; i < heads.Length; i++) { total += heads[i] < 0 ? 0 : scores[(i * stride) + heads[i] + 1]; }
        return total;
    }

    private static float Best(float[] scores, int n, int stride, int root)
    {
        float best = float.NegativeInfinity;
        int[] heads = new int[n];
        for (long code = 0; code < (long)Math.Pow(n, n); code++)
        {
            long rest = code;
            for (int i = 0; i < n; i++) { heads[i] = (int)(rest % n); rest /= n; }
            if (heads[root] != root) { continue; }
            heads[root] = -1;
            if (IsTree(heads)) { best = Math.Max(best, Total(scores, stride, heads)); }
        }
        return best;
    }
}
