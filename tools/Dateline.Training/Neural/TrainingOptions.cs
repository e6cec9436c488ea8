using Dateline.Text.Neural;

namespace Dateline.Training.Neural;

/// <summary>How the encoder is trained; defaults are those of the shipped model.</summary>
internal sealed record TrainingOptions
{
    public EncoderShape Shape { get; init; } = new();
    public int Epochs { get; init; } = 15;
    /// <summary>Tokens per step.</summary>
    public int BatchTokens { get; init; } = 600;
    /// <summary>Highest learning rate, reached after the warm-up, then falling to zero in a line.</summary>
    public float LearningRate { get; init; } = 1.2e-3f;
    public float WarmUp { get; init; } = 0.05f;
    public float WeightDecay { get; init; } = 0.01f;
    public float Dropout { get; init; } = 0.13f;
    public float InputDropout { get; init; } = 0.1f;
    public float HeadDropout { get; init; } = 0.2f;
    /// <summary>Share of words whose form embedding is hidden.</summary>
    public float WordDropout { get; init; } = 0.12f;
    public float NgramDropout { get; init; } = 0.05f;
    /// <summary>Largest norm of a step's gradient.</summary>
    public float Clip { get; init; } = 2f;
    /// <summary>Decay of the running average of weights, per step.</summary>
    public float AverageDecay { get; init; } = 0.999f;
    /// <summary>Share of sentences shown in another guise: lower case, capitals, headline case, without articles, without final mark.</summary>
    public float Augment { get; init; } = 0.15f;
    /// <summary>Weight of the teachers' opinions beside the gold labels; where there are none, opinions alone count.</summary>
    public float OpinionShare { get; init; } = 0.5f;
    /// <summary>Share of the sentences without gold trees that each pass shows.</summary>
    public float OpenText { get; init; } = 0.4f;
    /// <summary>Share of sentences in which names are replaced by others of their kind.</summary>
    public float SwapNames { get; init; } = 0.2f;
    public int Workers { get; init; } = 1;
    public int Seed { get; init; } = 1;
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>Nothing left to chance: for judging.</summary>
    public TrainingOptions WithoutDropout() => this with { Dropout = 0, InputDropout = 0, HeadDropout = 0, WordDropout = 0, NgramDropout = 0 };

    /// <summary>A network of the same kind, trained on labels alone; the product's network begins as the first and learns from what all think. Each seed is another one.</summary>
    public TrainingOptions ForTeacher(int seed) => this with { Epochs = 36, LearningRate = 2e-3f, Workers = 1, Seed = seed };
}
