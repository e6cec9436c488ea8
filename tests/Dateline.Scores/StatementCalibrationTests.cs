using System.Text.Json;
using Dateline.Statements;
using Xunit;

namespace Dateline.Scores;

/// <summary>What a confidence of .9 promises: on the PolNeAR development set, direct quotations told with it name the right speaker, and most are told with it.</summary>
/// <remarks>
/// The scorer's own count of direct quotations: right is a content word shared with the gold source. Five of the gold sources hold the cue ("said") and the cue
/// the name; they count as wrong here like any other.
/// </remarks>
public sealed class StatementCalibrationTests(ITestOutputHelper output)
{
    /// <summary>.982 when the floor was set, 274 of 279.</summary>
    private const double FloorRight = 0.98;
    /// <summary>.719 when the floor was set.</summary>
    private const double FloorCovered = 0.70;

    [Fact]
    public void At_nine_tenths_the_speaker_of_a_quotation_is_right()
    {
        string gold = Path.Combine(Workspace.Root, "..", "shared", "data", "attribution", "polnear_dev.jsonl");
        Assert.SkipWhen(Workspace.Missing is not null || !File.Exists(gold), Workspace.Missing ?? "the corpora are not beside the repository");
        IReadOnlyList<ScoredStory> stories = StatementScorer.Read(gold);
        double right = 0, covered = 0;
        foreach (double least in (ReadOnlySpan<double>)[0.5, 0.7, 0.9])
        {
            JsonElement figures = StatementScorer.Score(gold, stories, s => s.Parent is null && s.Confidence >= least);
            covered = figures.GetProperty("direct_covered").GetDouble();
            right = figures.GetProperty("direct_speaker_end_to_end").GetDouble() / covered;
            output.WriteLine($"{least:0.0}: right {right:0.0000}, covered {covered:0.0000}");
        }
        Assert.True(right >= FloorRight, $"{right:0.0000} right; the floor is {FloorRight:0.00}");
        Assert.True(covered >= FloorCovered, $"{covered:0.0000} covered; the floor is {FloorCovered:0.00}");
    }
}
