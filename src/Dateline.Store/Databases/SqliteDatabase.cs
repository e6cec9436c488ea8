using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dateline.Store.Databases;

/// <summary>A store in one SQLite file: FTS5 for words, R*Tree for points, WAL.</summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>"DLSt", so that <c>file</c> and we ourselves can tell the store from other databases.</summary>
    private const int ApplicationId = 0x444C5374;

    /// <summary>SQLITE_BUSY.</summary>
    private const int Busy = 5;

    private readonly SqliteConnection _sqlite;

    private SqliteDatabase(SqliteConnection connection) : base(connection) => _sqlite = connection;

    /// <summary>Opens the file.</summary>
    /// <exception cref="StoreException">The file cannot be opened, is no store, or is of a newer version.</exception>
    public static new SqliteDatabase Open(string path, bool write)
    {
        if (!write && !File.Exists(path)) { throw new StoreException($"{path}: no such store. Make one with: dateline add STORIES --db {path}"); }
        SqliteDatabase database = new(new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = write ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly, ForeignKeys = true, DefaultTimeout = 30,
        }.ToString()));
        try
        {
            database._sqlite.Open();
            // WAL: readers and the one writer do not wait for each other. NORMAL: a killed process loses nothing committed.
            if (write) { database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;"); }
            database.Execute("PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
            database.Check(path, write);
            return database;
        }
        catch (SqliteException exception)
        {
            database.Dispose();
            throw new StoreException($"{path}: cannot be opened as a store: {exception.Message}", exception);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override string Like => "LIKE";

    /// <inheritdoc/>
    public override string Then => "CROSS JOIN";

    /// <inheritdoc/>
    public override string By(string index) => " INDEXED BY " + index;

    /// <inheritdoc/>
    public override string Distinct(string expression) => $"group_concat(DISTINCT {expression})";

    /// <inheritdoc/>
    public override string StoriesWith(string parameter) => $"SELECT rowid FROM words WHERE words MATCH {parameter}";

    /// <inheritdoc/>
    public override string NamesWith(string parameter) => $"SELECT name FROM name WHERE n IN (SELECT rowid FROM names WHERE names MATCH {parameter})";

    /// <inheritdoc/>
    public override string Phrase(string words) => "\"" + words.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <inheritdoc/>
    public override DbTransaction Begin()
    {
        try
        {
            return _sqlite.BeginTransaction();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
        {
            throw new StoreException("Another process has been writing to this store for half a minute. Wait for it to end.", exception);
        }
    }

    /// <inheritdoc/>
    public override DbCommand AddWords() => Command("INSERT INTO words (rowid, headline, text) VALUES (@n, @headline, @text)");

    /// <inheritdoc/>
    public override DbCommand RemoveWords() => Command("INSERT INTO words (words, rowid, headline, text) VALUES ('delete', @n, @headline, @text)");

    /// <inheritdoc/>
    public override DbCommand AddName() => Command("INSERT INTO name (name) VALUES (@name) ON CONFLICT DO NOTHING");

    /// <inheritdoc/>
    public override void RebuildNames() => Execute("""
        DELETE FROM name;
        INSERT INTO names (names) VALUES ('rebuild');
        INSERT OR IGNORE INTO name (name)
        SELECT speaker FROM statement WHERE speaker IS NOT NULL UNION SELECT addressee FROM statement WHERE addressee IS NOT NULL UNION SELECT name FROM party UNION SELECT name FROM entity UNION SELECT name FROM place;
        INSERT INTO names (names) VALUES ('optimize');
        """);

    /// <inheritdoc/>
    public override void BeforeShredding() => Execute("PRAGMA secure_delete = ON");

    /// <inheritdoc/>
    public override void Shred()
    {
        Execute("INSERT INTO words (words) VALUES ('optimize')");
        Execute("VACUUM");
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void Check(string path, bool write)
    {
        long version = Number("PRAGMA user_version"), application = Number("PRAGMA application_id"), tables = Number("SELECT count(*) FROM sqlite_master");
        if (tables > 0 && application != ApplicationId) { throw new StoreException($"{path}: an SQLite database, but no store of Dateline."); }
        (int Version, string Script)[] scripts = Scripts("sqlite");
        if (version > scripts.Length) { throw new StoreException($"{path}: a store of schema version {version}; this program knows {scripts.Length}. Use the newer program."); }
        if (version == scripts.Length) { return; }
        if (!write) { throw new StoreException($"{path}: a store of schema version {version}, which is older than this program. Add to it once, or run recode, to bring it up to date."); }
        foreach ((int number, string script) in scripts.Where(s => s.Version > version))
        {
            using DbTransaction transaction = Begin();
            Execute(script + string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}; PRAGMA application_id = {ApplicationId};"), transaction);
            transaction.Commit();
        }
    }

    private long Number(string sql)
    {
        using DbCommand command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
