namespace Dateline.Training.Neural;

/// <summary>How the encoder is trained; defaults are those of the shipped model.</summary>
internal sealed record TrainingOptions
{
    public int Epochs { get; init; } = 44;
    /// <summary>Tokens per step.</summary>
    public int BatchTokens { get; init; } = 600;
    /// <summary>Highest learning rate, reached after the warm-up, then falling to zero in a line.</summary>
    public float LearningRate { get; init; } = 2e-3f;
    public float WarmUp { get; init; } = 0.05f;
    public float WeightDecay { get; init; } = 0.01f;
    public float Dropout { get; init; } = 0.15f;
    public float InputDropout { get; init; } = 0.1f;
    public float HeadDropout { get; init; } = 0.2f;
    /// <summary>Share of words whose form embedding is hidden.</summary>
    public float WordDropout { get; init; } = 0.12f;
    public float NgramDropout { get; init; } = 0.05f;
    /// <summary>Largest norm of a step's gradient.</summary>
    public float Clip { get; init; } = 2f;
    /// <summary>Decay of the running average of weights, per step.</summary>
    public float AverageDecay { get; init; } = 0.999f;
    /// <summary>Share of sentences shown in another guise: lower case, capitals, headline case, without final mark.</summary>
    public float Augment { get; init; } = 0.15f;
    public int Workers { get; init; } = 1;
    public int Seed { get; init; } = 1;
    public Action<string> Log { get; init; } = _ => { };
}
