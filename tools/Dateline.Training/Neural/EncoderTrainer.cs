using Dateline.Text.Neural;

namespace Dateline.Training.Neural;

/// <summary>Trains the encoder on gold trees: AdamW, warm-up and linear decay, running average of the weights, fixed seed.</summary>
internal sealed class EncoderTrainer(TrainingOptions options)
{
    public EncoderModel Train(IReadOnlyList<Sample> samples, IReadOnlyList<Sample> open, IReadOnlyList<string> xpos, IReadOnlyList<string> deprel, IReadOnlyList<(string Name, List<Sample> Samples)> development, EncoderModel? start = null)
    {
        Network net = start is null ? new(options.Shape, xpos.Count, deprel.Count, options.Seed) : Network.Of(start);
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
                foreach ((string set, List<Sample> gold) in development) { line += $"  {set} {EncoderScores.Of(model, gold)}"; }
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
}
