namespace Dateline.Text.Neural;

/// <summary>A packed weight matrix with its bias: <c>y = x·W + b</c>. A layer that is normalised carries gain and shift too.</summary>
internal sealed class Dense
{
    private readonly float[] _packed;
    private readonly float[] _bias;
    private readonly int _inputs;

    /// <summary>Takes matrix <c>name</c> and, where the model has them, <c>name.bias</c>, <c>name.gain</c> and <c>name.shift</c>.</summary>
    public Dense(EncoderModel model, string name) : this(model[name], model.TryGet(name + ".bias"), model.TryGet(name + ".gain"), model.TryGet(name + ".shift")) { }

    /// <summary>Takes the values given.</summary>
    public Dense(EncoderModel.Table table, float[]? bias = null, float[]? gain = null, float[]? shift = null)
    {
        (_inputs, Columns) = (table.Rows, Gemm.Padded(table.Columns));
        _packed = new float[_inputs * Columns];
        Gemm.Pack(table.Values, _inputs, table.Columns, table.Columns, 1, _packed);
        _bias = bias ?? [];
        Array.Resize(ref _bias, Columns);
        Gain = gain ?? [];
        Shift = shift ?? [];
    }

    /// <summary>Width of the output, padded to whole panels.</summary>
    public int Columns { get; }
    public float[] Gain { get; }
    public float[] Shift { get; }

    /// <summary>Writes the outputs for <paramref name="rows"/> rows of inputs.</summary>
    public void Apply(ReadOnlySpan<float> x, Span<float> y, int rows, Rectify rectify = Rectify.No)
    {
        Gemm.Multiply(x, _inputs, 1, _packed, y, Columns, rows, Columns, _inputs, GemmMode.Set);
        Layers.AddBias(y, _bias, rows, Columns, rectify);
    }
}
