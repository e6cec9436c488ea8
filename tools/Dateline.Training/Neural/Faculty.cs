using Dateline.Text.Neural;

namespace Dateline.Training.Neural;

/// <summary>Trained teachers that judge sentences together (Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network", 2015).</summary>
internal sealed class Faculty
{
    private const int BatchWords = 600;

    private readonly Worker[] _teachers;
    private readonly int _tags;

    public Faculty(IReadOnlyList<EncoderModel> teachers, TrainingOptions options)
    {
        _teachers = [.. teachers.Select(t => new Worker(Network.Of(t), options.WithoutDropout()))];
        _tags = teachers[0].Xpos.Count;
    }

    /// <summary>The samples with opinions; where a tree is unknown, with the tree that the teachers agree on.</summary>
    public List<Sample> Judge(IReadOnlyList<Sample> samples)
    {
        List<Sample> judged = [];
        for (int i = 0; i < samples.Count;)
        {
            List<Sample> batch = [];
            for (int words = 0; i < samples.Count && (batch.Count == 0 || words + samples[i].Count <= BatchWords); words += samples[i++].Count) { batch.Add(samples[i]); }
            if (batch.Any(s => s.Heads[0] == Sample.Unknown))
            {
                Opinion[] first = Ask(batch);
                for (int s = 0; s < batch.Count; s++) { if (batch[s].Heads[0] == Sample.Unknown) { batch[s] = batch[s] with { Heads = Tree(first[s], batch[s].Count) }; } }
            }
            Opinion[] opinions = Ask(batch);
            for (int s = 0; s < batch.Count; s++) { judged.Add(batch[s] with { Opinion = opinions[s] }); }
        }
        return judged;
    }

    private Opinion[] Ask(List<Sample> batch)
    {
        Opinion[][] all = new Opinion[_teachers.Length][];
        for (int t = 0; t < all.Length; t++) { all[t] = _teachers[t].Judge(batch, _tags); }
        return [.. batch.Select((_, s) => Opinion.Mean([.. all.Select(o => o[s])]))];
    }

    private static int[] Tree(Opinion opinion, int words)
    {
        float[] scores = [.. opinion.Arcs.Select(p => MathF.Log(MathF.Max((float)p, 1e-7f)))];
        int[] heads = new int[words];
        TreeDecoder.Decode(scores, words, words + 1, heads);
        return heads;
    }
}
