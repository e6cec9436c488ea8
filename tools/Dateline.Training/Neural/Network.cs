using Dateline.Text.Neural;

namespace Dateline.Training.Neural;

/// <summary>The encoder's parameters by name, in a fixed order.</summary>
internal sealed class Network
{
    private readonly List<Parameter> _all = [];

    public Network(EncoderShape shape, int tags, int relations, int seed)
    {
        Shape = shape;
        Random random = new(seed);
        int width = shape.Width, input = shape.InputWidth;
        Form = Embedding("form", shape.FormRows, shape.WideEmbedding, random);
        Ngram = Embedding("ngram", shape.NgramRows, shape.WideEmbedding, random);
        Prefix = Embedding("prefix", shape.AffixRows, shape.NarrowEmbedding, random);
        Suffix = Embedding("suffix", shape.AffixRows, shape.NarrowEmbedding, random);
        ShapeTable = Embedding("shape", shape.ShapeRows, shape.NarrowEmbedding, random);
        Input = Normalised("input", input, 2 * width, width, random);
        Convolutions = [.. shape.Dilations.Select((_, l) => Normalised($"conv{l}", 3 * width, 2 * width, width, random))];
        QueryKeyValue = [.. Enumerable.Range(0, shape.AttentionLayers).Select(a => Matrix($"qkv{a}", width, 3 * width, random))];
        Attention = [.. Enumerable.Range(0, shape.AttentionLayers).Select(a => Linear($"attention{a}", width, width, random))];
        FinalGain = Vector("final.gain", width).Constant(1);
        FinalShift = Vector("final.shift", width);
        Tags = Linear("tags", width, Gemm.Padded(tags + Encoder.UposCount + NameTags.Count), random);
        Dependent = Linear("dependent", width, shape.ArcWidth, random);
        Head = Linear("head", width, shape.ArcWidth, random);
        Arc = Matrix("arc", shape.ArcWidth, shape.ArcWidth, random);
        Distance = Matrix("distance", shape.ArcWidth, EncoderShape.DistanceBuckets, random);
        DistanceBias = Vector("distance.bias", EncoderShape.DistanceBuckets);
        RootArc = Vector("rootArc", shape.ArcWidth).Uniform(random, 0.1f);
        ArcBias = Vector("arcBias", shape.ArcWidth);
        LabelDependent = Linear("labelDependent", width, shape.LabelWidth, random);
        LabelHead = Linear("labelHead", width, shape.LabelWidth, random);
        RootLabel = Vector("rootLabel", shape.LabelWidth).Uniform(random, 0.1f);
        LabelDistance = Add(new Parameter("labelDistance", EncoderShape.DistanceBuckets, shape.LabelWidth, ParameterKind.Vector).Uniform(random, 0.05f));
        Labels = Linear("labels", shape.LabelWidth, Gemm.Padded(relations), random);
    }

    /// <summary>The network of a model file, to ask for its opinions.</summary>
    public static Network Of(EncoderModel model)
    {
        Network net = new(model.Shape, model.Xpos.Count, model.Deprel.Count, seed: 0);
        foreach (Parameter parameter in net.All) 
        {
            model[parameter.Name].Values.CopyTo(parameter.Weights, 0);
            model[parameter.Name].Values.CopyTo(parameter.Average, 0);
        }
        return net;
    }

    public EncoderShape Shape { get; }
    public IReadOnlyList<Parameter> All => _all;
    public Parameter Form { get; }
    public Parameter Ngram { get; }
    public Parameter Prefix { get; }
    public Parameter Suffix { get; }
    public Parameter ShapeTable { get; }
    public NormalisedLayer Input { get; }
    public IReadOnlyList<NormalisedLayer> Convolutions { get; }
    public IReadOnlyList<Parameter> QueryKeyValue { get; }
    public IReadOnlyList<LinearLayer> Attention { get; }
    public Parameter FinalGain { get; }
    public Parameter FinalShift { get; }
    public LinearLayer Tags { get; }
    public LinearLayer Dependent { get; }
    public LinearLayer Head { get; }
    public Parameter Arc { get; }
    public Parameter Distance { get; }
    public Parameter DistanceBias { get; }
    public Parameter RootArc { get; }
    public Parameter ArcBias { get; }
    public LinearLayer LabelDependent { get; }
    public LinearLayer LabelHead { get; }
    public Parameter RootLabel { get; }
    public Parameter LabelDistance { get; }
    public LinearLayer Labels { get; }

    private Parameter Add(Parameter parameter) { _all.Add(parameter); return parameter; }

    private Parameter Embedding(string name, int rows, int columns, Random random) =>
        Add(new Parameter(name, rows, columns, ParameterKind.Embedding).Uniform(random, 0.1f));

    private Parameter Matrix(string name, int rows, int columns, Random random) =>
        Add(new Parameter(name, rows, columns, ParameterKind.Matrix).Uniform(random, MathF.Sqrt(6f / (rows + columns))));

    private Parameter Vector(string name, int columns) => Add(new Parameter(name, 1, columns, ParameterKind.Vector));

    private LinearLayer Linear(string name, int rows, int columns, Random random) => new(Matrix(name, rows, columns, random), Vector(name + ".bias", columns));

    private NormalisedLayer Normalised(string name, int rows, int columns, int width, Random random) =>
        new(Matrix(name, rows, columns, random), Vector(name + ".bias", columns), Vector(name + ".gain", width).Constant(1), Vector(name + ".shift", width));
}

/// <summary>y = x·W + b.</summary>
internal sealed record LinearLayer(Parameter Weights, Parameter Bias);

/// <summary>y = normalise(maxout(x·W + b)).</summary>
internal sealed record NormalisedLayer(Parameter Weights, Parameter Bias, Parameter Gain, Parameter Shift);
