using Microsoft.Data.Sqlite;

namespace Dateline.Store;

/// <summary>Names, each once, with an index of their words.</summary>
internal sealed class NameRows : IDisposable
{
    /// <summary>So many names that were written lately are known without asking the file.</summary>
    private const int MostKnown = 200_000;

    private readonly SqliteCommand _add;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public NameRows(SqliteConnection connection)
    {
        _add = connection.CreateCommand();
        _add.CommandText = "INSERT OR IGNORE INTO name (name) VALUES ($name)";
        _add.Parameters.Add(new SqliteParameter { ParameterName = "$name" });
    }

    /// <summary>Adds a name that is not there.</summary>
    public void Add(SqliteTransaction transaction, string? name)
    {
        if (string.IsNullOrEmpty(name)) { return; }
        if (_known.Count >= MostKnown) { _known.Clear(); }
        if (!_known.Add(name)) { return; }
        _add.Transaction = transaction;
        _add.Parameters[0].Value = name;
        _add.ExecuteNonQuery();
    }

    /// <summary>Asks the file again for every name.</summary>
    public void Forget() => _known.Clear();

    /// <summary>The names that records still have, and no others; what was known of them before is forgotten.</summary>
    public static void Rebuild(SqliteConnection connection) => StoreFile.Execute(connection, """
        DELETE FROM name;
        INSERT INTO names (names) VALUES ('rebuild');
        INSERT OR IGNORE INTO name (name)
        SELECT speaker FROM statement WHERE speaker IS NOT NULL UNION SELECT addressee FROM statement WHERE addressee IS NOT NULL UNION SELECT name FROM party UNION SELECT name FROM entity UNION SELECT name FROM place;
        INSERT INTO names (names) VALUES ('optimize');
        """);

    /// <inheritdoc/>
    public void Dispose() => _add.Dispose();
}
