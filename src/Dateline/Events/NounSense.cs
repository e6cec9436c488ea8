namespace Dateline.Events;

/// <summary>One row of <c>knowledge/plover/nouns.tsv</c>: a noun that tells a happening.</summary>
internal sealed record NounSense
{
    /// <summary>Head of the phrase: "strike" in "air strike", "round" in "round of talks".</summary>
    public required string Head { get; init; }
    /// <summary>Modifiers that must stand with it: "air".</summary>
    public required string[] Before { get; init; }
    /// <summary>Words that must follow it: "of talks".</summary>
    public required string[] After { get; init; }
    /// <summary>What must hold beside the words: <c>light</c> (object of a light verb), <c>occur</c>, <c>plural</c>, or a name of <see cref="NounNeed"/>.</summary>
    public required NounNeed Need { get; init; }
    public required string Root { get; init; }
    public string? Mode { get; init; }
    public string? Cameo { get; init; }
    public required bool Sure { get; init; }
    public required string Example { get; init; }

    public bool IsNone => Root == "NONE";
}

/// <summary>Conditions on the surroundings of an event noun.</summary>
internal enum NounNeed
{
    None, Plural, Light, Occur, Army, Arms, Police, Assets, Internet, Media, Road, Aid, Agreement, Membership, Request, Law, Era, Labor,
}
