namespace Dateline.Entities;

/// <summary>A phrase headed by a role noun: "the French leader", "Syrian Islamist militants".</summary>
internal sealed class Nominal
{
    /// <summary>First token of the phrase, article included.</summary>
    public required int First { get; init; }
    /// <summary>First token behind article, demonstrative and owner.</summary>
    public required int Core { get; init; }
    public required int Head { get; init; }
    public required RoleNoun Role { get; init; }
    /// <summary>The role noun as worded, lower case, singular: "foreign minister".</summary>
    public required string Noun { get; init; }
    public required bool Plural { get; init; }
    public required Definiteness Definiteness { get; init; }
    /// <summary>Sector of the noun before it that says whose they are: "rebel leaders".</summary>
    public string? Whose { get; init; }
    public required Affiliation Affiliation { get; init; }
    public required bool Headline { get; init; }
    /// <summary>"both sides", "the two leaders".</summary>
    public required bool Both { get; init; }
    /// <summary>The quantity that heads a partitive ("some" of "some of them"), -1 for none.</summary>
    public required int Part { get; init; }
    public EntityDraft? Entity { get; set; }
}

/// <summary>"the/this leader", "Turkey's leader"; "a leader"; "leaders".</summary>
internal enum Definiteness : byte { Bare, Definite, Indefinite }
