using System.Data.Common;
using Dateline.Store.Databases;

namespace Dateline.Store;

/// <summary>A prepared INSERT of one table, used again for every row.</summary>
internal sealed class Insert : IDisposable
{
    private readonly Database _database;
    private readonly DbCommand _command;
    private readonly bool _numbered;

    /// <param name="database">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="numbered">True for a table whose rows get a number, <c>n</c>.</param>
    /// <param name="columns">Its columns, in the order the values are given.</param>
    public Insert(Database database, string table, bool numbered, params string[] columns)
    {
        (_database, _numbered) = (database, numbered);
        _command = database.Command($"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => "@p" + i))}){(numbered ? " RETURNING n" : "")}");
        for (int i = 0; i < columns.Length; i++) { database.Set(_command, "@p" + i, null); }
    }

    /// <summary>Adds a row; returns its number where the table has numbers. Empty text is an absent value.</summary>
    public long Row(DbTransaction transaction, params ReadOnlySpan<object?> values)
    {
        if (values.Length != _command.Parameters.Count) { throw new ArgumentException($"{values.Length} values for {_command.Parameters.Count} columns.", nameof(values)); }
        for (int i = 0; i < values.Length; i++) { _command.Parameters[i].Value = _database.Value(values[i]); }
        _command.Transaction = transaction;
        if (_numbered) { return (long)_command.ExecuteScalar()!; }
        _command.ExecuteNonQuery();
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();
}
