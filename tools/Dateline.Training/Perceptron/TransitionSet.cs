using System.Collections.Immutable;
using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>The parser's classes: shift is 0, then left moves by relation, then right moves by relation.</summary>
internal sealed class TransitionSet(ImmutableArray<byte> leftRelations, ImmutableArray<byte> rightRelations)
{
    public ImmutableArray<byte> LeftRelations { get; } = leftRelations;
    public ImmutableArray<byte> RightRelations { get; } = rightRelations;

    public int FirstLeft => 1;
    public int FirstRight => 1 + LeftRelations.Length;
    public int Count => 1 + LeftRelations.Length + RightRelations.Length;

    public Move MoveOf(int transition) => transition == 0 ? Move.Shift : transition < FirstRight ? Move.Left : Move.Right;

    public byte RelationOf(int transition) => transition == 0 ? (byte)0
        : transition < FirstRight ? LeftRelations[transition - 1] : RightRelations[transition - FirstRight];

    /// <summary>The best allowed class by score; the lower class wins a tie.</summary>
    public int Best(ParserState state, ReadOnlySpan<int> scores)
    {
        int best = -1;
        if (state.Allows(Move.Shift)) { best = 0; }
        if (state.Allows(Move.Left))
        {
            for (int c = FirstLeft; c < FirstRight; c++)
            {
                if (best < 0 || scores[c] > scores[best]) { best = c; }
            }
        }
        if (state.Allows(Move.Right))
        {
            for (int c = FirstRight; c < Count; c++)
            {
                if (best < 0 || scores[c] > scores[best]) { best = c; }
            }
        }
        return best;
    }
}
