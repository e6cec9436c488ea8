using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>A configuration of the arc-hybrid system: a stack, the rest of the sentence, the arcs made so far. Reused from sentence to sentence.</summary>
/// <remarks>Words are 0 to n-1; n is the root, last in the buffer; n+1 stands for "no word".</remarks>
internal sealed class ParserState
{
    private int[] _stack = [];

    public int Count { get; private set; }
    public int StackSize { get; private set; }
    /// <summary>First word of the buffer.</summary>
    public int Next { get; private set; }

    public uint[] Word { get; private set; } = [];
    public uint[] Tag { get; private set; } = [];
    public uint[] Upos { get; private set; } = [];
    public uint[] WordTag { get; private set; } = [];
    public int[] Head { get; private set; } = [];
    public byte[] Label { get; private set; } = [];
    public int[] Left1 { get; private set; } = [];
    public int[] Left2 { get; private set; } = [];
    public int[] Right1 { get; private set; } = [];
    public int[] Right2 { get; private set; } = [];
    public byte[] LeftCount { get; private set; } = [];
    public byte[] RightCount { get; private set; } = [];
    public ulong[] LeftSet { get; private set; } = [];
    public ulong[] RightSet { get; private set; } = [];

    public int Root => Count;
    public int None => Count + 1;
    public bool IsFinal => Next == Count && StackSize == 0;

    /// <summary>The k-th word from the top of the stack.</summary>
    public int Stack(int k) => k < StackSize ? _stack[StackSize - 1 - k] : None;

    /// <summary>The k-th word of the buffer; the root comes last.</summary>
    public int Buffer(int k) => Next + k <= Count ? Next + k : None;

    /// <summary>Begins a sentence.</summary>
    public void Reset(ReadOnlySpan<WordForm> words, ReadOnlySpan<byte> tags, TagSet tagSet)
    {
        int n = words.Length;
        Count = n;
        StackSize = 0;
        Next = 0;
        if (_stack.Length < n + 2) { Grow(Math.Max(64, (n + 2) * 3 / 2)); }
        for (int i = 0; i < n; i++)
        {
            Word[i] = words[i].Lower;
            Tag[i] = tags[i];
            Upos[i] = (uint)tagSet.Tags[tags[i]].Upos;
        }
        Word[n] = 1;
        Tag[n] = Upos[n] = 253;
        Word[n + 1] = 2;
        Tag[n + 1] = Upos[n + 1] = 254;
        for (int i = 0; i < n + 2; i++) { WordTag[i] = FeatureHash.Of(999, Word[i], Tag[i]); }
        Head.AsSpan(0, n + 2).Fill(-1);
        Label.AsSpan(0, n + 2).Fill(255);
        Left1.AsSpan(0, n + 2).Fill(n + 1);
        Left2.AsSpan(0, n + 2).Fill(n + 1);
        Right1.AsSpan(0, n + 2).Fill(n + 1);
        Right2.AsSpan(0, n + 2).Fill(n + 1);
        LeftCount.AsSpan(0, n + 2).Clear();
        RightCount.AsSpan(0, n + 2).Clear();
        LeftSet.AsSpan(0, n + 2).Clear();
        RightSet.AsSpan(0, n + 2).Clear();
    }

    /// <summary>True when the move keeps the tree well formed: the root governs one word only.</summary>
    public bool Allows(Move move) => move switch
    {
        Move.Shift => Next < Count,
        Move.Left => StackSize > 0 && (Next < Count || StackSize == 1),
        _ => StackSize > 1,
    };

    /// <summary>Makes the move; the label belongs to the arc of a left or right move.</summary>
    public void Apply(Move move, byte label)
    {
        if (move == Move.Shift)
        {
            _stack[StackSize++] = Next++;
            return;
        }
        int child = _stack[--StackSize];
        Label[child] = label;
        if (move == Move.Left)
        {
            int head = Next;
            Head[child] = head;
            Left2[head] = Left1[head];
            Left1[head] = child;
            LeftSet[head] |= 1UL << label;
            if (LeftCount[head] < 7) { LeftCount[head]++; }
        }
        else
        {
            int head = _stack[StackSize - 1];
            Head[child] = head;
            Right2[head] = Right1[head];
            Right1[head] = child;
            RightSet[head] |= 1UL << label;
            if (RightCount[head] < 7) { RightCount[head]++; }
        }
    }

    private void Grow(int size)
    {
        _stack = new int[size];
        Word = new uint[size];
        Tag = new uint[size];
        Upos = new uint[size];
        WordTag = new uint[size];
        Head = new int[size];
        Label = new byte[size];
        Left1 = new int[size];
        Left2 = new int[size];
        Right1 = new int[size];
        Right2 = new int[size];
        LeftCount = new byte[size];
        RightCount = new byte[size];
        LeftSet = new ulong[size];
        RightSet = new ulong[size];
    }
}
