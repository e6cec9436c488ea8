using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>Trains a tagger: averaged perceptron over joint tags, its own predictions as history.</summary>
internal sealed class TaggerTrainer(TagSet tagSet, PerceptronOptions options)
{
    public WeightTable Train(IReadOnlyList<TrainingSentence> sentences, int epochs)
    {
        PerceptronTable table = new() { MinUpdates = options.TaggerMinUpdates };
        Random random = new(options.Seed);
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        uint[] features = new uint[TaggerFeatures.Max];
        int[] scores = new int[128];
        int classes = tagSet.Tags.Length;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            int wrong = 0, total = 0;
            foreach (int s in order)
            {
                TrainingSentence sentence = sentences[s];
                uint tag1 = TaggerFeatures.NoTag, tag2 = TaggerFeatures.NoTag;
                for (int i = 0; i < sentence.Count; i++)
                {
                    Array.Clear(scores);
                    int count = TaggerFeatures.Extract(sentence.Padded, i + TaggerFeatures.Padding, tag1, tag2, features);
                    table.Score(features.AsSpan(0, count), scores);
                    int gold = sentence.Tags[i], best = 0, rival = -1;
                    for (int t = 0; t < classes; t++)
                    {
                        if (scores[t] > scores[best]) { best = t; }
                        if (t != gold && (rival < 0 || scores[t] > scores[rival])) { rival = t; }
                    }
                    if (scores[gold] < scores[rival] + options.TaggerMargin) { table.Update(features.AsSpan(0, count), gold, rival); }
                    if (best != gold) { wrong++; }
                    total++;
                    table.Clock++;
                    tag2 = tag1;
                    tag1 = (uint)best;
                }
            }
            options.Log($"  tagger epoch {epoch + 1}: {100.0 * wrong / total:F2} % wrong, {table.RowCount:N0} features");
        }
        return table.ToWeights(options.TaggerScale, options.TaggerMinWeight);
    }
}
