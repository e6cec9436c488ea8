namespace Dateline.Events;

/// <summary>One row of <c>knowledge/plover/verbs.tsv</c>: what a verb means when its frame holds.</summary>
internal sealed record VerbSense
{
    public required string Lemma { get; init; }
    /// <summary>Words that follow the verb, in order: "out", "under arrest". Empty for none.</summary>
    public required string[] Particle { get; init; }
    /// <summary>Classes or lemmas one of which the object bears; <c>0</c> no object, <c>ANY</c> some object, <c>CLAUSE</c> a complement clause. Empty: no matter.</summary>
    public required string[] Object { get; init; }
    /// <summary>Prepositions one of which must head a phrase, each with an optional class: "with:ACTOR".</summary>
    public required Need[] Needs { get; init; }
    public required string[] Subject { get; init; }
    /// <summary>PLOVER root, or <c>NONE</c> for a sense that is no event.</summary>
    public required string Root { get; init; }
    public string? Mode { get; init; }
    public string? Cameo { get; init; }
    /// <summary>True when the words alone settle it; else a known actor must take part.</summary>
    public required bool Sure { get; init; }
    public required string Example { get; init; }

    /// <summary>True for a sense that keeps other senses away.</summary>
    public bool IsNone => Root == "NONE";
}

/// <summary>A preposition with the class its noun must bear; no class: any noun.</summary>
internal readonly record struct Need(string Preposition, string? Class);
