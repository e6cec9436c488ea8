namespace Dateline.Ingest.Html;

/// <summary>Something on a page that is no part of its story, and why.</summary>
/// <param name="Reason">One or a few words: "navigation", "related stories", "outside the article".</param>
/// <param name="Text">How it starts.</param>
internal sealed record DroppedPart(string Reason, string Text);
