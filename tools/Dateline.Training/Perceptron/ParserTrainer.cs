using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>Trains the parser with a dynamic oracle: it follows its own moves and learns the best move from wherever they lead.</summary>
internal sealed class ParserTrainer(TagSet tagSet, TransitionSet transitions, PerceptronOptions options)
{
    /// <summary>The classes the gold trees call for.</summary>
    public static TransitionSet TransitionsOf(IEnumerable<TrainingSentence> sentences)
    {
        SortedSet<byte> left = [], right = [];
        foreach (TrainingSentence s in sentences)
        {
            for (int i = 0; i < s.Count; i++) { (s.ProjectiveHeads[i] > i ? left : right).Add(s.Relations[i]); }
        }
        return new TransitionSet([.. left], [.. right]);
    }

    public WeightTable Train(IReadOnlyList<TrainingSentence> sentences, Action<int, PerceptronTable>? afterEpoch = null)
    {
        PerceptronTable table = new() { MinUpdates = options.ParserMinUpdates };
        Random random = new(options.Seed);
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        ParserState state = new();
        DynamicOracle oracle = new();
        uint[] features = new uint[ParserFeatures.Max];
        int[] scores = new int[128];
        for (int epoch = 0; epoch < options.ParserEpochs; epoch++)
        {
            random.Shuffle(order);
            long wrong = 0, total = 0;
            foreach (int s in order)
            {
                TrainingSentence sentence = sentences[s];
                state.Reset(sentence.Words, sentence.SeenTags, tagSet);
                oracle.Reset(sentence.ProjectiveHeads);
                while (!state.IsFinal)
                {
                    int chosen = 0;
                    if (state.StackSize > 0)
                    {
                        Array.Clear(scores);
                        ReadOnlySpan<uint> f = features.AsSpan(0, ParserFeatures.Extract(state, features));
                        table.Score(f, scores);
                        chosen = transitions.Best(state, scores);
                        (int good, int bad) = Judge(state, oracle, sentence, scores);
                        if (bad >= 0 && scores[good] < scores[bad] + options.ParserMargin) { table.Update(f, good, bad); }
                        if (bad >= 0 && scores[good] < scores[bad])
                        {
                            wrong++;
                            if (epoch < options.ExploreFrom || random.NextDouble() >= options.ExploreRate) { chosen = good; }
                        }
                        total++;
                        table.Clock++;
                    }
                    Move move = transitions.MoveOf(chosen);
                    oracle.Follow(state, move);
                    state.Apply(move, transitions.RelationOf(chosen));
                }
            }
            options.Log($"  parser epoch {epoch + 1}: {100.0 * wrong / total:F2} % wrong, {table.RowCount:N0} features");
            afterEpoch?.Invoke(epoch, table);
        }
        return table.ToWeights(options.ParserScale, options.ParserMinWeight);
    }

    /// <summary>The best-scored class without cost and the best-scored class with one (-1 if there is none).</summary>
    private (int Good, int Bad) Judge(ParserState state, DynamicOracle oracle, TrainingSentence sentence, int[] scores)
    {
        int shift = oracle.Cost(state, Move.Shift), left = oracle.Cost(state, Move.Left), right = oracle.Cost(state, Move.Right);
        int least = Math.Min(shift, Math.Min(left, right));
        int good = -1, bad = -1;
        int top = state.Stack(0);
        for (int c = 0; c < transitions.Count; c++)
        {
            Move move = transitions.MoveOf(c);
            int cost = move == Move.Shift ? shift : move == Move.Left ? left : right;
            if (cost == int.MaxValue) { continue; }
            bool correct = cost == least;
            if (correct && move != Move.Shift)
            {
                int head = move == Move.Left ? state.Next : state.Stack(1);
                if (sentence.ProjectiveHeads[top] == head && transitions.RelationOf(c) != sentence.Relations[top]) { correct = false; }
            }
            if (correct)
            {
                if (good < 0 || scores[c] > scores[good]) { good = c; }
            }
            else if (bad < 0 || scores[c] > scores[bad]) { bad = c; }
        }
        return (good, bad);
    }
}
