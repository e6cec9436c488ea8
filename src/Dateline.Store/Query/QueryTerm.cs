namespace Dateline.Store.Query;

/// <summary>One condition of a query.</summary>
/// <param name="Field">Its field in lower case; "" for words of the text.</param>
/// <param name="Value">The value without quotation marks.</param>
/// <param name="Negated">True for a term with a minus sign before it.</param>
/// <param name="Position">Where it stands in the query.</param>
public sealed record QueryTerm(string Field, string Value, bool Negated, int Position);

/// <summary>A query of the one small language that command line, page and API share.</summary>
/// <param name="Text">As written.</param>
/// <param name="Terms">Its conditions; several values of one field are alternatives, all else must hold together.</param>
public sealed record StoreQuery(string Text, IReadOnlyList<QueryTerm> Terms);
