using System.Data.Common;
using System.Globalization;
using Dateline.Store.Databases;

namespace Dateline.Store.Query;

/// <summary>The reading side of a store: search, facets, whole records. One caller at a time; open one for each thread.</summary>
public sealed class StoreReader : IDisposable
{
    private const int MostFacetValues = 10;
    private readonly Database _database;
    private HitScope? _scope;

    /// <summary>Opens a store to read, a file or <c>postgres://…</c>.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be read.</exception>
    public StoreReader(string path) => _database = Database.Open(path, write: false);

    /// <summary>For the other readers of this folder.</summary>
    internal Database Database => _database;

    /// <summary>A page of what a query finds.</summary>
    /// <param name="query">The query.</param>
    /// <param name="kind">What to look for.</param>
    /// <param name="limit">Most hits.</param>
    /// <param name="after"><see cref="StorePage.Next"/> of the page before; null for the first.</param>
    /// <exception cref="ArgumentException"><paramref name="after"/> is no such place.</exception>
    public StorePage Find(StoreQuery query, HitKind kind, int limit, string? after = null)
    {
        SqlCondition condition = SqlCondition.Of(query, _database);
        HitScope scope = Scope(query, condition);
        (long Day, long Story, long Record)? start = after is null ? null : Cursor(after);
        using DbCommand command = Command(condition);
        string record = Record(kind);
        string page = start is null ? "" : $" AND (coalesce(s.day, 0), s.n, -({record})) < (@day, @story, -@record)";
        command.CommandText = $"SELECT s.id, s.outlet, s.day, s.headline, s.url, s.n, {record}, {Columns(kind)} FROM {scope.Newest(kind)} WHERE {scope.In("s.n")}{Own(condition, kind)}{page} ORDER BY s.day DESC NULLS LAST, s.n DESC, {record} LIMIT @limit";
        if (start is { } at)
        {
            _database.Set(command, "@day", at.Day);
            _database.Set(command, "@story", at.Story);
            _database.Set(command, "@record", at.Record);
        }
        _database.Set(command, "@limit", limit + 1);
        List<StoreHit> hits = [];
        string? next = null;
        using DbDataReader rows = command.ExecuteReader();
        (long Day, long Story, long Record) last = default;
        while (rows.Read())
        {
            if (hits.Count == limit)
            {
                next = string.Create(CultureInfo.InvariantCulture, $"{last.Day}.{last.Story}.{last.Record}");
                break;
            }
            last = (rows.IsDBNull(2) ? 0 : rows.GetInt64(2), rows.GetInt64(5), rows.GetInt64(6));
            hits.Add(Hit(rows, kind));
        }
        return new StorePage(hits, next);
    }

    /// <summary>Every hit of a query, in the order of <see cref="Find"/>; streamed.</summary>
    public IEnumerable<StoreHit> All(StoreQuery query, HitKind kind)
    {
        SqlCondition condition = SqlCondition.Of(query, _database);
        using Database? another = _database.Another();
        using DbCommand command = Command(condition, another);
        string record = Record(kind);
        command.CommandText = $"SELECT s.id, s.outlet, s.day, s.headline, s.url, s.n, {record}, {Columns(kind)} FROM {From(kind)} WHERE {Where(condition, kind)} ORDER BY coalesce(s.day, 0) DESC, s.n DESC, {record}";
        using DbDataReader rows = command.ExecuteReader();
        while (rows.Read()) { yield return Hit(rows, kind); }
    }

    /// <summary>How many stories, statements and events a query finds.</summary>
    public (long Stories, long Statements, long Events) Count(StoreQuery query) =>
        (Count(query, HitKind.Stories), Count(query, HitKind.Statements), Count(query, HitKind.Events));

    /// <summary>The most frequent values of a facet among a query's stories: outlet, month, speaker, act, code, country.</summary>
    /// <exception cref="ArgumentException">There is no such facet.</exception>
    public IReadOnlyList<FacetCount> Facet(StoreQuery query, string facet)
    {
        (string Value, HitKind Kind, string Index) = facet switch
        {
            "outlet" => ("s.outlet", HitKind.Stories, "story_outlet"),
            "month" => ("substr(CAST(s.day AS TEXT), 1, 4) || '-' || substr(CAST(s.day AS TEXT), 5, 2)", HitKind.Stories, "story_day"),
            "speaker" => ("x.speaker", HitKind.Statements, "statement_speaker"),
            "act" => ("x.act", HitKind.Statements, "statement_act"),
            "code" => ("v.plover", HitKind.Events, "event_plover"),
            "country" => ("v.country", HitKind.Events, "event_where"),
            _ => throw new ArgumentException($"There is no facet \"{facet}\".", nameof(facet)),
        };
        SqlCondition condition = SqlCondition.Of(query, _database);
        HitScope scope = Scope(query, condition);
        string own = Own(condition, Kind);
        using DbCommand command = Command(condition);
        command.CommandText = $"SELECT max({Value}) AS value, count(*) AS number FROM {scope.Rows(Kind, own.Length == 0 ? Index : null)} AND {(facet == "month" ? "s.day" : Value)} IS NOT NULL{own} GROUP BY {(facet == "month" ? Value : Value + " COLLATE NOCASE")} ORDER BY number DESC, value LIMIT {MostFacetValues.ToString(CultureInfo.InvariantCulture)}";
        List<FacetCount> counts = [];
        using DbDataReader rows = command.ExecuteReader();
        while (rows.Read()) { counts.Add(new FacetCount(rows.GetString(0), rows.GetInt64(1))); }
        return counts;
    }

    /// <summary>The whole records of every story a query finds, in the order of <see cref="Find"/>; streamed.</summary>
    public IEnumerable<StoryRecords> Records(StoreQuery query) => Blobs(query).Select(RecordBlob.Records);

    /// <summary>The same as the lines of NDJSON they were packed from.</summary>
    public IEnumerable<byte[]> Lines(StoreQuery query) => Blobs(query).Select(RecordBlob.Line);

    private IEnumerable<byte[]> Blobs(StoreQuery query)
    {
        SqlCondition condition = SqlCondition.Of(query, _database);
        using Database? another = _database.Another();
        using DbCommand command = Command(condition, another);
        command.CommandText = $"SELECT s.record FROM {From(HitKind.Stories)} WHERE {Where(condition, HitKind.Stories)} ORDER BY coalesce(s.day, 0) DESC, s.n DESC";
        using DbDataReader rows = command.ExecuteReader();
        while (rows.Read()) { yield return (byte[])rows.GetValue(0); }
    }

    /// <summary>A number that changes when a story is added or a person taken out, 0 for an empty store: as long as it stays the same, so does every answer.</summary>
    public long Newest()
    {
        using DbCommand command = _database.Command();
        command.CommandText = "SELECT coalesce((SELECT max(n) FROM story), 0) + ((SELECT count(*) FROM redaction) << 40)";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The whole records of the story with the id that is in force, the latest added where several outlets use one id; null for none.</summary>
    public StoryRecords? Story(string id) => Blob(id) is { } blob ? RecordBlob.Records(blob) : null;

    /// <summary>The same as its line of NDJSON.</summary>
    public byte[]? Line(string id) => Blob(id) is { } blob ? RecordBlob.Line(blob) : null;

    private byte[]? Blob(string id)
    {
        using DbCommand command = _database.Command();
        command.CommandText = "SELECT s.record FROM story s WHERE s.id = @id AND NOT EXISTS (SELECT 1 FROM story later WHERE later.supersedes = s.n) ORDER BY s.n DESC LIMIT 1";
        _database.Set(command, "@id", id);
        return command.ExecuteScalar() as byte[];
    }

    /// <summary>Where a record of an older coding of the story went: its id now, through every recoding since; null when it was withdrawn.</summary>
    /// <param name="story">The story's id.</param>
    /// <param name="record">The record's id in the coding in which it was first found.</param>
    public string? Successor(string story, string record)
    {
        using DbCommand command = _database.Command();
        command.CommandText = "SELECT s.n, c.successor FROM story s JOIN successor c ON c.story = s.n WHERE s.id = @id AND c.old_id = @record AND s.n > @from ORDER BY s.n LIMIT 1";
        DbParameter at = _database.Set(command, "@record", record), from = _database.Set(command, "@from", 0L);
        _database.Set(command, "@id", story);
        while (true)
        {
            long row;
            string? next;
            using (DbDataReader found = command.ExecuteReader())
            {
                if (!found.Read()) { return (string?)at.Value; }
                (row, next) = (found.GetInt64(0), found.IsDBNull(1) ? null : found.GetString(1));
            }
            if (next is null) { return null; }
            (at.Value, from.Value) = (next, row);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private long Count(StoreQuery query, HitKind kind)
    {
        SqlCondition condition = SqlCondition.Of(query, _database);
        HitScope scope = Scope(query, condition);
        if (kind == HitKind.Stories) { return scope.Stories; }
        string own = Own(condition, kind);
        using DbCommand command = Command(condition);
        command.CommandText = own.Length > 0 ? $"SELECT count(*) FROM {scope.Rows(kind, null)}{own}"
            : $"SELECT CAST(coalesce(sum({(kind == HitKind.Statements ? "s.statements" : "s.events")}), 0) AS BIGINT) FROM {scope.Rows(HitKind.Stories, "story_source")}";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The stories of a query; found once, however many questions are asked about them.</summary>
    internal HitScope Scope(StoreQuery query, SqlCondition condition)
    {
        long newest = Newest();
        if (_scope is { } kept && kept.Query == query.Text && kept.Added == newest) { return kept; }
        _scope = null;
        using DbCommand command = Command(condition);
        if (query.Terms.Count == 0)
        {
            command.CommandText = $"SELECT count(*) FROM story s{_database.By("story_day")} WHERE {SqlCondition.InForce}";
            return _scope = new HitScope(_database, query.Text, newest, Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture), IsAll: true);
        }
        _database.Execute("CREATE TEMP TABLE IF NOT EXISTS hit (n BIGINT PRIMARY KEY)");
        _database.Execute("DELETE FROM hit");
        command.CommandText = $"INSERT INTO hit SELECT s.n FROM story s WHERE {Where(condition, HitKind.Stories)}";
        long stories = command.ExecuteNonQuery();
        _database.Filled("hit");
        return _scope = new HitScope(_database, query.Text, newest, stories, IsAll: false);
    }

    /// <summary>What a statement or an event must be itself, beside standing in a story of the query.</summary>
    internal static string Own(SqlCondition condition, HitKind kind) => kind switch
    {
        HitKind.Statements when condition.Statement.Length > 0 => " AND " + condition.Statement,
        HitKind.Events when condition.Event.Length > 0 => " AND " + condition.Event,
        _ => "",
    };

    /// <summary>A command with the values of a query's conditions.</summary>
    internal DbCommand Command(SqlCondition condition, Database? another = null)
    {
        DbCommand command = (another ?? _database).Command();
        for (int i = 0; i < condition.Values.Count; i++) { _database.Set(command, "@q" + i.ToString(CultureInfo.InvariantCulture), condition.Values[i]); }
        return command;
    }

    private static string Record(HitKind kind) => kind switch { HitKind.Statements => "x.n", HitKind.Events => "v.n", _ => "s.n * 0" };

    /// <summary>The tables of a kind, under the names that conditions use.</summary>
    internal static string From(HitKind kind) => kind switch
    {
        HitKind.Statements => "statement x JOIN story s ON s.n = x.story",
        HitKind.Events => "event v JOIN story s ON s.n = v.story",
        _ => "story s",
    };

    /// <summary>The story's conditions, those of the kind looked for, and that the story has a record of the other kind where the query asks for it.</summary>
    internal static string Where(SqlCondition condition, HitKind kind)
    {
        string where = condition.Story;
        if (condition.Statement.Length > 0)
        {
            if (kind == HitKind.Statements) { where += " AND " + condition.Statement; }
            else if (condition.AsksStatements) { where += $" AND s.n IN (SELECT x.story FROM statement x WHERE {condition.Statement})"; }
        }
        if (condition.Event.Length > 0)
        {
            if (kind == HitKind.Events) { where += " AND " + condition.Event; }
            else if (condition.AsksEvents) { where += $" AND s.n IN (SELECT v.story FROM event v WHERE {condition.Event})"; }
        }
        return where;
    }

    private static string Columns(HitKind kind) => kind switch
    {
        HitKind.Statements => "x.id, x.act, x.speaker, x.addressee, x.content, x.polarity, NULL, NULL, x.confidence, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x.cue, x.form",
        HitKind.Events => """
            v.id, v.plover || coalesce('/' || v.mode, ''),
            (SELECT string_agg(p.name, '; ' ORDER BY p.rowid) FROM party p WHERE p.event = v.n AND p.side = 'actor'), (SELECT string_agg(p.name, '; ' ORDER BY p.rowid) FROM party p WHERE p.event = v.n AND p.side = 'recipient'),
            v.words, v.status, v.attribution, coalesce(v.place || ', ', '') || coalesce(v.country, ''), v.confidence,
            v.country, v.place_precision, v.latitude, v.longitude, v."start", v."end", v.when_basis, v.background, v.cameo, NULL, NULL
            """,
        _ => "NULL, NULL, NULL, NULL, NULL, NULL, NULL, s.dateline_place, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL",
    };

    private static StoreHit Hit(DbDataReader row, HitKind kind)
    {
        string? Text(int column) => row.IsDBNull(column) || row.GetString(column) is "" ? null : row.GetString(column);
        string story = row.GetString(0);
        long? day = row.IsDBNull(2) ? null : row.GetInt64(2);
        return new StoreHit
        {
            Number = row.GetInt64(5),
            Id = kind == HitKind.Stories ? story : story + "#" + row.GetString(7),
            Outlet = Text(1), Headline = Text(3), Url = Text(4),
            Day = Day(day),
            Code = Text(8), Who = Text(9), Whom = Text(10), Words = Text(11), Status = Text(12), Attribution = Text(13), Place = Text(14),
            Confidence = Number(row, 15), Country = Text(16), Precision = Text(17), Latitude = Number(row, 18), Longitude = Number(row, 19),
            When = row.IsDBNull(20) && row.IsDBNull(21) ? null : $"{Day(Whole(row, 20))}/{Day(Whole(row, 21))}", WhenBasis = Text(22),
            Background = row.IsDBNull(23) ? null : row.GetInt64(23) == 1, Cameo = Text(24), Cue = Text(25), Form = Text(26),
        };
    }

    /// <summary>20200927 as 2020-09-27.</summary>
    internal static string? Day(long? number) => number is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d / 10_000:0000}-{d / 100 % 100:00}-{d % 100:00}") : null;

    private static long? Whole(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static double? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    private static (long Day, long Story, long Record) Cursor(string text)
    {
        string[] parts = text.Split('.');
        return parts.Length == 3 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long day) && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long story)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out long record)
            ? (day, story, record)
            : throw new ArgumentException($"\"{text}\" is no place in a list of hits. Pass what the page before gave as its next.", nameof(text));
    }
}
