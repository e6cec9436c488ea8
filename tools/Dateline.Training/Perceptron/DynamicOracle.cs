using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>Costs of moves in any configuration: gold arcs that can no longer be made (Goldberg and Nivre 2013, arc-hybrid).</summary>
internal sealed class DynamicOracle
{
    private bool[] _stacked = [];
    private int[][] _children = [];
    private int[] _heads = [];

    /// <summary>Begins a sentence with a projective gold tree; the root's number is the number of words.</summary>
    public void Reset(int[] heads)
    {
        int n = heads.Length;
        _heads = heads;
        _stacked = new bool[n + 2];
        _children = new int[n + 1][];
        for (int h = 0; h <= n; h++) { _children[h] = []; }
        foreach (IGrouping<int, int> g in Enumerable.Range(0, n).GroupBy(d => heads[d])) { _children[g.Key] = [.. g]; }
    }

    /// <summary>Keeps track of the stack; called before the move is made.</summary>
    public void Follow(ParserState state, Move move)
    {
        if (move == Move.Shift) { _stacked[state.Next] = true; }
        else { _stacked[state.Stack(0)] = false; }
    }

    /// <summary>Gold arcs lost by the move; large where the move is not allowed.</summary>
    public int Cost(ParserState state, Move move)
    {
        if (!state.Allows(move)) { return int.MaxValue; }
        int next = state.Next, cost = 0;
        if (move == Move.Shift)
        {
            foreach (int d in _children[next]) { if (_stacked[d]) { cost++; } }
            int head = _heads[next];
            if (head < next && _stacked[head] && head != state.Stack(0)) { cost++; }
            return cost;
        }
        int top = state.Stack(0);
        foreach (int d in _children[top]) { if (d >= next) { cost++; } }
        int gold = _heads[top];
        if (move == Move.Left)
        {
            if (gold > next || (state.StackSize > 1 && gold == state.Stack(1))) { cost++; }
        }
        else if (gold >= next) { cost++; }
        return cost;
    }
}
