using System.Runtime.Intrinsics;

namespace Dateline.Training.Neural;

/// <summary>AdamW (Loshchilov and Hutter 2019) with clipping by norm; embeddings are updated in the rows a step touched.</summary>
internal static class Optimizer
{
    private const float Beta1 = 0.9f, Beta2 = 0.98f, Epsilon = 1e-8f;
    // The running average moves every few steps by the compounded decay: a full pass over the embeddings each step would cost as much as the step.
    private const int AverageEvery = 10;

    public static void Update(Network net, Worker gradients, TrainingOptions options, int step, int total)
    {
        float warm = options.WarmUp * total;
        float rate = options.LearningRate * (step < warm ? (step + 1) / warm : Math.Max(0, (total - step) / (total - warm)));
        double squares = 0;
        foreach (Parameter parameter in net.All)
        {
            Gradient gradient = gradients[parameter];
            if (parameter.Kind != ParameterKind.Embedding) { squares += Squares(gradient.Values); continue; }
            foreach (int row in gradient.Touched) { squares += Squares(gradient.Values.AsSpan(row * parameter.Columns, parameter.Columns)); }
        }
        float norm = (float)Math.Sqrt(squares), scale = norm > options.Clip ? options.Clip / norm : 1f;
        float correction1 = 1f - MathF.Pow(Beta1, step + 1), correction2 = 1f - MathF.Pow(Beta2, step + 1);
        foreach (Parameter parameter in net.All)
        {
            Gradient gradient = gradients[parameter];
            float decay = parameter.Kind == ParameterKind.Matrix ? options.WeightDecay : 0f;
            if (parameter.Kind != ParameterKind.Embedding)
            {
                Adam(parameter, gradient, 0, parameter.Weights.Length, rate, decay, scale, correction1, correction2);
                continue;
            }
            foreach (int row in gradient.Touched) { Adam(parameter, gradient, row * parameter.Columns, parameter.Columns, rate, decay, scale, correction1, correction2); }
        }
        if (step % AverageEvery == 0 || step + 1 == total) { Average(net, options, step); }
    }

    private static void Adam(Parameter parameter, Gradient gradient, int start, int length, float rate, float decay, float scale, float correction1, float correction2)
    {
        Span<float> w = parameter.Weights.AsSpan(start, length), m = parameter.Mean.AsSpan(start, length), v = parameter.Variance.AsSpan(start, length);
        ReadOnlySpan<float> g = gradient.Values.AsSpan(start, length);
        float inverse1 = rate / correction1, inverse2 = 1f / correction2;
        Vector256<float> one = Vector256.Create(inverse1), two = Vector256.Create(inverse2), small = Vector256.Create(Epsilon), fade = Vector256.Create(rate * decay);
        int i = 0;
        for (; i + 8 <= w.Length; i += 8)
        {
            Vector256<float> value = Vector256.Create(g[i..]) * scale, old = Vector256.Create((ReadOnlySpan<float>)w[i..]);
            Vector256<float> mean = (Vector256.Create((ReadOnlySpan<float>)m[i..]) * Beta1) + (value * (1 - Beta1));
            Vector256<float> variance = (Vector256.Create((ReadOnlySpan<float>)v[i..]) * Beta2) + (value * value * (1 - Beta2));
            mean.CopyTo(m[i..]);
            variance.CopyTo(v[i..]);
            (old - (one * mean / (Vector256.Sqrt(variance * two) + small)) - (fade * old)).CopyTo(w[i..]);
        }
        for (; i < w.Length; i++)
        {
            float value = g[i] * scale;
            m[i] = (Beta1 * m[i]) + ((1 - Beta1) * value);
            v[i] = (Beta2 * v[i]) + ((1 - Beta2) * value * value);
            w[i] -= (inverse1 * m[i] / (MathF.Sqrt(v[i] * inverse2) + Epsilon)) + (rate * decay * w[i]);
        }
    }

    private static void Average(Network net, TrainingOptions options, int step)
    {
        // Early on the average follows closely; later it spans some thousand steps.
        float keep = MathF.Pow(Math.Min(options.AverageDecay, (1f + step) / (10f + step)), AverageEvery);
        if (step == 0) { keep = 0; }
        foreach (Parameter parameter in net.All)
        {
            Span<float> average = parameter.Average;
            ReadOnlySpan<float> weights = parameter.Weights;
            int i = 0;
            for (; i + 8 <= average.Length; i += 8) { ((Vector256.Create((ReadOnlySpan<float>)average[i..]) * keep) + (Vector256.Create(weights[i..]) * (1 - keep))).CopyTo(average[i..]); }
            for (; i < average.Length; i++) { average[i] = (keep * average[i]) + ((1 - keep) * weights[i]); }
        }
    }

    private static double Squares(ReadOnlySpan<float> values)
    {
        Vector256<float> sums = default;
        int i = 0;
        for (; i + 8 <= values.Length; i += 8)
        {
            Vector256<float> value = Vector256.Create(values[i..]);
            sums += value * value;
        }
        double sum = Vector256.Sum(sums);
        for (; i < values.Length; i++) { sum += values[i] * values[i]; }
        return sum;
    }
}
