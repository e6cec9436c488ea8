using System.Text.Json.Serialization;

namespace Dateline.Scores;

/// <summary>The least a score may be. Floors rise with the scores; one is lowered only by hand, with a reason.</summary>
public sealed record Floor
{
    /// <summary>Path in the scorer's answer, e.g. <c>stories/dev/statements.f1/value</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>What a reader calls it, for the table.</summary>
    public required string Label { get; init; }

    /// <summary>How many things were judged; below 30 a score is noise and gets no floor.</summary>
    public required int Items { get; init; }

    /// <summary>The bound, in the scorer's own scale; absent until it is measured for the first time.</summary>
    public double? Bound { get; init; }

    /// <summary>The score when the bound was last set.</summary>
    public double? Measured { get; init; }

    /// <summary>True where less is better, e.g. events per gold event.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool LowerIsBetter { get; init; }

    /// <summary>True when the row stands in the table of README.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InReadme { get; init; }

    /// <summary>Why it was lowered.</summary>
    public string? Reason { get; init; }

    /// <summary>What chance alone moves a score by: half a standard error of a share, at least half a point; a twentieth where less is better.</summary>
    public double Noise(double score)
    {
        if (LowerIsBetter) { return 0.05 * score; }
        double scale = score > 1 ? 100 : 1, share = Math.Clamp(score / scale, 0.02, 0.98);
        return scale * Math.Max(0.005, 0.5 * Math.Sqrt(share * (1 - share) / Items));
    }

    /// <summary>True when the score is not worse than the bound.</summary>
    public bool Allows(double score) => Bound is not { } bound || (LowerIsBetter ? score <= bound : score >= bound);

    /// <summary>The floor after a new measurement: raised when the score allows it, never lowered.</summary>
    public Floor Raised(double score)
    {
        double noise = Noise(score), bound = Math.Round(LowerIsBetter ? score + noise : score - noise, 4);
        bool better = Bound is not { } old || (LowerIsBetter ? bound < old : bound > old);
        return better ? this with { Bound = bound, Measured = Math.Round(score, 4), Reason = null } : this;
    }
}
