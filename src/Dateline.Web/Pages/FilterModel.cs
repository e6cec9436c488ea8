using Dateline.Store.Query;

namespace Dateline.Web.Pages;

/// <summary>How much a query finds, and its conditions to take away.</summary>
/// <param name="Path">The screen.</param>
/// <param name="Query">The query.</param>
/// <param name="Counts">What it finds.</param>
/// <param name="Kind">What is listed, on the search page.</param>
public sealed record FilterModel(string Path, StoreQuery Query, (long Stories, long Statements, long Events) Counts, string? Kind = null);
