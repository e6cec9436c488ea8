using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Dateline.Store.Databases;

/// <summary>A store in the schema <c>dateline</c> of a PostgreSQL base: lists of words with an index, one writer by an advisory lock.</summary>
internal sealed class PostgresDatabase : Database
{
    /// <summary>The same number as in <see cref="SqliteDatabase"/>; locks are known by numbers.</summary>
    private const int WriterLock = 0x444C5374;

    private readonly PostgresAddress _address;
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _postgres;

    private PostgresDatabase(PostgresAddress address, NpgsqlDataSource source, NpgsqlConnection connection) : base(connection) => (_address, _source, _postgres) = (address, source, connection);

    /// <summary>Connects.</summary>
    /// <exception cref="StoreException">The server cannot be reached or turns us away, the base holds no store, or one of a newer version.</exception>
    public static PostgresDatabase Open(PostgresAddress address, bool write)
    {
        NpgsqlSlimDataSourceBuilder builder = new(address.Settings);
        builder.EnableTransportSecurity();
        // Only plain types are read and written, so the server's list of types need not be fetched at each start.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        NpgsqlDataSource source = builder.Build();
        PostgresDatabase? database = null;
        try
        {
            database = new PostgresDatabase(address, source, source.OpenConnection());
            database.Execute("SET search_path TO dateline; SET client_min_messages TO warning; SET lock_timeout TO '30s'");
            database.Check(address.Shown, write);
            return database;
        }
        catch (NpgsqlException exception)
        {
            (database as IDisposable ?? source).Dispose();
            throw new StoreException($"{address.Shown}: cannot be opened as a store: {(exception is PostgresException refused ? refused.MessageText : exception.InnerException?.Message ?? exception.Message)}", exception);
        }
        catch
        {
            (database as IDisposable ?? source).Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override string Like => "ILIKE";

    /// <inheritdoc/>
    public override string Then => "JOIN";

    /// <inheritdoc/>
    public override string By(string index) => "";

    /// <inheritdoc/>
    public override string Distinct(string expression) => $"string_agg(DISTINCT {expression}, ',')";

    /// <inheritdoc/>
    public override string StoriesWith(string parameter) => $"SELECT story FROM words WHERE {HasPhrase(parameter)}";

    /// <inheritdoc/>
    public override string NamesWith(string parameter) => $"SELECT name FROM name WHERE {HasPhrase(parameter)}";

    /// <inheritdoc/>
    public override string Phrase(string words) => Words(words);

    // All its words are in the list, which the index knows, and in this order in the line. The line of a headline ends before the text's.
    private static string HasPhrase(string parameter) => $"terms @> string_to_array(btrim(CAST({parameter} AS TEXT)), ' ') AND position(CAST({parameter} AS TEXT) IN line) > 0 AND btrim(CAST({parameter} AS TEXT)) <> ''";

    /// <inheritdoc/>
    public override Database Another() => Open(_address, write: false);

    /// <inheritdoc/>
    public override void Filled(string table) => Execute("ANALYZE " + table);

    /// <inheritdoc/>
    public override DbTransaction Begin()
    {
        NpgsqlTransaction transaction = _postgres.BeginTransaction();
        try
        {
            Execute(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({WriterLock})"), transaction);
            return transaction;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            transaction.Dispose();
            throw new StoreException("Another process has been writing to this store for half a minute. Wait for it to end.", exception);
        }
    }

    /// <inheritdoc/>
    public override DbCommand AddWords() => Command("""
        INSERT INTO words (story, terms, line) VALUES (@n, string_to_array(btrim(CAST(@headline AS TEXT) || CAST(@text AS TEXT)), ' '), CAST(@headline AS TEXT) || E'\n' || CAST(@text AS TEXT))
        ON CONFLICT (story) DO UPDATE SET terms = excluded.terms, line = excluded.line
        """);

    /// <inheritdoc/>
    public override DbCommand RemoveWords() => Command("DELETE FROM words WHERE story = @n");

    /// <inheritdoc/>
    public override string Words(string text) => WordList.Line(WordList.Of(text));

    /// <inheritdoc/>
    public override DbCommand AddName() => Command("INSERT INTO name (name, terms, line) VALUES (@name, string_to_array(btrim(CAST(@words AS TEXT)), ' '), CAST(@words AS TEXT)) ON CONFLICT DO NOTHING");

    /// <inheritdoc/>
    public override void RebuildNames() => Execute("""
        DELETE FROM name g WHERE NOT EXISTS (SELECT 1 FROM statement WHERE speaker = g.name) AND NOT EXISTS (SELECT 1 FROM statement WHERE addressee = g.name) AND NOT EXISTS (SELECT 1 FROM party WHERE name = g.name)
          AND NOT EXISTS (SELECT 1 FROM entity WHERE name = g.name) AND NOT EXISTS (SELECT 1 FROM place WHERE name = g.name)
        """);

    /// <inheritdoc/>
    public override void Shred() => Execute("VACUUM FULL story, words, statement, event, event_point, party, entity, place, name");

    /// <inheritdoc/>
    public override object Value(object? value) => base.Value(value is string text ? Clean(text) : value);

    /// <summary>PostgreSQL's text knows neither the character zero nor halves of pairs; the record itself is bytes and keeps them.</summary>
    private static string Clean(string text)
    {
        bool clean = true;
        for (int i = 0; i < text.Length && clean; i++) { clean = text[i] != '\0' && !char.IsSurrogate(text[i]); }
        return clean ? text : string.Concat(text.EnumerateRunes().Select(r => r.Value == 0 ? "\uFFFD" : r.ToString()));
    }

    private void Check(string shown, bool write)
    {
        long version = Number("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'dateline' AND table_name = 'meta'") == 0 ? 0 : Number("SELECT CAST(value AS BIGINT) FROM dateline.meta WHERE key = 'schema'");
        (int Version, string Script)[] scripts = Scripts("postgres");
        if (version > scripts.Length) { throw new StoreException($"{shown}: a store of schema version {version}; this program knows {scripts.Length}. Use the newer program."); }
        if (version == scripts.Length) { return; }
        if (!write) { throw new StoreException(version == 0 ? $"{shown}: no store in this base. Make one with: dateline add STORIES --db {shown}" : $"{shown}: a store of schema version {version}, which is older than this program. Add to it once, or run recode, to bring it up to date."); }
        using DbTransaction transaction = Begin();
        foreach ((int number, string script) in scripts.Where(s => s.Version > version))
        {
            Execute(script, transaction);
            Execute(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO dateline.meta (key, value) VALUES ('schema', '{number}') ON CONFLICT (key) DO UPDATE SET value = excluded.value"), transaction);
        }
        transaction.Commit();
    }

    private long Number(string sql)
    {
        using DbCommand command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _source.Dispose();
    }
}
