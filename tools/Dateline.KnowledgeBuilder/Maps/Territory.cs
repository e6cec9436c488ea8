namespace Dateline.KnowledgeBuilder.Maps;

/// <summary>A country or territory of Natural Earth.</summary>
/// <param name="Code">ISO 3166-1 alpha-3, or XKX; null where it has none.</param>
/// <param name="IsDisputed">True where not all draw its borders as borders.</param>
/// <param name="Rings">Outer and inner rings, first point repeated at the end.</param>
internal sealed record Territory(string? Code, bool IsDisputed, IReadOnlyList<GridPoint[]> Rings);
