namespace Dateline.Entities;

/// <summary>What each sign is worth when a pronoun looks for its person. Tuned on half of GAP development; the other half and the stories agree.</summary>
internal sealed record SalienceWeights
{
    /// <summary>Factor for every sentence between.</summary>
    public double Decay { get; init; } = 0.4;
    /// <summary>Share of the weaker mentions of the same person that is added to the strongest.</summary>
    public double Repetition { get; init; } = 0.15;
    /// <summary>Subject for subject.</summary>
    public double Parallel { get; init; } = 0.2;
    /// <summary>"his" and the subject of his clause.</summary>
    public double OwnSubject { get; init; } = 0.5;
    /// <summary>Another part of the same clause.</summary>
    public double SameClause { get; init; } = 0.5;
    /// <summary>The last speaker, for the subject of a verb of speaking.</summary>
    public double Speaker { get; init; } = 1.5;
    /// <summary>Gender known, not only possible.</summary>
    public double KnownGender { get; init; } = 0.1;
    /// <summary>Factor for a name that may be no person's.</summary>
    public double Unsure { get; init; } = 0.9;
    /// <summary>Place in the clause, where a subject is 1.</summary>
    public double Object { get; init; } = 0.6;
    public double Possessor { get; init; } = 0.5;
    public double Oblique { get; init; } = 0.4;
    /// <summary>Form of the mention, where a name is 1.</summary>
    public double Pronoun { get; init; } = 1.1;
    public double Nominal { get; init; } = 0.5;
    public double Headline { get; init; } = 0.5;
    /// <summary>A person behind with less than this gives way to the subject ahead.</summary>
    public double Ahead { get; init; } = 1.1;
}
