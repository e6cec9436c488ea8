namespace Dateline.Ingest.Html;

/// <summary>A post of a live blog as the page's data lists it.</summary>
/// <param name="Headline">Its heading, or null.</param>
/// <param name="Text">Its text, or null.</param>
/// <param name="Published">As the page writes it.</param>
internal sealed record LivePost(string? Headline, string? Text, string Published);
