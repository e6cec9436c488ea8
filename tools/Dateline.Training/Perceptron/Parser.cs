using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>Builds a projective tree with one root by greedy arc-hybrid transitions; linear in the sentence.</summary>
internal sealed class Parser(WeightTable weights, TransitionSet transitions)
{
    /// <summary>Parses the sentence the state was reset to; heads and labels are left in the state.</summary>
    public void Parse(ParserState state)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Max];
        Span<int> scores = stackalloc int[128];
        while (!state.IsFinal)
        {
            int transition;
            if (state.StackSize == 0) { transition = 0; }
            else
            {
                scores.Clear();
                weights.Score(features[..ParserFeatures.Extract(state, features)], scores);
                transition = transitions.Best(state, scores);
            }
            state.Apply(transitions.MoveOf(transition), transitions.RelationOf(transition));
        }
    }
}
