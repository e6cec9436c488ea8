using Dateline.Store.Query;

namespace Dateline.Web.Pages;

/// <summary>An error as a page.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Short name of the error.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Query">The mistake in a query, with its place.</param>
public sealed record FaultModel(int Status, string Code, string Message, QueryFault? Query);
