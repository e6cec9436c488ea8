namespace Dateline.Events.UserVerbs;

/// <summary>What an element of a pattern matches.</summary>
internal enum PatternKind : byte
{
    /// <summary>One of several words or phrases.</summary>
    Words,

    /// <summary>A party that is the source (<c>$</c>).</summary>
    Source,

    /// <summary>A party that is the target (<c>+</c>).</summary>
    Target,

    /// <summary>Several parties that act on each other (<c>%</c>).</summary>
    Both,

    /// <summary>Any party, not used (<c>^</c>).</summary>
    Any,
}

/// <summary>An element of a pattern.</summary>
/// <param name="Kind">What it matches.</param>
/// <param name="Phrases">For words: the alternatives, each a sequence of words in lower case.</param>
/// <param name="Adjacent">True when nothing may stand between it and the element nearer to the verb.</param>
internal sealed record PatternElement(PatternKind Kind, IReadOnlyList<string[]> Phrases, bool Adjacent);

/// <summary>A pattern around a verb with its code.</summary>
/// <param name="Left">Elements before the verb, the nearest first.</param>
/// <param name="Right">Elements after the verb, the nearest first.</param>
/// <param name="Code">CAMEO code; null for "no event".</param>
internal sealed record PetrarchPattern(IReadOnlyList<PatternElement> Left, IReadOnlyList<PatternElement> Right, string? Code)
{
    /// <summary>How much it says: the pattern of most elements wins.</summary>
    public int Size => Left.Count + Right.Count;
}

/// <summary>A verb of a dictionary.</summary>
/// <param name="After">Words that must follow it at once: "out" in CARRY_OUT.</param>
/// <param name="Code">CAMEO code when no pattern fits; null for none.</param>
/// <param name="Patterns">Its patterns, in the file's order.</param>
internal sealed record PetrarchVerb(string[] After, string? Code, List<PetrarchPattern> Patterns);
