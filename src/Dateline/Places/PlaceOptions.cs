namespace Dateline.Places;

/// <summary>What can be set about places.</summary>
public sealed record PlaceOptions;
