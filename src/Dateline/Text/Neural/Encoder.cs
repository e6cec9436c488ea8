namespace Dateline.Text.Neural;

/// <summary>The forward pass: words of one or more sentences in, tags, heads and relations out. Not thread-safe (it owns scratch memory): one per thread.</summary>
public sealed class Encoder
{
    private readonly EncoderModel _model;
    private readonly EncoderShape _shape;
    private readonly float[] _form, _ngram, _prefix, _suffix, _shapes;
    private readonly Dense _input, _tags;
    private readonly Dense[] _convolutions, _queryKeyValue, _attention;
    private readonly float[] _finalGain, _finalBias;
    private readonly TagPairs _tagPairs;
    private readonly TreeReader _trees;
    private readonly MainVerbGrammar _mainVerbs;
    private readonly WordCache _cache;
    private readonly List<int> _unknown = [];
    private readonly int[] _rows = new int[TokenFeatures.Fixed + TokenFeatures.MaxNgrams];
    private float[] _x = [], _z = [], _h = [], _p = [], _c = [], _qkv = [], _f = [], _scores = [], _packed = [], _tagScores = [];

    /// <summary>Prepares the weights of a model for use.</summary>
    public Encoder(EncoderModel model)
    {
        _model = model;
        _shape = model.Shape;
        _tagPairs = new TagPairs(model);
        _cache = new WordCache(_shape.Width);
        (_form, _ngram, _prefix, _suffix, _shapes) = (model["form"].Values, model["ngram"].Values, model["prefix"].Values, model["suffix"].Values, model["shape"].Values);
        _input = new Dense(model, "input");
        _convolutions = [.. Enumerable.Range(0, _shape.Dilations.Count).Select(l => new Dense(model, $"conv{l}"))];
        _queryKeyValue = [.. Enumerable.Range(0, _shape.AttentionLayers).Select(a => new Dense(Scaled(model[$"qkv{a}"], _shape)))];
        _attention = [.. Enumerable.Range(0, _shape.AttentionLayers).Select(a => new Dense(model, $"attention{a}"))];
        _tags = new Dense(model, "tags");
        (_finalGain, _finalBias) = (model["final.gain"].Values, model["final.shift"].Values);
        _trees = new TreeReader(model);
        _mainVerbs = new MainVerbGrammar(model);
    }

    /// <summary>Analyses sentences given as one run of words; <paramref name="starts"/> holds each sentence's first word and, last, the number of words.</summary>
    /// <param name="forms">The words.</param>
    /// <param name="starts">Sentence bounds, as above.</param>
    /// <param name="upos">Receives the part of speech of each word.</param>
    /// <param name="xpos">Receives the index of each word's tag in <see cref="EncoderModel.Xpos"/>.</param>
    /// <param name="heads">Receives the head's index inside the sentence, -1 for the root.</param>
    /// <param name="deprel">Receives the index of the relation in <see cref="EncoderModel.Deprel"/>.</param>
    /// <param name="names">Receives each word's place in a name.</param>
    public void Analyze(ReadOnlySpan<string> forms, ReadOnlySpan<int> starts, Span<Upos> upos, Span<int> xpos, Span<int> heads, Span<int> deprel, Span<NameTag> names)
    {
        int m = forms.Length, width = _shape.Width;
        if (m == 0) { return; }
        Reserve(m, starts);
        EmbedWords(forms);
        for (int l = 0; l < _convolutions.Length; l++)
        {
            Layers.GatherNeighbours(_h, starts, _shape.Dilations[l], _c, width);
            _convolutions[l].Apply(_c, _z, m);
            Layers.Maxout(_z, _p, m, width);
            Layers.Normalize(_p, _convolutions[l].Gain, _convolutions[l].Shift, _f, m, width);
            Layers.Add(_f.AsSpan(0, m * width), _h);
            if (_shape.AttentionAfter(l) is >= 0 and int layer) { Attend(layer, starts, m); }
        }
        Layers.Normalize(_h, _finalGain, _finalBias, _f, m, width);
        Tag(starts, m, names);
        _trees.Read(_f, starts, m, heads, deprel);
        _tagPairs.Choose(_tagScores, _tags.Columns, m, deprel, upos, xpos);
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            Range sentence = starts[s]..starts[s + 1];
            _mainVerbs.Mend(upos[sentence], xpos[sentence], heads[sentence], deprel[sentence]);
        }
    }

    // Scores are divided by the root of a head's width; dividing the query weights once is the same.
    private static EncoderModel.Table Scaled(EncoderModel.Table queryKeyValue, EncoderShape shape)
    {
        float[] values = [.. queryKeyValue.Values];
        float scale = 1f / MathF.Sqrt((float)shape.Width / shape.AttentionHeads);
        for (int row = 0; row < queryKeyValue.Rows; row++)
        {
            foreach (ref float value in values.AsSpan(row * queryKeyValue.Columns, shape.Width)) { value *= scale; }
        }
        return queryKeyValue with { Values = values };
    }

    private void EmbedWords(ReadOnlySpan<string> forms)
    {
        int width = _shape.Width;
        _unknown.Clear();
        for (int i = 0; i < forms.Length; i++)
        {
            if (_cache.TryGet(forms[i], _h.AsSpan(i * width, width))) { continue; }
            Embed(forms[i], _x.AsSpan(_unknown.Count * _shape.InputWidth, _shape.InputWidth));
            _unknown.Add(i);
        }
        int m = _unknown.Count;
        _input.Apply(_x, _z, m);
        Layers.Maxout(_z, _p, m, width);
        Layers.Normalize(_p, _input.Gain, _input.Shift, _f, m, width);
        for (int k = 0; k < m; k++)
        {
            ReadOnlySpan<float> vector = _f.AsSpan(k * width, width);
            vector.CopyTo(_h.AsSpan(_unknown[k] * width));
            _cache.Add(forms[_unknown[k]], vector);
        }
    }

    private void Embed(string form, Span<float> x)
    {
        int wide = _shape.WideEmbedding, narrow = _shape.NarrowEmbedding;
        int count = TokenFeatures.Extract(form, _shape, _rows);
        x.Clear();
        Layers.Add(_form.AsSpan(_rows[0] * wide, wide), x);
        Layers.Add(_form.AsSpan(_rows[1] * wide, wide), x);
        Span<float> grams = x.Slice(wide, wide);
        for (int g = TokenFeatures.Fixed; g < count; g++) { Layers.Add(_ngram.AsSpan(_rows[g] * wide, wide), grams); }
        float scale = 1f / MathF.Sqrt(Math.Max(1, count - TokenFeatures.Fixed));
        for (int j = 0; j < wide; j++) { grams[j] *= scale; }
        _prefix.AsSpan(_rows[2] * narrow, narrow).CopyTo(x[(2 * wide)..]);
        _suffix.AsSpan(_rows[3] * narrow, narrow).CopyTo(x[((2 * wide) + narrow)..]);
        _shapes.AsSpan(_rows[4] * narrow, narrow).CopyTo(x[((2 * wide) + (2 * narrow))..]);
    }

    // A score whose weight is zero, for the columns that pad a sentence to whole panels.
    private const float Nowhere = -1e30f;

    private void Attend(int layer, ReadOnlySpan<int> starts, int m)
    {
        int width = _shape.Width, size = width / _shape.AttentionHeads, row = 3 * width;
        _queryKeyValue[layer].Apply(_h, _qkv, m);
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            int first = starts[s], n = starts[s + 1] - first, padded = Gemm.Padded(n);
            for (int a = 0; a < _shape.AttentionHeads; a++)
            {
                ReadOnlySpan<float> q = _qkv.AsSpan((first * row) + (a * size));
                Gemm.Pack(q[width..], size, n, 1, row, _packed);
                Gemm.Multiply(q, row, 1, _packed, _scores, padded, n, padded, size, GemmMode.Set);
                for (int i = 0; i < n; i++)
                {
                    Span<float> weights = _scores.AsSpan(i * padded, padded);
                    weights[n..].Fill(Nowhere);
                    Layers.Softmax(weights);
                }
                Gemm.Pack(q[(2 * width)..], n, size, row, 1, _packed);
                Gemm.Multiply(_scores, padded, 1, _packed, _p.AsSpan((first * width) + (a * size)), width, n, size, n, GemmMode.Set);
            }
        }
        _attention[layer].Apply(_p, _f, m);
        Layers.Add(_f.AsSpan(0, m * width), _h);
    }

    // Name tags are final here; the other tags wait for the relations.
    private void Tag(ReadOnlySpan<int> starts, int m, Span<NameTag> names)
    {
        int columns = _tags.Columns, nameAt = _model.Xpos.Count + UposCount;
        _tags.Apply(_f, _tagScores, m);
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            int first = starts[s], n = starts[s + 1] - first;
            NameTags.Decode(_tagScores.AsSpan((first * columns) + nameAt), n, columns, names.Slice(first, n));
        }
    }

    /// <summary>Number of parts of speech; they follow the tags in the tag head's outputs, and the name tags follow them.</summary>
    public const int UposCount = 17;

    private void Reserve(int m, ReadOnlySpan<int> starts)
    {
        int longest = 1;
        for (int s = 0; s + 1 < starts.Length; s++) { longest = Math.Max(longest, starts[s + 1] - starts[s]); }
        Grow(ref _x, m * _shape.InputWidth);
        Grow(ref _h, m * _shape.Width);
        Grow(ref _p, m * _shape.Width);
        Grow(ref _f, m * _shape.Width);
        Grow(ref _z, m * 2 * _shape.Width);
        Grow(ref _c, m * 3 * _shape.Width);
        Grow(ref _qkv, m * 3 * _shape.Width);
        Grow(ref _tagScores, m * _tags.Columns);
        Grow(ref _scores, longest * Gemm.Padded(longest));
        Grow(ref _packed, Gemm.Padded(longest) * _shape.Width);
    }

    internal static void Grow(ref float[] buffer, int length)
    {
        if (buffer.Length < length) { buffer = new float[length + (length / 4)]; }
    }
}
