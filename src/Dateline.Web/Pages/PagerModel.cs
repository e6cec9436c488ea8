namespace Dateline.Web.Pages;

/// <summary>The way through a list that is longer than a page.</summary>
/// <param name="Path">The screen.</param>
/// <param name="Query">What is listed, in the query language.</param>
/// <param name="Kind">What is listed, on the page of search.</param>
/// <param name="Next">Where the next page starts; null on the last.</param>
/// <param name="IsLater">True when this is not the first.</param>
/// <param name="Older">What the link to the next page says.</param>
public sealed record PagerModel(string Path, string Query, string? Kind, string? Next, bool IsLater, string Older);
