namespace Dateline.Web.Marking;

/// <summary>A stretch of text under the same marks.</summary>
/// <param name="Text">The words.</param>
/// <param name="Classes">CSS classes of its lanes; null for none.</param>
/// <param name="Records">Ids of the records, separated by blanks.</param>
/// <param name="References">Records whose words begin here: the numbers that lead to their cards.</param>
public sealed record Run(string Text, string? Classes, string? Records, IReadOnlyList<string> References);
