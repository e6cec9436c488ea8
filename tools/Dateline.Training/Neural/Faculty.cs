using Dateline.Text.Neural;

namespace Dateline.Training.Neural;

/// <summary>Trained teachers that judge sentences together (Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network", 2015).</summary>
internal sealed class Faculty
{
    private const int BatchWords = 600;

    private readonly Worker[] _sober, _distracted;
    private readonly int _tags;
    private ulong _seed;

    public Faculty(IReadOnlyList<EncoderModel> teachers, TrainingOptions options)
    {
        Network[] networks = [.. teachers.Select(Network.Of)];
        _sober = [.. networks.Select(n => new Worker(n, options.WithoutDropout()))];
        _distracted = [.. networks.Select(n => new Worker(n, options))];
        _tags = teachers[0].Xpos.Count;
    }

    /// <summary>Opinions on sentences that the teachers learned from. They know the answers by heart, so they are asked twice under dropout, and doubt what is doubtful.</summary>
    public List<Sample> JudgeKnown(IReadOnlyList<Sample> samples) => Judge(samples, batch => Ask(batch, [.. _distracted, .. _distracted]));

    /// <summary>The samples with opinions; where a tree is unknown, with the tree that the teachers agree on.</summary>
    public List<Sample> Judge(IReadOnlyList<Sample> samples) => Judge(samples, batch => Ask(batch, _sober));

    private List<Sample> Judge(IReadOnlyList<Sample> samples, Func<List<Sample>, Opinion[]> ask)
    {
        List<Sample> judged = [];
        for (int i = 0; i < samples.Count;)
        {
            List<Sample> batch = [];
            for (int words = 0; i < samples.Count && (batch.Count == 0 || words + samples[i].Count <= BatchWords); words += samples[i++].Count) { batch.Add(samples[i]); }
            if (batch.Any(s => s.Heads[0] == Sample.Unknown))
            {
                Opinion[] first = Ask(batch, _sober);
                for (int s = 0; s < batch.Count; s++) { if (batch[s].Heads[0] == Sample.Unknown) { batch[s] = batch[s] with { Heads = Tree(first[s], batch[s].Count) }; } }
            }
            Opinion[] opinions = ask(batch);
            for (int s = 0; s < batch.Count; s++) { judged.Add(batch[s] with { Opinion = opinions[s] }); }
        }
        return judged;
    }

    /// <summary>How good the teachers are together, on gold sentences.</summary>
    public EncoderScores Score(IReadOnlyList<Sample> gold, IReadOnlyList<string> relations)
    {
        List<Sample> judged = Judge([.. gold.Select(g => Sample.Bare(g.Forms))]);
        int words = 0, upos = 0, xpos = 0, uas = 0, las = 0;
        for (int s = 0; s < judged.Count; s++)
        {
            for (int i = 0; i < judged[s].Count; i++, words++)
            {
                ReadOnlySpan<Half> tags = Opinion.Of(judged[s].Opinion!.Tags, i, judged[s].Count);
                xpos += Best(tags[.._tags]) == gold[s].Xpos[i] ? 1 : 0;
                upos += Best(tags.Slice(_tags, Encoder.UposCount)) == gold[s].Upos[i] ? 1 : 0;
                if (judged[s].Heads[i] != gold[s].Heads[i]) { continue; }
                uas++;
                int label = Best(Opinion.Of(judged[s].Opinion!.Labels, i, judged[s].Count)), wanted = gold[s].Deprel[i];
                las += wanted >= 0 && label < relations.Count && relations[label].Split(':')[0] == relations[wanted].Split(':')[0] ? 1 : 0;
            }
        }
        double n = words / 100.0;
        return new EncoderScores(upos / n, xpos / n, uas / n, las / n, 0);
    }

    private static int Best(ReadOnlySpan<Half> row)
    {
        int best = 0;
        for (int j = 1; j < row.Length; j++) { if (row[j] > row[best]) { best = j; } }
        return best;
    }

    // Name tags are those of the first teacher alone: an older model may have learned other ones.
    private Opinion[] Ask(List<Sample> batch, Worker[] teachers)
    {
        Opinion[][] all = new Opinion[teachers.Length][];
        for (int t = 0; t < all.Length; t++) { all[t] = teachers[t].Judge(batch, _tags, ++_seed); }
        return [.. batch.Select((sample, s) => Opinion.Mean([.. all.Select(o => o[s])]).WithNamesOf(all[0][s], sample.Count))];
    }

    private static int[] Tree(Opinion opinion, int words)
    {
        float[] scores = [.. opinion.Arcs.Select(p => MathF.Log(MathF.Max((float)p, 1e-7f)))];
        int[] heads = new int[words];
        TreeDecoder.Decode(scores, words, words + 1, heads);
        return heads;
    }
}
