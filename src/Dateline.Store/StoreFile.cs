using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Dateline.Store;

/// <summary>The SQLite file: opened or made, brought to this version's schema.</summary>
internal static class StoreFile
{
    /// <summary>"DLSt", so that <c>file</c> and we ourselves can tell the store from other databases.</summary>
    private const int ApplicationId = 0x444C5374;

    /// <summary>Opens the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="write">True: made when missing and brought to the newest schema; false: must be there and is only read.</param>
    /// <exception cref="StoreException">The file cannot be opened, is no store, or is of a newer version.</exception>
    public static SqliteConnection Open(string path, bool write)
    {
        if (!write && !File.Exists(path)) { throw new StoreException($"{path}: no such store. Make one with: dateline add STORIES --db {path}"); }
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = write ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly, ForeignKeys = true, DefaultTimeout = 30,
        }.ToString());
        try
        {
            connection.Open();
            // WAL: readers and the one writer do not wait for each other. NORMAL: a killed process loses nothing committed.
            if (write) { Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;"); }
            Execute(connection, "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
            Check(connection, path, write);
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new StoreException($"{path}: cannot be opened as a store: {exception.Message}", exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Check(SqliteConnection connection, string path, bool write)
    {
        long version = Number(connection, "PRAGMA user_version"), application = Number(connection, "PRAGMA application_id"), tables = Number(connection, "SELECT count(*) FROM sqlite_master");
        if (tables > 0 && application != ApplicationId) { throw new StoreException($"{path}: an SQLite database, but no store of Dateline."); }
        (int Version, string Script)[] scripts = [.. Scripts()];
        if (version > scripts.Length) { throw new StoreException($"{path}: a store of schema version {version}; this program knows {scripts.Length}. Use the newer program."); }
        if (version == scripts.Length) { return; }
        if (!write) { throw new StoreException($"{path}: a store of schema version {version}, which is older than this program. Add to it once, or run recode, to bring it up to date."); }
        foreach ((int number, string script) in scripts.Where(s => s.Version > version))
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            Execute(connection, script + string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}; PRAGMA application_id = {ApplicationId};"), transaction);
            transaction.Commit();
        }
    }

    /// <summary>The steps from one schema version to the next, in order.</summary>
    private static IEnumerable<(int Version, string Script)> Scripts()
    {
        Assembly assembly = typeof(StoreFile).Assembly;
        int version = 0;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("schema/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            yield return (++version, reader.ReadToEnd());
        }
    }

    /// <summary>Runs statements without a result.</summary>
    public static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
