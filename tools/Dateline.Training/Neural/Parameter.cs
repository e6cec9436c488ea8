namespace Dateline.Training.Neural;

/// <summary>A trained matrix with the optimiser's moments and its running average.</summary>
internal sealed class Parameter(string name, int rows, int columns, ParameterKind kind)
{
    public string Name { get; } = name;
    public int Rows { get; } = rows;
    public int Columns { get; } = columns;
    public ParameterKind Kind { get; } = kind;
    public float[] Weights { get; } = new float[rows * columns];
    public float[] Average { get; } = new float[rows * columns];
    public float[] Mean { get; } = new float[rows * columns];
    public float[] Variance { get; } = new float[rows * columns];

    /// <summary>Fills with uniform values of the given half-width.</summary>
    public Parameter Uniform(Random random, float half)
    {
        for (int i = 0; i < Weights.Length; i++) { Weights[i] = ((float)random.NextDouble() * 2 - 1) * half; }
        return this;
    }

    /// <summary>Fills with one value.</summary>
    public Parameter Constant(float value)
    {
        Array.Fill(Weights, value);
        return this;
    }
}

/// <summary>Embeddings get gradients for few rows a step; matrices decay, vectors do not.</summary>
internal enum ParameterKind { Matrix, Vector, Embedding }

/// <summary>The gradient of one parameter, kept by one worker; for embeddings with the list of rows that were touched.</summary>
internal sealed class Gradient(Parameter parameter)
{
    private readonly bool[] _seen = new bool[parameter.Kind == ParameterKind.Embedding ? parameter.Rows : 0];

    public float[] Values { get; } = new float[parameter.Rows * parameter.Columns];
    public List<int> Touched { get; } = [];

    /// <summary>The row of an embedding, marked as touched.</summary>
    public Span<float> Row(int row)
    {
        if (!_seen[row]) { _seen[row] = true; Touched.Add(row); }
        return Values.AsSpan(row * parameter.Columns, parameter.Columns);
    }

    public void Clear()
    {
        if (parameter.Kind != ParameterKind.Embedding) { Array.Clear(Values); return; }
        foreach (int row in Touched)
        {
            Values.AsSpan(row * parameter.Columns, parameter.Columns).Clear();
            _seen[row] = false;
        }
        Touched.Clear();
    }
}
