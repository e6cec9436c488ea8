namespace Dateline.Entities;

/// <summary>A mention that a pronoun may point at, with what speaks for it.</summary>
/// <param name="Mention">The mention; its entity is the candidate.</param>
/// <param name="Signs">Numbers of <see cref="AntecedentSigns"/>.</param>
/// <param name="Ahead">True for a mention behind the pronoun, as in "Before he left, Macron said".</param>
internal readonly record struct AntecedentCandidate(MentionDraft Mention, int[] Signs, bool Ahead);
