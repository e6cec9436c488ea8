using System.Diagnostics;
using Dateline.Text;
using Dateline.Text.Neural;

namespace Dateline.Training.Neural;

/// <summary>Trains the encoder on gold trees: AdamW, warm-up and linear decay, running average of the weights, fixed seed.</summary>
internal sealed class EncoderTrainer(TrainingOptions options)
{
    public EncoderModel Train(IReadOnlyList<Sample> samples, IReadOnlyList<Sample> open, IReadOnlyList<string> xpos, IReadOnlyList<string> deprel, IReadOnlyList<(string Name, List<Sample> Samples)> development)
    {
        Network net = new(options.Shape, xpos.Count, deprel.Count, options.Seed);
        Worker[] workers = [.. Enumerable.Range(0, options.Workers).Select(_ => new Worker(net, options))];
        long tokens = samples.Sum(s => (long)s.Count) + (long)(options.OpenText * open.Sum(s => (long)s.Count));
        int total = (int)(options.Epochs * tokens / options.BatchTokens), step = 0;
        FastRandom random = new((ulong)options.Seed + 77);
        Sample[] rest = [.. open];
        NameSwap names = new(samples);
        HashSet<int> articles = [.. Enumerable.Range(0, deprel.Count).Where(i => deprel[i] is "det" or "cop" or "aux" or "aux:pass")];
        options.Log($"{samples.Count + open.Count} sentences, {tokens} tokens, {xpos.Count} tags, {deprel.Count} relations, {net.All.Sum(p => p.Weights.Length)} weights, {total} steps");
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            Shuffle(rest, ref random);
            Sample[] order = [.. samples, .. rest.Take((int)(options.OpenText * rest.Length))];
            Shuffle(order, ref random);
            double loss = 0;
            long seen = 0;
            List<Sample> batch = [];
            int count = 0;
            for (int i = 0; i < order.Length; i++)
            {
                Sample sample = random.Chance(options.SwapNames) ? names.Vary(order[i], ref random) : order[i];
                if (random.Chance(options.Augment)) { sample = Augmentation.Vary(sample, articles, ref random); }
                batch.Add(sample);
                count += sample.Count;
                if (count < options.BatchTokens && i + 1 < order.Length) { continue; }
                loss += Step(net, workers, batch, xpos.Count, count, step, total);
                seen += count;
                step++;
                batch.Clear();
                count = 0;
            }
            string line = $"epoch {epoch,2} loss {loss / seen:F4}";
            if (epoch % 3 == 0 || epoch == options.Epochs)
            {
                EncoderModel model = Averaged(net, xpos, deprel);
                foreach ((string set, List<Sample> gold) in development) { line += "  " + Evaluate(model, set, gold); }
            }
            options.Log(line);
        }
        return Averaged(net, xpos, deprel);
    }

    private static void Shuffle(Sample[] samples, ref FastRandom random)
    {
        for (int i = samples.Length - 1; i > 0; i--)
        {
            int j = (int)(random.Next() % (uint)(i + 1));
            (samples[i], samples[j]) = (samples[j], samples[i]);
        }
    }

    private double Step(Network net, Worker[] workers, List<Sample> batch, int tags, int count, int step, int total)
    {
        List<Sample>[] shares = [.. workers.Select(_ => new List<Sample>())];
        for (int i = 0; i < batch.Count; i++) { shares[i % workers.Length].Add(batch[i]); }
        Parallel.For(0, workers.Length, w => workers[w].Step(shares[w], tags, count, ((ulong)options.Seed * 1000003UL) + ((ulong)step * 31UL) + (ulong)w));
        foreach (Parameter parameter in net.All)
        {
            Gradient sum = workers[0][parameter];
            for (int w = 1; w < workers.Length; w++)
            {
                Gradient other = workers[w][parameter];
                if (parameter.Kind != ParameterKind.Embedding) { Layers.Add(other.Values, sum.Values); continue; }
                foreach (int row in other.Touched) { Layers.Add(other.Values.AsSpan(row * parameter.Columns, parameter.Columns), sum.Row(row)); }
            }
        }
        Optimizer.Update(net, workers[0], options, step, total);
        return workers.Sum(w => w.Loss);
    }

    private static EncoderModel Averaged(Network net, IReadOnlyList<string> xpos, IReadOnlyList<string> deprel) =>
        new(net.Shape, xpos, deprel, [.. net.All.Select(p => new EncoderModel.Table(p.Name, p.Rows, p.Columns, p.Kind == ParameterKind.Embedding, p.Average))]);

    /// <summary>Accuracy of tags, heads and relations (without subtype) on gold tokens.</summary>
    public static string Evaluate(EncoderModel model, string set, IReadOnlyList<Sample> gold)
    {
        Encoder encoder = new(model);
        int nameHits = 0, nameGold = 0, nameOut = 0;
        int tokens = 0, upos = 0, xpos = 0, uas = 0, las = 0;
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < gold.Count;)
        {
            List<Sample> batch = [];
            for (int count = 0; i < gold.Count && count < 600; i++) { batch.Add(gold[i]); count += gold[i].Count; }
            string[] forms = [.. batch.SelectMany(s => s.Forms)];
            int[] starts = new int[batch.Count + 1];
            for (int s = 0; s < batch.Count; s++) { starts[s + 1] = starts[s] + batch[s].Count; }
            Upos[] u = new Upos[forms.Length];
            int[] x = new int[forms.Length], heads = new int[forms.Length], labels = new int[forms.Length];
            NameTag[] names = new NameTag[forms.Length];
            encoder.Analyze(forms, starts, u, x, heads, labels, names);
            for (int s = 0; s < batch.Count; s++) { CountNames(batch[s].Names, names.AsSpan(starts[s], batch[s].Count), ref nameHits, ref nameGold, ref nameOut); }
            for (int s = 0, k = 0; s < batch.Count; s++)
            {
                for (int j = 0; j < batch[s].Count; j++, k++)
                {
                    tokens++;
                    if ((int)u[k] == batch[s].Upos[j]) { upos++; }
                    if (x[k] == batch[s].Xpos[j]) { xpos++; }
                    if (heads[k] != batch[s].Heads[j]) { continue; }
                    uas++;
                    int wanted = batch[s].Deprel[j];
                    if (wanted >= 0 && Base(model.Deprel[labels[k]]).SequenceEqual(Base(model.Deprel[wanted]))) { las++; }
                }
            }
        }
        double n = tokens / 100.0;
        return $"{set} upos {upos / n:F2} xpos {xpos / n:F2} uas {uas / n:F2} las {las / n:F2} names {200.0 * nameHits / Math.Max(1, nameGold + nameOut):F1} ({tokens / watch.Elapsed.TotalSeconds / 1000:F0}k tok/s)";
    }

    private static void CountNames(int[] gold, ReadOnlySpan<NameTag> found, ref int hits, ref int golds, ref int outs)
    {
        if (gold.Length == 0 || gold[0] == Sample.Unknown) { return; }
        for (int i = 0; i < gold.Length; i++)
        {
            bool g = ((NameTag)gold[i]).IsBegin(), o = found[i].IsBegin();
            if (g) { golds++; }
            if (o) { outs++; }
            if (!g || !o || gold[i] != (int)found[i]) { continue; }
            int end = i + 1;
            while (end < gold.Length && (((NameTag)gold[end]).IsInside() || found[end].IsInside()) && gold[end] == (int)found[end]) { end++; }
            if (end == gold.Length || (!((NameTag)gold[end]).IsInside() && !found[end].IsInside())) { hits++; }
        }
    }

    private static ReadOnlySpan<char> Base(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? relation.AsSpan(0, colon) : relation;
}
