using Dateline.Store.Query;

namespace Dateline.Web.Pages;

/// <summary>What came from whom.</summary>
public sealed record SourcesModel(PageHead Head, IReadOnlyList<SourceRow> Rows);
