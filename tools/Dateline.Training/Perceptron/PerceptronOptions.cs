using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>What can be set about training; the defaults made the released model.</summary>
internal sealed record PerceptronOptions
{
    public int Seed { get; init; } = 20201002;
    public int TaggerEpochs { get; init; } = 8;
    public int CrossTaggerEpochs { get; init; } = 5;
    public int Folds { get; init; } = 5;
    public int TaggerMinUpdates { get; init; } = 2;
    public int TaggerMargin { get; init; } = 1;
    public double TaggerScale { get; init; } = 8;
    public int TaggerMinWeight { get; init; } = 2;
    public int ParserEpochs { get; init; } = 12;
    public int ParserMinUpdates { get; init; } = 2;
    public int ParserMargin { get; init; } = 1;
    public double ParserScale { get; init; } = 8;
    public int ParserMinWeight { get; init; } = 2;

    /// <summary>From which epoch (from 0) the parser follows its own moves, and how often.</summary>
    public int ExploreFrom { get; init; } = 1;
    public double ExploreRate { get; init; } = 0.9;
    public required Action<string> Log { get; init; }
}
