using Dateline.Store.Query;

namespace Dateline.Web.Pages;

/// <summary>A query with a term put in or taken out, for links that filter.</summary>
internal static class QueryTerms
{
    /// <summary>The query with a term more.</summary>
    public static string With(StoreQuery query, string field, string value) => string.Join(' ', query.Terms.Select(Write).Append(Write(field, value, negated: false)));

    /// <summary>The query without a term.</summary>
    public static string Without(StoreQuery query, QueryTerm term) => string.Join(' ', query.Terms.Where(t => t != term).Select(Write));

    /// <summary>A term as it is written in a query.</summary>
    public static string Write(QueryTerm term) => Write(term.Field, term.Value, term.Negated);

    private static string Write(string field, string value, bool negated)
    {
        // A value with a quotation mark cannot be written as it is; its words still find it.
        string plain = value.Replace('"', ' ').Trim();
        bool quoted = plain.Any(char.IsWhiteSpace) || (field.Length == 0 && (plain.StartsWith('-') || plain.Contains(':', StringComparison.Ordinal)));
        return (negated ? "-" : "") + (field.Length > 0 ? field + ":" : "") + (quoted ? $"\"{plain}\"" : plain);
    }
}
