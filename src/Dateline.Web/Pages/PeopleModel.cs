using Dateline.Store.Query;

namespace Dateline.Web.Pages;

/// <summary>Those in public roles, and bodies.</summary>
public sealed record PeopleModel(PageHead Head, string Words, IReadOnlyList<LedgerName> People, IReadOnlyList<LedgerName> Bodies);

/// <summary>The ledger of one of them.</summary>
public sealed record LedgerModel
{
    public required PageHead Head { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<LedgerRole> Roles { get; init; }
    /// <summary>Said by, said to, said about, acts by, acts upon: each with the query that lists all.</summary>
    public required IReadOnlyList<LedgerPart> Parts { get; init; }
}

/// <summary>A part of a ledger.</summary>
/// <param name="Title">What it holds.</param>
/// <param name="Kind">Statements or events.</param>
/// <param name="Query">Finds all of it.</param>
/// <param name="Hits">The newest.</param>
/// <param name="HasMore">True when there are others.</param>
public sealed record LedgerPart(string Title, HitKind Kind, string Query, IReadOnlyList<StoreHit> Hits, bool HasMore);
