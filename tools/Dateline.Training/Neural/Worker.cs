using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dateline.Text.Neural;

namespace Dateline.Training.Neural;

/// <summary>Forward and backward pass over one share of a batch; gradients stay with the worker until they are summed.</summary>
internal sealed class Worker
{
    private readonly Network _net;
    private readonly EncoderShape _shape;
    private readonly TrainingOptions _options;
    private readonly Buffers _buffers = new();
    private readonly Dictionary<Parameter, Gradient> _gradients;
    private readonly int[] _rows = new int[TokenFeatures.Fixed + TokenFeatures.MaxNgrams];
    private FastRandom _random;
    private int[] _starts = [];
    private int[] _features = [];
    private int[] _featureStart = [];
    private int _m;
    private float _scale;
    private List<Half>? _heard;

    public Worker(Network net, TrainingOptions options)
    {
        (_net, _shape, _options) = (net, net.Shape, options);
        _gradients = net.All.ToDictionary(p => p, p => new Gradient(p));
    }

    public Gradient this[Parameter parameter] => _gradients[parameter];

    public double Loss { get; private set; }

    /// <summary>Adds the gradient of the mean loss over <paramref name="batchTokens"/> tokens, of which these samples are a share.</summary>
    public void Step(IReadOnlyList<Sample> samples, int tags, int batchTokens, ulong seed)
    {
        _random = new FastRandom(seed);
        _scale = 1f / batchTokens;
        Loss = 0;
        foreach (Gradient gradient in _gradients.Values) { gradient.Clear(); }
        _m = samples.Sum(s => s.Count);
        if (_m == 0) { return; }
        _starts = new int[samples.Count + 1];
        for (int s = 0; s < samples.Count; s++) { _starts[s + 1] = _starts[s] + samples[s].Count; }
        int width = _shape.Width, m = _m;

        float[] x = Embed(samples);
        float[] h = _buffers.Get("h0", m * width);
        NormalisedForward(_net.Input, "input", x, _shape.InputWidth, h, addTo: false);
        for (int l = 0; l < _net.Convolutions.Count; l++)
        {
            float[] c = _buffers.Get($"c{l}", m * 3 * width), next = _buffers.Get($"h{l + 1}", m * width);
            Layers.GatherNeighbours(h, _starts, _shape.Dilations[l], c, width);
            h.AsSpan(0, m * width).CopyTo(next);
            NormalisedForward(_net.Convolutions[l], $"conv{l}", c, 3 * width, next, addTo: true);
            h = _shape.AttentionAfter(l) is >= 0 and int layer ? AttentionForward(layer, next) : next;
        }
        float[] f = _buffers.Get("f", m * width), inverse = _buffers.Get("f.inv", m);
        Layers.Normalize(h, _net.FinalGain.Weights, _net.FinalShift.Weights, f, m, width, inverse);
        float[] mask = _buffers.Get("f.mask", m * width);
        _random.Mask(mask.AsSpan(0, m * width), _options.Dropout);
        Times(f, mask, m * width);

        float[] df = _buffers.Zero("df", m * width);
        TagHead(samples, tags, f, df);
        ArcHead(samples, f, df);
        LabelHead(samples, f, df);
        if (_heard is not null) { return; }

        Times(df, mask, m * width);
        float[] dh = _buffers.Get("dh", m * width);
        NormalizeBackward(h, inverse, _net.FinalGain, _net.FinalShift, df, dh);
        for (int l = _net.Convolutions.Count - 1; l >= 0; l--)
        {
            if (_shape.AttentionAfter(l) is >= 0 and int layer) { AttentionBackward(layer, _buffers.Get($"h{l + 1}", 0), dh); }
            float[] dc = _buffers.Get("dc", m * 3 * width);
            NormalisedBackward(_net.Convolutions[l], $"conv{l}", _buffers.Get($"c{l}", 0), 3 * width, dh, dc);
            ScatterNeighbours(dc, _shape.Dilations[l], dh, width);
        }
        float[] dx = _buffers.Get("dx", m * _shape.InputWidth);
        NormalisedBackward(_net.Input, "input", x, _shape.InputWidth, dh, dx);
        EmbedBackward(dx);
    }

    private float[] Embed(IReadOnlyList<Sample> samples)
    {
        int wide = _shape.WideEmbedding, narrow = _shape.NarrowEmbedding, input = _shape.InputWidth;
        float[] x = _buffers.Zero("x", _m * input), mask = _buffers.Get("x.mask", _m * input);
        if (_featureStart.Length < _m + 1) { _featureStart = new int[(_m * 2) + 1]; _features = new int[_m * 2 * _rows.Length]; }
        int i = 0, at = 0;
        foreach (Sample sample in samples)
        {
            foreach (string form in sample.Forms)
            {
                int count = TokenFeatures.Extract(form, _shape, _rows);
                _featureStart[i++] = at;
                _rows.AsSpan(0, count).CopyTo(_features.AsSpan(at));
                at += count;
            }
        }
        _featureStart[i] = at;
        _random.Mask(mask.AsSpan(0, _m * input), _options.InputDropout);
        for (i = 0; i < _m; i++)
        {
            Span<float> row = x.AsSpan(i * input, input), drop = mask.AsSpan(i * input, input);
            ReadOnlySpan<int> rows = _features.AsSpan(_featureStart[i], _featureStart[i + 1] - _featureStart[i]);
            if (_random.Chance(_options.WordDropout)) { drop[..wide].Clear(); }
            if (_random.Chance(_options.NgramDropout)) { drop.Slice(wide, wide).Clear(); }
            Layers.Add(_net.Form.Weights.AsSpan(rows[0] * wide, wide), row);
            Layers.Add(_net.Form.Weights.AsSpan(rows[1] * wide, wide), row);
            Span<float> grams = row.Slice(wide, wide);
            foreach (int gram in rows[TokenFeatures.Fixed..]) { Layers.Add(_net.Ngram.Weights.AsSpan(gram * wide, wide), grams); }
            float scale = 1f / MathF.Sqrt(Math.Max(1, rows.Length - TokenFeatures.Fixed));
            for (int j = 0; j < wide; j++) { grams[j] *= scale; }
            _net.Prefix.Weights.AsSpan(rows[2] * narrow, narrow).CopyTo(row[(2 * wide)..]);
            _net.Suffix.Weights.AsSpan(rows[3] * narrow, narrow).CopyTo(row[((2 * wide) + narrow)..]);
            _net.ShapeTable.Weights.AsSpan(rows[4] * narrow, narrow).CopyTo(row[((2 * wide) + (2 * narrow))..]);
        }
        Times(x, mask, _m * input);
        return x;
    }

    private void EmbedBackward(float[] dx)
    {
        int wide = _shape.WideEmbedding, narrow = _shape.NarrowEmbedding, input = _shape.InputWidth;
        Times(dx, _buffers.Get("x.mask", 0), _m * input);
        Gradient form = _gradients[_net.Form], ngram = _gradients[_net.Ngram];
        for (int i = 0; i < _m; i++)
        {
            Span<float> row = dx.AsSpan(i * input, input);
            ReadOnlySpan<int> rows = _features.AsSpan(_featureStart[i], _featureStart[i + 1] - _featureStart[i]);
            Layers.Add(row[..wide], form.Row(rows[0]));
            Layers.Add(row[..wide], form.Row(rows[1]));
            float scale = 1f / MathF.Sqrt(Math.Max(1, rows.Length - TokenFeatures.Fixed));
            Span<float> grams = row.Slice(wide, wide);
            for (int j = 0; j < wide; j++) { grams[j] *= scale; }
            foreach (int gram in rows[TokenFeatures.Fixed..]) { Layers.Add(grams, ngram.Row(gram)); }
            Layers.Add(row.Slice(2 * wide, narrow), _gradients[_net.Prefix].Row(rows[2]));
            Layers.Add(row.Slice((2 * wide) + narrow, narrow), _gradients[_net.Suffix].Row(rows[3]));
            Layers.Add(row.Slice((2 * wide) + (2 * narrow), narrow), _gradients[_net.ShapeTable].Row(rows[4]));
        }
    }

    private void NormalisedForward(NormalisedLayer layer, string name, float[] x, int inputs, float[] result, bool addTo)
    {
        int width = _shape.Width, m = _m;
        float[] z = _buffers.Get(name + ".z", m * 2 * width), p = _buffers.Get(name + ".p", m * width);
        float[] n = _buffers.Get("n", m * width), mask = _buffers.Get(name + ".mask", m * width);
        LinearForward(layer.Weights, layer.Bias, x, inputs, z);
        Layers.Maxout(z, p, m, width);
        Layers.Normalize(p, layer.Gain.Weights, layer.Shift.Weights, n, m, width, _buffers.Get(name + ".inv", m));
        _random.Mask(mask.AsSpan(0, m * width), _options.Dropout);
        Times(n, mask, m * width);
        if (addTo) { Layers.Add(n.AsSpan(0, m * width), result); } else { n.AsSpan(0, m * width).CopyTo(result); }
    }

    private void NormalisedBackward(NormalisedLayer layer, string name, float[] x, int inputs, float[] dy, float[] dx)
    {
        int width = _shape.Width, m = _m;
        float[] z = _buffers.Get(name + ".z", 0), p = _buffers.Get(name + ".p", 0), mask = _buffers.Get(name + ".mask", 0);
        float[] dn = _buffers.Get("dn", m * width), dp = _buffers.Get("dp", m * width), dz = _buffers.Get("dz", m * 2 * width);
        dy.AsSpan(0, m * width).CopyTo(dn);
        Times(dn, mask, m * width);
        NormalizeBackward(p, _buffers.Get(name + ".inv", 0), layer.Gain, layer.Shift, dn, dp);
        for (int i = 0; i < m; i++)
        {
            ReadOnlySpan<float> low = z.AsSpan(2 * i * width, width), high = z.AsSpan((2 * i * width) + width, width), from = dp.AsSpan(i * width, width);
            Span<float> toLow = dz.AsSpan(2 * i * width, width), toHigh = dz.AsSpan((2 * i * width) + width, width);
            for (int j = 0; j < width; j += 8)
            {
                Vector256<float> first = Vector256.GreaterThanOrEqual(Vector256.Create(low[j..]), Vector256.Create(high[j..])), gradient = Vector256.Create(from[j..]);
                (gradient & first).CopyTo(toLow[j..]);
                Vector256.AndNot(gradient, first).CopyTo(toHigh[j..]);
            }
        }
        LinearBackward(layer.Weights, layer.Bias, x, inputs, dz, dx, GemmMode.Set);
    }

    private void NormalizeBackward(float[] x, float[] inverse, Parameter gain, Parameter shift, float[] dy, float[] dx)
    {
        int width = gain.Columns;
        Span<float> dGain = _gradients[gain].Values, dShift = _gradients[shift].Values;
        for (int i = 0; i < _m; i++)
        {
            ReadOnlySpan<float> row = x.AsSpan(i * width, width), d = dy.AsSpan(i * width, width), g = gain.Weights;
            Span<float> to = dx.AsSpan(i * width, width);
            float mean = Sum(row) / width, inv = inverse[i];
            Vector256<float> sums = default, products = default, middle = Vector256.Create(mean), scale = Vector256.Create(inv);
            for (int j = 0; j < width; j += 8)
            {
                Vector256<float> hat = (Vector256.Create(row[j..]) - middle) * scale, y = Vector256.Create(d[j..]), scaled = y * Vector256.Create(g[j..]);
                (Vector256.Create((ReadOnlySpan<float>)dGain[j..]) + (y * hat)).CopyTo(dGain[j..]);
                (Vector256.Create((ReadOnlySpan<float>)dShift[j..]) + y).CopyTo(dShift[j..]);
                sums += scaled;
                products += scaled * hat;
            }
            Vector256<float> sum = Vector256.Create(Vector256.Sum(sums) / width), product = Vector256.Create(Vector256.Sum(products) / width);
            for (int j = 0; j < width; j += 8)
            {
                Vector256<float> hat = (Vector256.Create(row[j..]) - middle) * scale;
                (scale * ((Vector256.Create(d[j..]) * Vector256.Create(g[j..])) - sum - (hat * product))).CopyTo(to[j..]);
            }
        }
    }

    private static float Sum(ReadOnlySpan<float> row)
    {
        Vector256<float> sum = default;
        for (int j = 0; j + 8 <= row.Length; j += 8) { sum += Vector256.Create(row[j..]); }
        return Vector256.Sum(sum);
    }

    private float[] AttentionForward(int layer, float[] h)
    {
        int width = _shape.Width, heads = _shape.AttentionHeads, size = width / heads, row = 3 * width, m = _m;
        float[] qkv = _buffers.Get($"qkv{layer}", m * row), o = _buffers.Get($"o{layer}", m * width), weights = _buffers.Get($"softmax{layer}", SquareSize() * heads);
        LinearForward(_net.QueryKeyValue[layer], null, h, width, qkv);
        float scale = 1f / MathF.Sqrt(size);
        int at = 0;
        for (int s = 0; s + 1 < _starts.Length; s++)
        {
            int first = _starts[s], n = _starts[s + 1] - first, padded = Gemm.Padded(n);
            float[] packed = _buffers.Get("pack", padded * row);
            for (int a = 0; a < heads; a++, at += n * padded)
            {
                ReadOnlySpan<float> q = qkv.AsSpan((first * row) + (a * size));
                Span<float> w = weights.AsSpan(at, n * padded);
                Gemm.Pack(q[width..], size, n, 1, row, packed);
                Gemm.Multiply(q, row, 1, packed, w, padded, n, padded, size, GemmMode.Set);
                for (int i = 0; i < n; i++)
                {
                    Span<float> line = w.Slice(i * padded, n);
                    for (int j = 0; j < n; j++) { line[j] *= scale; }
                    Layers.Softmax(line);
                    w.Slice((i * padded) + n, padded - n).Clear();
                }
                Gemm.Pack(q[(2 * width)..], n, size, row, 1, packed);
                Gemm.Multiply(w, padded, 1, packed, o.AsSpan((first * width) + (a * size)), width, n, size, n, GemmMode.Set);
            }
        }
        float[] result = _buffers.Get($"attended{layer}", m * width), mask = _buffers.Get($"attention.mask{layer}", m * width);
        LinearForward(_net.Attention[layer].Weights, _net.Attention[layer].Bias, o, width, result);
        _random.Mask(mask.AsSpan(0, m * width), _options.Dropout);
        Times(result, mask, m * width);
        Layers.Add(h.AsSpan(0, m * width), result);
        return result;
    }

    private void AttentionBackward(int layer, float[] h, float[] dh)
    {
        int width = _shape.Width, heads = _shape.AttentionHeads, size = width / heads, row = 3 * width, m = _m;
        float[] da = _buffers.Get("da", m * width), dOut = _buffers.Get("do", m * width), dqkv = _buffers.Get("dqkv", m * row);
        dh.AsSpan(0, m * width).CopyTo(da);
        Times(da, _buffers.Get($"attention.mask{layer}", 0), m * width);
        LinearBackward(_net.Attention[layer].Weights, _net.Attention[layer].Bias, _buffers.Get($"o{layer}", 0), width, da, dOut, GemmMode.Set);
        float[] qkv = _buffers.Get($"qkv{layer}", 0), weights = _buffers.Get($"softmax{layer}", 0);
        float scale = 1f / MathF.Sqrt(size);
        int at = 0;
        for (int s = 0; s + 1 < _starts.Length; s++)
        {
            int first = _starts[s], n = _starts[s + 1] - first, padded = Gemm.Padded(n);
            float[] packed = _buffers.Get("pack", padded * row), ds = _buffers.Get("ds", n * padded);
            for (int a = 0; a < heads; a++, at += n * padded)
            {
                ReadOnlySpan<float> q = qkv.AsSpan((first * row) + (a * size)), d = dOut.AsSpan((first * width) + (a * size)), w = weights.AsSpan(at, n * padded);
                Span<float> dq = dqkv.AsSpan((first * row) + (a * size));
                Gemm.Pack(q[(2 * width)..], size, n, 1, row, packed);
                Gemm.Multiply(d, width, 1, packed, ds, padded, n, padded, size, GemmMode.Set);
                Gemm.Pack(d, n, size, width, 1, packed);
                Gemm.Multiply(w, 1, padded, packed, dq[(2 * width)..], row, n, size, n, GemmMode.Set);
                for (int i = 0; i < n; i++)
                {
                    Span<float> line = ds.AsSpan(i * padded, padded);
                    ReadOnlySpan<float> p = w.Slice(i * padded, n);
                    float sum = 0;
                    for (int j = 0; j < n; j++) { sum += line[j] * p[j]; }
                    for (int j = 0; j < n; j++) { line[j] = p[j] * (line[j] - sum) * scale; }
                }
                Gemm.Pack(q[width..], n, size, row, 1, packed);
                Gemm.Multiply(ds, padded, 1, packed, dq, row, n, size, n, GemmMode.Set);
                Gemm.Pack(q, n, size, row, 1, packed);
                Gemm.Multiply(ds, 1, padded, packed, dq[width..], row, n, size, n, GemmMode.Set);
            }
        }
        LinearBackward(_net.QueryKeyValue[layer], null, h, width, dqkv, dh, GemmMode.Add);
    }

    private int SquareSize()
    {
        int total = 0;
        for (int s = 0; s + 1 < _starts.Length; s++) { int n = _starts[s + 1] - _starts[s]; total += n * Gemm.Padded(n); }
        return total;
    }

    private void TagHead(IReadOnlyList<Sample> samples, int tags, float[] f, float[] df)
    {
        int columns = _net.Tags.Weights.Columns;
        float[] z = _buffers.Get("tags.z", _m * columns);
        LinearForward(_net.Tags.Weights, _net.Tags.Bias, f, _shape.Width, z);
        int i = 0;
        foreach (Sample sample in samples)
        {
            for (int k = 0; k < sample.Count; k++, i++)
            {
                Span<float> row = z.AsSpan(i * columns, columns);
                int names = tags + Encoder.UposCount;
                ReadOnlySpan<Half> opinion = Opinion.Of(sample.Opinion?.Tags, k, sample.Count);
                CrossEntropy(row[..tags], sample.Xpos[k], opinion.IsEmpty ? [] : opinion[..tags]);
                CrossEntropy(row[tags..names], sample.Upos[k], opinion.IsEmpty ? [] : opinion[tags..names]);
                CrossEntropy(row.Slice(names, NameTags.Count), sample.Names[k], opinion.IsEmpty ? [] : opinion[names..]);
                row[(names + NameTags.Count)..].Clear();
            }
        }
        LinearBackward(_net.Tags.Weights, _net.Tags.Bias, f, _shape.Width, z, df, GemmMode.Add);
    }

    private void ArcHead(IReadOnlyList<Sample> samples, float[] f, float[] df)
    {
        int width = _shape.ArcWidth, buckets = EncoderShape.DistanceBuckets, m = _m;
        float[] d = Rectified(_net.Dependent, "dep", f, width), g = Rectified(_net.Head, "gov", f, width);
        float[] t = _buffers.Get("t", m * width), q = _buffers.Get("q", m * buckets);
        LinearForward(_net.Arc, null, d, width, t);
        LinearForward(_net.Distance, _net.DistanceBias, d, width, q);
        float[] dt = _buffers.Zero("dt", m * width), dg = _buffers.Zero("dg", m * width), dq = _buffers.Zero("dq", m * buckets);
        float[] root = _net.RootArc.Weights, bias = _net.ArcBias.Weights;
        Span<float> dRoot = _gradients[_net.RootArc].Values, dBias = _gradients[_net.ArcBias].Values;
        for (int s = 0; s < samples.Count; s++)
        {
            int first = _starts[s], n = samples[s].Count, padded = Gemm.Padded(n);
            float[] packed = _buffers.Get("pack", padded * 3 * width), scores = _buffers.Get("scores", n * padded), line = _buffers.Get("line", n + 1);
            Gemm.Pack(g.AsSpan(first * width, n * width), width, n, 1, width, packed);
            Gemm.Multiply(t.AsSpan(first * width, n * width), width, 1, packed, scores, padded, n, padded, width, GemmMode.Set);
            float[] own = _buffers.Get("own", n);
            for (int j = 0; j < n; j++) { own[j] = Dot(g.AsSpan((first + j) * width, width), bias); }
            float rootOwn = Dot(root, bias);
            float rootSum = 0;
            float[] column = _buffers.Zero("column", n);
            for (int i = 0; i < n; i++)
            {
                ReadOnlySpan<float> distance = q.AsSpan((first + i) * buckets, buckets);
                Span<float> l = line.AsSpan(0, n + 1);
                l[0] = Dot(t.AsSpan((first + i) * width, width), root) + rootOwn + distance[EncoderShape.RootBucket];
                for (int j = 0; j < n; j++)
                {
                    l[j + 1] = j == i ? -1e9f : scores[(i * padded) + j] + own[j] + distance[EncoderShape.DistanceBucket(j - i)];
                }
                CrossEntropy(l, samples[s].Heads[i] + 1, Opinion.Of(samples[s].Opinion?.Arcs, i, n));
                Span<float> dDistance = dq.AsSpan((first + i) * buckets, buckets);
                float dr = l[0];
                rootSum += dr;
                dDistance[EncoderShape.RootBucket] += dr;
                AddScaled(root, dr, dt.AsSpan((first + i) * width, width));
                AddScaled(t.AsSpan((first + i) * width, width), dr, dRoot);
                Span<float> ds = scores.AsSpan(i * padded, padded);
                for (int j = 0; j < n; j++)
                {
                    float value = l[j + 1];
                    ds[j] = value;
                    column[j] += value;
                    if (j != i) { dDistance[EncoderShape.DistanceBucket(j - i)] += value; }
                }
                ds[n..].Clear();
            }
            AddScaled(bias, rootSum, dRoot);
            AddScaled(root, rootSum, dBias);
            for (int j = 0; j < n; j++)
            {
                AddScaled(g.AsSpan((first + j) * width, width), column[j], dBias);
                AddScaled(bias, column[j], dg.AsSpan((first + j) * width, width));
            }
            Gemm.Pack(g.AsSpan(first * width, n * width), n, width, width, 1, packed);
            Gemm.Multiply(scores, padded, 1, packed, dt.AsSpan(first * width, n * width), width, n, width, n, GemmMode.Add);
            Gemm.Pack(t.AsSpan(first * width, n * width), n, width, width, 1, packed);
            Gemm.Multiply(scores, 1, padded, packed, dg.AsSpan(first * width, n * width), width, n, width, n, GemmMode.Add);
        }
        float[] dd = _buffers.Get("dd", m * width);
        LinearBackward(_net.Arc, null, d, width, dt, dd, GemmMode.Set);
        LinearBackward(_net.Distance, _net.DistanceBias, d, width, dq, dd, GemmMode.Add);
        RectifiedBackward(_net.Dependent, "dep", f, width, dd, df);
        RectifiedBackward(_net.Head, "gov", f, width, dg, df);
    }

    private void LabelHead(IReadOnlyList<Sample> samples, float[] f, float[] df)
    {
        int width = _shape.LabelWidth, m = _m, columns = _net.Labels.Weights.Columns;
        float[] a = _buffers.Get("la", m * width), b = _buffers.Get("lb", m * width), z = _buffers.Get("lz", m * width), mask = _buffers.Get("lz.mask", m * width);
        LinearForward(_net.LabelDependent.Weights, _net.LabelDependent.Bias, f, _shape.Width, a);
        LinearForward(_net.LabelHead.Weights, _net.LabelHead.Bias, f, _shape.Width, b);
        _random.Mask(mask.AsSpan(0, m * width), _options.HeadDropout);
        for (int s = 0, i = 0; s < samples.Count; s++)
        {
            for (int k = 0; k < samples[s].Count; k++, i++)
            {
                int head = samples[s].Heads[k];
                ReadOnlySpan<float> govern = head < 0 ? _net.RootLabel.Weights : b.AsSpan((_starts[s] + head) * width, width);
                ReadOnlySpan<float> distance = _net.LabelDistance.Weights.AsSpan(Bucket(k, head) * width, width), own = a.AsSpan(i * width, width);
                Span<float> to = z.AsSpan(i * width, width), drop = mask.AsSpan(i * width, width);
                for (int j = 0; j < width; j += 8)
                {
                    Vector256<float> value = Vector256.Create(own[j..]) + Vector256.Create(govern[j..]) + Vector256.Create(distance[j..]);
                    Vector256<float> kept = Vector256.Create((ReadOnlySpan<float>)drop[j..]) & Vector256.GreaterThan(value, Vector256<float>.Zero);
                    kept.CopyTo(drop[j..]);
                    (value * kept).CopyTo(to[j..]);
                }
            }
        }
        float[] logits = _buffers.Get("labels.z", m * columns);
        LinearForward(_net.Labels.Weights, _net.Labels.Bias, z, width, logits);
        for (int s = 0, i = 0; s < samples.Count; s++)
        {
            for (int k = 0; k < samples[s].Count; k++, i++) { CrossEntropy(logits.AsSpan(i * columns, columns), samples[s].Deprel[k], Opinion.Of(samples[s].Opinion?.Labels, k, samples[s].Count)); }
        }
        float[] dz = _buffers.Get("dlz", m * width), dgov = _buffers.Zero("dlb", m * width);
        LinearBackward(_net.Labels.Weights, _net.Labels.Bias, z, width, logits, dz, GemmMode.Set);
        Times(dz, mask, m * width);
        Span<float> dRoot = _gradients[_net.RootLabel].Values, dDistance = _gradients[_net.LabelDistance].Values;
        for (int s = 0, i = 0; s < samples.Count; s++)
        {
            for (int k = 0; k < samples[s].Count; k++, i++)
            {
                int head = samples[s].Heads[k];
                ReadOnlySpan<float> row = dz.AsSpan(i * width, width);
                Layers.Add(row, head < 0 ? dRoot : dgov.AsSpan((_starts[s] + head) * width, width));
                Layers.Add(row, dDistance.Slice(Bucket(k, head) * width, width));
            }
        }
        LinearBackward(_net.LabelDependent.Weights, _net.LabelDependent.Bias, f, _shape.Width, dz, df, GemmMode.Add);
        LinearBackward(_net.LabelHead.Weights, _net.LabelHead.Bias, f, _shape.Width, dgov, df, GemmMode.Add);
    }

    private static int Bucket(int dependent, int head) => head < 0 ? EncoderShape.RootBucket : EncoderShape.DistanceBucket(head - dependent);

    private float[] Rectified(LinearLayer layer, string name, float[] f, int width)
    {
        float[] y = _buffers.Get(name, _m * width), mask = _buffers.Get(name + ".mask", _m * width);
        LinearForward(layer.Weights, layer.Bias, f, _shape.Width, y);
        _random.Mask(mask.AsSpan(0, _m * width), _options.HeadDropout);
        for (int i = 0; i < _m * width; i += 8)
        {
            Vector256<float> value = Vector256.LoadUnsafe(ref y[i]);
            Vector256<float> kept = Vector256.LoadUnsafe(ref mask[i]) & Vector256.GreaterThan(value, Vector256<float>.Zero);
            kept.StoreUnsafe(ref mask[i]);
            (value * kept).StoreUnsafe(ref y[i]);
        }
        return y;
    }

    private void RectifiedBackward(LinearLayer layer, string name, float[] f, int width, float[] dy, float[] df)
    {
        Times(dy, _buffers.Get(name + ".mask", 0), _m * width);
        LinearBackward(layer.Weights, layer.Bias, f, _shape.Width, dy, df, GemmMode.Add);
    }

    private void LinearForward(Parameter weights, Parameter? bias, float[] x, int inputs, float[] y)
    {
        float[] packed = _buffers.Get("weights", inputs * weights.Columns);
        Gemm.Pack(weights.Weights, inputs, weights.Columns, weights.Columns, 1, packed);
        Gemm.Multiply(x, inputs, 1, packed, y, weights.Columns, _m, weights.Columns, inputs, GemmMode.Set);
        if (bias is not null) { Layers.AddBias(y, bias.Weights, _m, weights.Columns); }
    }

    private void LinearBackward(Parameter weights, Parameter? bias, float[] x, int inputs, float[] dy, float[] dx, GemmMode mode)
    {
        int columns = weights.Columns;
        float[] packed = _buffers.Get("weights", Math.Max(inputs * columns, _m * columns));
        Gemm.Pack(dy, _m, columns, columns, 1, packed);
        Gemm.Multiply(x, 1, inputs, packed, _gradients[weights].Values, columns, inputs, columns, _m, GemmMode.Add);
        if (bias is not null)
        {
            Span<float> to = _gradients[bias].Values;
            for (int i = 0; i < _m; i++) { Layers.Add(dy.AsSpan(i * columns, columns), to); }
        }
        Gemm.Pack(weights.Weights, columns, inputs, 1, columns, packed);
        Gemm.Multiply(dy, columns, 1, packed, dx, inputs, _m, inputs, columns, mode);
    }

    private void ScatterNeighbours(float[] dc, int dilation, float[] dh, int width)
    {
        for (int s = 0; s + 1 < _starts.Length; s++)
        {
            int first = _starts[s], end = _starts[s + 1];
            for (int i = first; i < end; i++)
            {
                ReadOnlySpan<float> from = dc.AsSpan(i * 3 * width, 3 * width);
                if (i - dilation >= first) { Layers.Add(from[..width], dh.AsSpan((i - dilation) * width, width)); }
                Layers.Add(from.Slice(width, width), dh.AsSpan(i * width, width));
                if (i + dilation < end) { Layers.Add(from[(2 * width)..], dh.AsSpan((i + dilation) * width, width)); }
            }
        }
    }

    // Turns scores into the scaled gradient of their cross entropy with the target and the teachers' opinion; without either there is no gradient.
    private void CrossEntropy(Span<float> row, int target, ReadOnlySpan<Half> opinion)
    {
        if (_heard is not null)
        {
            Layers.Softmax(row);
            foreach (float value in row) { _heard.Add((Half)value); }
            row.Clear();
            return;
        }
        if (target == Sample.NoneOfThree) { OneOf(row); return; }
        if (target < 0 && opinion.IsEmpty) { row.Clear(); return; }
        Layers.Softmax(row);
        float share = opinion.IsEmpty ? 0 : target < 0 ? 1 : _options.OpinionShare, scale = _scale;
        if (target >= 0) { Loss -= (1 - share) * Math.Log(Math.Max(row[target], 1e-12f)); }
        for (int j = 0; j < row.Length; j++) { row[j] *= scale; }
        for (int j = 0; j < opinion.Length; j++) { row[j] -= share * scale * (float)opinion[j]; }
        if (target >= 0) { row[target] -= (1 - share) * scale; }
    }

    // The target is a set of name tags: outside or another kind of name, whichever the network finds likelier.
    private void OneOf(Span<float> row)
    {
        Layers.Softmax(row);
        float sum = row[(int)NameTag.Outside] + row[(int)NameTag.BeginOther] + row[(int)NameTag.InsideOther];
        Loss -= Math.Log(Math.Max(sum, 1e-12f));
        for (int j = 0; j < row.Length; j++)
        {
            bool allowed = (NameTag)j is NameTag.Outside or NameTag.BeginOther or NameTag.InsideOther;
            row[j] = (row[j] - (allowed ? row[j] / Math.Max(sum, 1e-12f) : 0)) * _scale;
        }
    }

    /// <summary>The network's opinions on the samples.</summary>
    public Opinion[] Judge(IReadOnlyList<Sample> samples, int tags, ulong seed)
    {
        _heard = [];
        Step(samples, tags, 1, seed);
        ReadOnlySpan<Half> heard = CollectionsMarshal.AsSpan(_heard);
        int words = samples.Sum(s => s.Count), tagWidth = tags + Encoder.UposCount + NameTags.Count, labelWidth = _net.Labels.Weights.Columns;
        int tagAt = 0, arcAt = words * tagWidth, labelAt = arcAt + samples.Sum(s => s.Count * (s.Count + 1));
        Opinion[] opinions = new Opinion[samples.Count];
        for (int s = 0; s < opinions.Length; s++)
        {
            int n = samples[s].Count;
            opinions[s] = new Opinion([.. heard.Slice(tagAt, n * tagWidth)], [.. heard.Slice(arcAt, n * (n + 1))], [.. heard.Slice(labelAt, n * labelWidth)]);
            (tagAt, arcAt, labelAt) = (tagAt + (n * tagWidth), arcAt + (n * (n + 1)), labelAt + (n * labelWidth));
        }
        _heard = null;
        return opinions;
    }

    private static void Times(float[] x, float[] y, int length)
    {
        Span<float> a = x.AsSpan(0, length);
        ReadOnlySpan<float> b = y.AsSpan(0, length);
        int j = 0;
        for (; j + 8 <= length; j += 8) { (Vector256.Create((ReadOnlySpan<float>)a[j..]) * Vector256.Create(b[j..])).CopyTo(a[j..]); }
        for (; j < length; j++) { a[j] *= b[j]; }
    }

    private static void AddScaled(ReadOnlySpan<float> from, float scale, Span<float> to)
    {
        Vector256<float> s = Vector256.Create(scale);
        int j = 0;
        for (; j + 8 <= from.Length; j += 8) { (Vector256.Create((ReadOnlySpan<float>)to[j..]) + (Vector256.Create(from[j..]) * s)).CopyTo(to[j..]); }
        for (; j < from.Length; j++) { to[j] += from[j] * scale; }
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Vector256<float> sum = default;
        for (int j = 0; j + 8 <= a.Length; j += 8) { sum += Vector256.Create(a[j..]) * Vector256.Create(b[j..]); }
        return Vector256.Sum(sum);
    }
}
