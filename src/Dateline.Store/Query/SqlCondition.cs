using System.Globalization;
using System.Text;
using Dateline.Store.Databases;

namespace Dateline.Store.Query;

/// <summary>A query as conditions of SQL over <c>story s</c>, <c>statement x</c> and <c>event v</c>; values go as parameters, never as text.</summary>
internal sealed class SqlCondition
{
    private readonly List<object> _values = [];
    private readonly Database _database;

    private SqlCondition(Database database) => _database = database;

    /// <summary>What the story must be.</summary>
    public string Story { get; private set; } = "";

    /// <summary>What a statement must be; "" for any.</summary>
    public string Statement { get; private set; } = "";

    /// <summary>What an event must be; "" for any.</summary>
    public string Event { get; private set; } = "";

    /// <summary>Values of the parameters <c>@q0</c>, <c>@q1</c> …</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>That no newer version of a story is there.</summary>
    public const string InForce = "s.n NOT IN (SELECT supersedes FROM story WHERE supersedes IS NOT NULL)";

    /// <summary>The conditions of a query.</summary>
    public static SqlCondition Of(StoreQuery query, Database database)
    {
        SqlCondition condition = new(database);
        condition.Story = All(condition.Terms(query, condition.OnStory).Prepend(InForce));
        condition.Statement = All(condition.Terms(query, condition.OnStatement));
        condition.Event = All(condition.Terms(query, condition.OnEvent));
        // A least confidence alone asks for no statement and no event, but those shown must have it.
        if (query.Terms.LastOrDefault(t => t.Field == "min" && !t.Negated) is { } min)
        {
            string value = condition.Parameter(double.Parse(min.Value, CultureInfo.InvariantCulture));
            condition.Statement = And(condition.Statement, $"x.confidence >= {value}");
            condition.Event = And(condition.Event, $"v.confidence >= {value}");
        }
        condition.AsksStatements = query.Terms.Any(t => t.Field is "speaker" or "act" or "to" or "polarity" or "content");
        condition.AsksEvents = query.Terms.Any(t => t.Field is "code" or "actor" or "recipient" or "status" or "background" or "when" or "box");
        return condition;
    }

    /// <summary>True when the query names a field of statements.</summary>
    public bool AsksStatements { get; private set; }

    /// <summary>True when the query names a field of events.</summary>
    public bool AsksEvents { get; private set; }

    private static string All(IEnumerable<string> parts) => string.Join(" AND ", parts);

    private static string And(string left, string right) => left.Length == 0 ? right : left + " AND " + right;

    /// <summary>Terms of one field are alternatives; those with a minus sign each must fail.</summary>
    private IEnumerable<string> Terms(StoreQuery query, Func<QueryTerm, string?> sql)
    {
        foreach (IGrouping<string, QueryTerm> field in query.Terms.Where(t => !t.Negated).GroupBy(t => t.Field.Length == 0 ? "=" + t.Position : t.Field, StringComparer.Ordinal))
        {
            string[] parts = [.. field.Select(sql).OfType<string>()];
            if (parts.Length > 0) { yield return "(" + string.Join(" OR ", parts) + ")"; }
        }
        foreach (QueryTerm term in query.Terms.Where(t => t.Negated))
        {
            if (sql(term) is { } part) { yield return "NOT (" + part + ")"; }
        }
    }

    private string? OnStory(QueryTerm term) => term.Field switch
    {
        "" => $"s.n IN ({_database.StoriesWith(Parameter(_database.Phrase(term.Value)))})",
        "id" => $"s.id = {Parameter(term.Value)}",
        "outlet" => $"s.outlet {_database.Like} {Parameter(Contains(term.Value))} ESCAPE '\\'",
        "language" => $"s.language = {Parameter(term.Value.ToLowerInvariant())}",
        "since" => $"s.day >= {Parameter(QueryParser.Days(term.Value)!.Value.First)}",
        "until" => $"s.day <= {Parameter(QueryParser.Days(term.Value)!.Value.Last)}",
        "about" => $"s.n IN (SELECT e.story FROM entity e WHERE {NameOrCountry("e", term.Value)})",
        "place" => $"s.n IN (SELECT p.story FROM place p WHERE {NameOrCountry("p", term.Value)})",
        _ => null,
    };

    private string? OnStatement(QueryTerm term) => term.Field switch
    {
        "speaker" => NameOrCountry("x", term.Value, "speaker", "speaker_country"),
        "act" => $"x.act = {Parameter(term.Value.ToLowerInvariant())}",
        "to" => $"{Name("x.addressee", term.Value)}",
        "content" => $"x.content {_database.Like} {Parameter(Contains(term.Value))} ESCAPE '\\'",
        "polarity" => $"x.polarity = {Parameter(term.Value.ToLowerInvariant())}",
        _ => null,
    };

    private string? OnEvent(QueryTerm term) => term.Field switch
    {
        "code" => Code(term.Value),
        "actor" or "recipient" => $"v.n IN (SELECT p.event FROM party p WHERE p.side = {Parameter(term.Field)} AND {NameOrCountry("p", term.Value)})",
        "status" => $"v.status = {Parameter(term.Value.ToLowerInvariant())}",
        "when" when term.Value == QueryParser.None => "v.\"start\" IS NULL",
        "box" when term.Value == QueryParser.None => "v.country IS NULL AND v.place IS NULL",
        "when" => $"(v.\"start\" <= {Parameter(QueryParser.Days(term.Value)!.Value.Last)} AND coalesce(v.\"end\", 99999999) > {Parameter(QueryParser.Days(term.Value)!.Value.First)})",
        "box" => Box(QueryParser.Box(term.Value)!.Value),
        "background" => $"v.background = {(term.Value.Equals("yes", StringComparison.OrdinalIgnoreCase) ? 1 : 0)}",
        _ => null,
    };

    private string Box((double West, double South, double East, double North) box) =>
        $"v.n IN (SELECT event FROM event_point WHERE min_longitude >= {Parameter(box.West)} AND max_longitude <= {Parameter(box.East)} AND min_latitude >= {Parameter(box.South)} AND max_latitude <= {Parameter(box.North)})";

    private string Code(string value)
    {
        if (value.All(char.IsAsciiDigit)) { return $"v.cameo {_database.Like} {Parameter(value + "%")}"; }
        string[] parts = value.Split('/', 2);
        string root = $"v.plover = {Parameter(parts[0].ToUpperInvariant())}";
        return parts.Length == 1 ? root : $"({root} AND v.mode = {Parameter(parts[1].ToLowerInvariant())})";
    }

    /// <summary>Three capitals are a country's code; all else is a name or words of one.</summary>
    private string NameOrCountry(string table, string value, string name = "name", string country = "country") =>
        value.Length == 3 && value.All(char.IsAsciiLetterUpper) ? $"({table}.{country} = {Parameter(value)} OR {Name($"{table}.{name}", value)})" : Name($"{table}.{name}", value);

    /// <summary>A sign of equality before a name asks for the whole name; such a query goes by the index.</summary>
    private static bool IsWhole(string value) => value.Length > 1 && value[0] == '=';

    /// <summary>The name itself, or whole words of it: "Macron" in "Emmanuel Macron".</summary>
    private string Name(string column, string value)
    {
        if (IsWhole(value)) { return $"{column} = {Parameter(value[1..])} COLLATE NOCASE"; }
        return $"{column} COLLATE NOCASE IN ({_database.NamesWith(Parameter(_database.Phrase(value)))})";
    }

    private static string Contains(string value) => "%" + Escaped(value) + "%";

    private static string Escaped(string value) => new StringBuilder(value).Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_").ToString();

    private string Parameter(object value)
    {
        _values.Add(value);
        return "@q" + (_values.Count - 1).ToString(CultureInfo.InvariantCulture);
    }
}
