using Microsoft.Data.Sqlite;

namespace Dateline.Store;

/// <summary>A prepared INSERT of one table, used again for every row.</summary>
internal sealed class Insert : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;

    /// <param name="connection">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, in the order the values are given.</param>
    public Insert(SqliteConnection connection, string table, params string[] columns)
    {
        _connection = connection;
        _command = connection.CreateCommand();
        _command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => "$" + i))})";
        for (int i = 0; i < columns.Length; i++) { _command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i }); }
    }

    /// <summary>Adds a row; returns its number where the table has numbers. Empty text is an absent value.</summary>
    public long Row(SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        if (values.Length != _command.Parameters.Count) { throw new ArgumentException($"{values.Length} values for {_command.Parameters.Count} columns.", nameof(values)); }
        for (int i = 0; i < values.Length; i++) { _command.Parameters[i].Value = values[i] is null or "" ? DBNull.Value : values[i]; }
        _command.Transaction = transaction;
        _command.ExecuteNonQuery();
        return SQLitePCL.raw.sqlite3_last_insert_rowid(_connection.Handle);
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();
}
