namespace Dateline.Text.Neural;

/// <summary>Heads from arc scores: the best head of each word where that is a tree with one root, else the maximum spanning arborescence.</summary>
/// <remarks>Chu and Liu (1965), Edmonds (1967); contraction without recursion.</remarks>
public static class TreeDecoder
{
    /// <summary>Column 0 of <paramref name="scores"/> (n × stride) is the root, column j+1 the word j. Writes heads, -1 for the root.</summary>
    public static void Decode(ReadOnlySpan<float> scores, int n, int stride, Span<int> heads)
    {
        // The root is the word that gains most over its best other head: comparing raw root scores would ignore what a word gives up.
        int root = 0;
        float most = float.NegativeInfinity;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<float> row = scores.Slice((i * stride) + 1, n);
            int head = -1;
            float best = float.NegativeInfinity;
            for (int j = 0; j < row.Length; j++)
            {
                if (j != i && (row[j] > best || head < 0)) { best = row[j]; head = j; }
            }
            heads[i] = head;
            float margin = n == 1 ? 0 : scores[i * stride] - best;
            if (margin > most || i == 0) { most = margin; root = i; }
        }
        heads[root] = -1;
        if (!IsTree(heads, n, root)) { SpanningTree(scores, n, stride, root, heads); }
    }

    private static bool IsTree(ReadOnlySpan<int> heads, int n, int root)
    {
        Span<int> mark = n <= 512 ? stackalloc int[n] : new int[n];
        mark.Clear();
        for (int i = 0; i < n; i++)
        {
            int at = i;
            while (at != root && mark[at] == 0) { mark[at] = i + 1; at = heads[at]; }
            if (at != root && mark[at] == i + 1) { return false; }
        }
        return true;
    }

    // Contracts one cycle at a time; each contraction is O(n²) and removes at least one node.
    private static void SpanningTree(ReadOnlySpan<float> scores, int n, int stride, int root, Span<int> heads)
    {
        int capacity = 2 * n;
        float[][] weight = new float[capacity][];           // weight[v][u]: u governs v
        int[][] fromWord = new int[capacity][], toWord = new int[capacity][];
        for (int v = 0; v < n; v++)
        {
            weight[v] = new float[capacity];
            fromWord[v] = new int[capacity];
            toWord[v] = new int[capacity];
            for (int u = 0; u < n; u++)
            {
                weight[v][u] = u == v || v == root ? float.NegativeInfinity : Math.Max(scores[(v * stride) + u + 1], -1e20f);
                fromWord[v][u] = u;
                toWord[v][u] = v;
            }
        }
        List<int> active = [.. Enumerable.Range(0, n)];
        int[] best = new int[capacity];
        Stack<(int Node, int[] Cycle)> contracted = new();
        int next = n;
        while (true)
        {
            foreach (int v in active)
            {
                if (v == root) { continue; }
                best[v] = -1;
                foreach (int u in active)
                {
                    if (u != v && (best[v] < 0 || weight[v][u] > weight[v][best[v]])) { best[v] = u; }
                }
            }
            int[]? cycle = FindCycle(active, best, root, capacity);
            if (cycle is null) { break; }
            int node = next++;
            weight[node] = new float[capacity];
            fromWord[node] = new int[capacity];
            toWord[node] = new int[capacity];
            bool[] inCycle = new bool[capacity];
            foreach (int v in cycle) { inCycle[v] = true; }
            foreach (int u in active)
            {
                if (inCycle[u]) { continue; }
                float bestIn = float.NegativeInfinity, bestOut = float.NegativeInfinity;
                int entry = cycle[0], exit = cycle[0];
                foreach (int v in cycle)
                {
                    float gain = weight[v][u] - weight[v][best[v]];
                    if (gain > bestIn) { bestIn = gain; entry = v; }
                    if (weight[u][v] > bestOut) { bestOut = weight[u][v]; exit = v; }
                }
                weight[node][u] = bestIn;
                fromWord[node][u] = fromWord[entry][u];
                toWord[node][u] = toWord[entry][u];
                weight[u][node] = bestOut;
                fromWord[u][node] = fromWord[u][exit];
                toWord[u][node] = toWord[u][exit];
            }
            contracted.Push((node, cycle));
            active.RemoveAll(v => inCycle[v]);
            active.Add(node);
        }
        int[] chosen = new int[n];
        Array.Fill(chosen, -2);
        foreach (int v in active)
        {
            if (v != root) { chosen[toWord[v][best[v]]] = fromWord[v][best[v]]; }
        }
        while (contracted.TryPop(out (int Node, int[] Cycle) top))
        {
            foreach (int v in top.Cycle)
            {
                int word = toWord[v][best[v]];
                if (!EntersAt(v, n, chosen, contracted, top)) { chosen[word] = fromWord[v][best[v]]; }
            }
        }
        chosen[root] = -1;
        for (int i = 0; i < n; i++) { heads[i] = chosen[i]; }
    }

    // True when the arc chosen outside the cycle already ends inside this member.
    private static bool EntersAt(int member, int n, int[] chosen, Stack<(int Node, int[] Cycle)> inner, (int Node, int[] Cycle) top)
    {
        _ = top;
        if (member < n) { return chosen[member] != -2; }
        Stack<int> open = new([member]);
        while (open.TryPop(out int v))
        {
            if (v < n) { if (chosen[v] != -2) { return true; } continue; }
            foreach ((int node, int[] cycle) in inner)
            {
                if (node == v) { foreach (int u in cycle) { open.Push(u); } }
            }
        }
        return false;
    }

    private static int[]? FindCycle(List<int> active, int[] best, int root, int capacity)
    {
        int[] mark = new int[capacity];
        int stamp = 0;
        foreach (int start in active)
        {
            stamp++;
            int at = start;
            while (at != root && mark[at] == 0) { mark[at] = stamp; at = best[at]; }
            if (at == root || mark[at] != stamp) { continue; }
            List<int> cycle = [at];
            for (int v = best[at]; v != at; v = best[v]) { cycle.Add(v); }
            return [.. cycle];
        }
        return null;
    }
}
