namespace Dateline.Web.Pages;

/// <summary>A card on the page of a story.</summary>
/// <param name="Story">Id of the story.</param>
/// <param name="Card">The record.</param>
/// <param name="IsChosen">True when the address points at it.</param>
/// <param name="IsLit">True when it belongs to the chosen one.</param>
public sealed record CardModel(string Story, Card Card, bool IsChosen, bool IsLit);
