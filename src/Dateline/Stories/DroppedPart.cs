namespace Dateline.Stories;

/// <summary>Something on a page that is no part of its story, and why.</summary>
/// <param name="Reason">One or a few words: "navigation", "related stories", "outside the article".</param>
/// <param name="Text">How it starts.</param>
public sealed record DroppedPart(string Reason, string Text);
