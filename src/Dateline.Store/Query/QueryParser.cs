using System.Globalization;

namespace Dateline.Store.Query;

/// <summary>Reads the query language: words, "phrases", <c>field:value</c>, <c>-</c> before what must not be.</summary>
/// <seealso href="docs/reference/query.md"/>
public static class QueryParser
{
    private const int MostTerms = 64, LongestValue = 400;

    /// <summary>Fields with what their values are, in the order they are documented.</summary>
    public static IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["speaker"] = "who says it: a name or part of one",
        ["act"] = "what saying it does: confirm, deny, accuse …",
        ["to"] = "to whom it is said",
        ["polarity"] = "affirmed or denied",
        ["content"] = "words of what is said",
        ["code"] = "a PLOVER category with or without mode (ASSAULT, COERCE/arrest), or a CAMEO code (19, 193)",
        ["actor"] = "who acts: a country's ISO code, or a name or part of one",
        ["recipient"] = "upon whom: the same",
        ["status"] = "reported, denied, planned, ongoing, threatened, demanded, hypothetical, negated, cancelled",
        ["background"] = "yes or no: told as history",
        ["when"] = "when it happened: a day, month or year; none for events without a time of their own",
        ["box"] = "where it happened, towns and spots only: west,south,east,north in degrees; none for events without any place",
        ["about"] = "somebody or something the story names: a name, part of one, or a country's ISO code",
        ["place"] = "a place the story names: a name, part of one, or a country's ISO code",
        ["id"] = "a story's id",
        ["outlet"] = "who published it",
        ["language"] = "ISO code of the story's language",
        ["since"] = "first day, month or year of publication: 2020-09-27, 2020-09, 2020",
        ["until"] = "last day, month or year of publication",
        ["min"] = "least confidence of statements and events: 0.7",
    };

    /// <summary>Reads a query.</summary>
    /// <exception cref="QueryFault">With the place of the mistake.</exception>
    public static StoreQuery Parse(string text)
    {
        text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        List<QueryTerm> terms = [];
        int at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) { at++; }
            if (at == text.Length) { return new StoreQuery(text, terms); }
            if (terms.Count == MostTerms) { throw new QueryFault(text, at, $"more than {MostTerms} terms."); }
            int start = at;
            bool negated = text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            if (negated) { at++; }
            string field = Field(text, ref at);
            int valueAt = at;
            string value = Value(text, ref at);
            if (value.Length == 0) { throw new QueryFault(text, valueAt, field.Length > 0 ? $"a value for {field}: {Fields[field]}." : "a word."); }
            if (value.Length > LongestValue) { throw new QueryFault(text, valueAt, $"a value longer than {LongestValue} characters."); }
            Check(text, valueAt, field, value);
            terms.Add(new QueryTerm(field, value, negated, start));
        }
    }

    /// <summary>First day and last day of a day, month or year, as numbers such as 20200927; null when it is none of these.</summary>
    internal static (int First, int Last)? Days(string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) { return (StoryRow.Number(day)!.Value, StoryRow.Number(day)!.Value); }
        if (DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month)) { return (StoryRow.Number(month)!.Value, StoryRow.Number(month.AddMonths(1).AddDays(-1))!.Value); }
        return value.Length == 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? (year * 10_000 + 101, year * 10_000 + 1231) : null;
    }

    /// <summary>Value of <c>when</c> and <c>box</c> for what has no time or no place.</summary>
    internal const string None = "none";

    /// <summary>West, south, east, north; null when it is no box.</summary>
    internal static (double West, double South, double East, double North)? Box(string value)
    {
        string[] parts = value.Split(',');
        double[] sides = [.. parts.Select(p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out double side) && Math.Abs(side) <= 360 ? side : double.NaN)];
        return sides.Length == 4 && !sides.Any(double.IsNaN) && sides[1] <= sides[3] ? (sides[0], sides[1], sides[2], sides[3]) : null;
    }

    private static string Field(string text, ref int at)
    {
        int end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) { end++; }
        if (end == at || end == text.Length || text[end] != ':') { return ""; }
        string field = text[at..end].ToLowerInvariant();
        if (!Fields.ContainsKey(field)) { throw new QueryFault(text, at, $"there is no field \"{field}\". Fields: {string.Join(", ", Fields.Keys)}."); }
        at = end + 1;
        return field;
    }

    private static string Value(string text, ref int at)
    {
        if (at < text.Length && text[at] == '"')
        {
            int close = text.IndexOf('"', at + 1);
            if (close < 0) { throw new QueryFault(text, at, "a quotation mark that is not closed."); }
            string phrase = text[(at + 1)..close].Trim();
            at = close + 1;
            return phrase;
        }
        int start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at])) { at++; }
        return text[start..at];
    }

    private static void Check(string text, int at, string field, string value)
    {
        bool wrong = field switch
        {
            "since" or "until" => Days(value) is null,
            "when" => value != None && Days(value) is null,
            "box" => value != None && Box(value) is null,
            "background" => value.ToLowerInvariant() is not ("yes" or "no"),
            "polarity" => value.ToLowerInvariant() is not ("affirmed" or "denied"),
            "min" => !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double least) || least is < 0 or > 1,
            "status" => !Enum.TryParse<Events.EventStatus>(value, ignoreCase: true, out _),
            "act" => !Enum.TryParse<Statements.Act>(value, ignoreCase: true, out _),
            _ => false,
        };
        if (wrong) { throw new QueryFault(text, at, $"\"{value}\" is no value for {field}: {Fields[field]}."); }
    }
}
