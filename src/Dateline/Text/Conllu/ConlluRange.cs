namespace Dateline.Text.Conllu;

/// <summary>A written token that is several words: the line <c>1-2 don't</c>.</summary>
/// <param name="First">Number of its first word, from 1.</param>
/// <param name="Last">Number of its last word.</param>
/// <param name="Form">As written.</param>
/// <param name="Misc">The tenth column.</param>
public sealed record ConlluRange(int First, int Last, string Form, string Misc = "_");
