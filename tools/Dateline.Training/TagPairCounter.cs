using Dateline.Text;
using Dateline.Text.Conllu;
using Dateline.Text.Neural;

namespace Dateline.Training;

/// <summary>Counts which part of speech goes with which Penn tag and with which relation, for <see cref="TagPairs"/>.</summary>
internal static class TagPairCounter
{
    private const int FewestSeen = 2;

    // A third of the pointwise mutual information: the network knows most of it already.
    private const double Weight = 0.35;

    /// <summary>The two matrices for a model with these inventories.</summary>
    public static EncoderModel.Table[] Count(IReadOnlyList<ConlluSentence> trees, EncoderModel model)
    {
        List<string> tags = [.. model.Xpos], relations = [.. model.Deprel];
        float[] pairs = new float[Encoder.UposCount * tags.Count], information = new float[relations.Count * Encoder.UposCount];
        double[] joint = new double[information.Length], parts = new double[Encoder.UposCount];
        foreach (ConlluWord word in trees.SelectMany(t => t.Words))
        {
            int part = (int)Enum.Parse<Upos>(word.Upos), tag = tags.IndexOf(word.Xpos), relation = relations.IndexOf(word.Deprel);
            if (tag < 0 || relation < 0) { continue; }
            pairs[(part * tags.Count) + tag]++;
            joint[(relation * Encoder.UposCount) + part]++;
            parts[part]++;
        }
        for (int i = 0; i < pairs.Length; i++) { pairs[i] = pairs[i] >= FewestSeen ? 1 : 0; }
        for (int r = 0; r < relations.Count; r++)
        {
            double all = joint.AsSpan(r * Encoder.UposCount, Encoder.UposCount).ToArray().Sum(j => j + 0.5);
            for (int u = 0; u < Encoder.UposCount; u++)
            {
                int at = (r * Encoder.UposCount) + u;
                information[at] = (float)(Weight * (Math.Log((joint[at] + 0.5) / all) - Math.Log((parts[u] + 1) / parts.Sum())));
            }
        }
        return
        [
            new EncoderModel.Table(TagPairs.PairsTable, Encoder.UposCount, tags.Count, false, pairs),
            new EncoderModel.Table(TagPairs.RelationsTable, relations.Count, Encoder.UposCount, false, information),
        ];
    }
}
