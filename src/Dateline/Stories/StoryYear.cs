namespace Dateline.Stories;

/// <summary>The year a story that came without a date was written in, as far as its words tell; no day is reckoned from it.</summary>
public sealed record StoryYear
{
    public required int Value { get; init; }
    /// <summary>What it was inferred from: <c>incumbents</c> (persons named in an office), <c>candidates</c> (in a race), <c>years</c> (named in the text), joined by <c>+</c>.</summary>
    public required string Basis { get; init; }
    /// <summary>Other years that fit; absent when none does.</summary>
    public IReadOnlyList<int>? Alternatives { get; init; }
}
