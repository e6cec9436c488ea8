namespace Dateline.Text.Neural;

/// <summary>Heads and relations from the encoder's last layer. Not thread-safe (it owns scratch memory).</summary>
internal sealed class TreeReader
{
    // The logarithm of a probability that is as good as none.
    private const float Impossible = -1e9f;

    private readonly EncoderModel _model;
    private readonly TreeSettler _settler;
    private readonly int _root;
    private readonly EncoderShape _shape;
    private readonly Dense _dependent, _head, _arc, _distance, _labelDependent, _labelHead, _labels;
    private readonly float[] _rootArc, _arcBias, _rootLabel, _labelDistance;
    private float[] _dep = [], _gov = [], _t = [], _q = [], _scores = [], _packed = [], _arcs = [], _bias = [], _z = [], _one = [], _oneOut = [];

    /// <summary>Prepares the weights of a model for use.</summary>
    public TreeReader(EncoderModel model)
    {
        _model = model;
        _shape = model.Shape;
        _root = ((IList<string>)model.Deprel).IndexOf("root");
        _settler = new TreeSettler(this, model);
        _dependent = new Dense(model, "dependent");
        _head = new Dense(model, "head");
        _arc = new Dense(model, "arc");
        _distance = new Dense(model, "distance");
        _labelDependent = new Dense(model, "labelDependent");
        _labelHead = new Dense(model, "labelHead");
        _labels = new Dense(model, "labels");
        (_rootArc, _arcBias, _rootLabel, _labelDistance) = (model["rootArc"].Values, model["arcBias"].Values, model["rootLabel"].Values, model["labelDistance"].Values);
    }

    /// <summary>Reads the trees of sentences: heads inside the sentence, -1 for the root, and the index of each relation.</summary>
    public void Read(float[] hidden, ReadOnlySpan<int> starts, int m, Span<int> heads, Span<int> deprel)
    {
        Reserve(m, starts);
        Encoder.Grow(ref _one, _shape.LabelWidth);
        Encoder.Grow(ref _oneOut, _labels.Columns);
        Parse(hidden, starts, m, heads);
        Label(hidden, starts, m, heads, deprel);
        int at = 0;
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            int first = starts[s], n = starts[s + 1] - first;
            _settler.Settle(first, _arcs.AsSpan(at, n * (n + 1)), heads.Slice(first, n), deprel.Slice(first, n));
            at += n * (n + 1);
        }
    }

    private void Reserve(int m, ReadOnlySpan<int> starts)
    {
        int longest = 1, arcs = 0, side = Math.Max(_shape.ArcWidth, _shape.LabelWidth);
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            int n = starts[s + 1] - starts[s];
            longest = Math.Max(longest, n);
            arcs += n * (n + 1);
        }
        Encoder.Grow(ref _dep, m * side);
        Encoder.Grow(ref _gov, m * side);
        Encoder.Grow(ref _t, m * side);
        Encoder.Grow(ref _q, m * EncoderShape.DistanceBuckets);
        Encoder.Grow(ref _z, m * _labels.Columns);
        Encoder.Grow(ref _bias, longest);
        Encoder.Grow(ref _scores, longest * Gemm.Padded(longest));
        Encoder.Grow(ref _packed, Gemm.Padded(longest) * side);
        Encoder.Grow(ref _arcs, arcs);
    }

    /// <summary>Log-probabilities of the relations of word <paramref name="i"/> to another word of the sentence that begins at <paramref name="first"/>; overwritten by the next call.</summary>
    public ReadOnlySpan<float> LabelsOf(int first, int i, int head)
    {
        int width = _shape.LabelWidth;
        Span<float> row = _one.AsSpan(0, width);
        _t.AsSpan((first + i) * width, width).CopyTo(row);
        Layers.Add(_gov.AsSpan((first + head) * width, width), row);
        Layers.AddBias(row, _labelDistance.AsSpan(EncoderShape.DistanceBucket(head - i) * width, width), 1, width, Rectify.Yes);
        _labels.Apply(_one, _oneOut, 1);
        Span<float> z = _oneOut.AsSpan(0, _model.Deprel.Count);
        if (_root >= 0) { z[_root] = Impossible; }
        float max = z[Largest(z)], sum = 0;
        for (int l = 0; l < z.Length; l++) { sum += MathF.Exp(z[l] - max); }
        float log = max + MathF.Log(sum);
        for (int l = 0; l < z.Length; l++) { z[l] -= log; }
        return z;
    }

    private void Parse(float[] hidden, ReadOnlySpan<int> starts, int m, Span<int> heads)
    {
        int width = _shape.ArcWidth;
        _dependent.Apply(hidden, _dep, m, Rectify.Yes);
        _head.Apply(hidden, _gov, m, Rectify.Yes);
        _arc.Apply(_dep, _t, m);
        _distance.Apply(_dep, _q, m);
        int at = 0;
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            int first = starts[s], n = starts[s + 1] - first, padded = Gemm.Padded(n), stride = n + 1;
            ReadOnlySpan<float> govern = _gov.AsSpan(first * width, n * width);
            Gemm.Pack(govern, width, n, 1, width, _packed);
            Gemm.Multiply(_t.AsSpan(first * width, n * width), width, 1, _packed, _scores, padded, n, padded, width, GemmMode.Set);
            Span<float> arcs = _arcs.AsSpan(at, n * stride), bias = _bias.AsSpan(0, n);
            at += n * stride;
            for (int j = 0; j < n; j++) { bias[j] = Dot(govern.Slice(j * width, width), _arcBias); }
            float rootBias = Dot(_rootArc, _arcBias);
            for (int i = 0; i < n; i++)
            {
                ReadOnlySpan<float> distance = _q.AsSpan((first + i) * EncoderShape.DistanceBuckets, EncoderShape.DistanceBuckets);
                arcs[i * stride] = Dot(_t.AsSpan((first + i) * width, width), _rootArc) + rootBias + distance[EncoderShape.RootBucket];
                for (int j = 0; j < n; j++)
                {
                    arcs[(i * stride) + j + 1] = _scores[(i * padded) + j] + bias[j] + distance[EncoderShape.DistanceBucket(j - i)];
                }
            }
            TreeDecoder.Decode(arcs, n, stride, heads.Slice(first, n));
        }
    }

    private void Label(float[] hidden, ReadOnlySpan<int> starts, int m, ReadOnlySpan<int> heads, Span<int> deprel)
    {
        int width = _shape.LabelWidth, columns = _labels.Columns;
        _labelDependent.Apply(hidden, _dep, m);
        _labelHead.Apply(hidden, _gov, m);
        _dep.AsSpan(0, m * width).CopyTo(_t);
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            for (int i = starts[s]; i < starts[s + 1]; i++)
            {
                bool isRoot = heads[i] < 0;
                ReadOnlySpan<float> govern = isRoot ? _rootLabel : _gov.AsSpan((starts[s] + heads[i]) * width, width);
                int bucket = isRoot ? EncoderShape.RootBucket : EncoderShape.DistanceBucket(starts[s] + heads[i] - i);
                Span<float> row = _dep.AsSpan(i * width, width);
                Layers.Add(govern, row);
                Layers.AddBias(row, _labelDistance.AsSpan(bucket * width, width), 1, width, Rectify.Yes);
            }
        }
        _labels.Apply(_dep, _z, m);
        for (int i = 0; i < m; i++)
        {
            Span<float> row = _z.AsSpan(i * columns, _model.Deprel.Count);
            if (heads[i] >= 0 && _root >= 0) { row[_root] = float.NegativeInfinity; }
            deprel[i] = heads[i] < 0 && _root >= 0 ? _root : Largest(row);
        }
    }

    /// <summary>Index of the largest value.</summary>
    public static int Largest(ReadOnlySpan<float> row)
    {
        int best = 0;
        for (int j = 1; j < row.Length; j++) { if (row[j] > row[best]) { best = j; } }
        return best;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        System.Runtime.Intrinsics.Vector256<float> sum = default;
        for (int j = 0; j + 8 <= a.Length; j += 8)
        {
            sum += System.Runtime.Intrinsics.Vector256.Create(a[j..]) * System.Runtime.Intrinsics.Vector256.Create(b[j..]);
        }
        return System.Runtime.Intrinsics.Vector256.Sum(sum);
    }
}
