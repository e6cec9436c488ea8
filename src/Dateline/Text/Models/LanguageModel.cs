namespace Dateline.Text.Models;

/// <summary>Everything learned for one language.</summary>
internal sealed record LanguageModel
{
    /// <summary>Name and version, e.g. <c>en-1</c>.</summary>
    public required string Name { get; init; }
    public required TagSet TagSet { get; init; }
    public required TransitionSet Transitions { get; init; }
    public required WeightTable TaggerWeights { get; init; }
    public required WeightTable ParserWeights { get; init; }
    public required Lemmatizer Lemmatizer { get; init; }
}
