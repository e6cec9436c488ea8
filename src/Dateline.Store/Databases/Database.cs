using System.Data.Common;
using System.Reflection;

namespace Dateline.Store.Databases;

/// <summary>Where a store lies, and what its two kinds say differently: an SQLite file or a PostgreSQL base. All other SQL is the same for both.</summary>
internal abstract class Database(DbConnection connection) : IDisposable
{
    /// <summary>Opens a store.</summary>
    /// <param name="address">Path of a file, or <c>postgres://…</c>.</param>
    /// <param name="write">True: made when missing and brought to the newest schema; false: must be there.</param>
    /// <exception cref="StoreException">It cannot be opened, is no store, or is of a newer version.</exception>
    public static Database Open(string address, bool write) => StoreName.IsServer(address) ? PostgresDatabase.Open(new PostgresAddress(address), write) : SqliteDatabase.Open(address, write);

    /// <summary>The connection; one caller at a time.</summary>
    protected DbConnection Connection => connection;

    /// <summary>Comparison that does not mind case, with <c>%</c> and <c>_</c>.</summary>
    public abstract string Like { get; }

    /// <summary>A join that keeps its order where the database lets us say so.</summary>
    public abstract string Then { get; }

    /// <summary>The index to read, where the database lets us say so.</summary>
    public abstract string By(string index);

    /// <summary>The different values of a group, joined by commas.</summary>
    public abstract string Distinct(string expression);

    /// <summary>The numbers of stories that have the words of a parameter in a row.</summary>
    public abstract string StoriesWith(string parameter);

    /// <summary>The names that have the words of a parameter in a row.</summary>
    public abstract string NamesWith(string parameter);

    /// <summary>Words in a row as a parameter of <see cref="StoriesWith"/> and <see cref="NamesWith"/>.</summary>
    public abstract string Phrase(string words);

    /// <summary>Begins to write; waits while another writes.</summary>
    public abstract DbTransaction Begin();

    /// <summary>A text as it is given to <see cref="AddWords"/> and <see cref="AddName"/>.</summary>
    public virtual string Words(string text) => text;

    /// <summary>Makes a story's words findable: <c>@n</c>, <c>@headline</c>, <c>@text</c>.</summary>
    public abstract DbCommand AddWords();

    /// <summary>Takes a story's words out again: <c>@n</c>, <c>@headline</c>, <c>@text</c> as they were added.</summary>
    public abstract DbCommand RemoveWords();

    /// <summary>Adds <c>@name</c> and its words, <c>@words</c>, where it is not there.</summary>
    public abstract DbCommand AddName();

    /// <summary>Makes the list of names anew from the records.</summary>
    public abstract void RebuildNames();

    /// <summary>A further connection for a caller who reads while it asks; null where one connection does both.</summary>
    public virtual Database? Another() => null;

    /// <summary>Said when a temporary table was filled.</summary>
    public virtual void Filled(string table) { }

    /// <summary>Said before something is taken out.</summary>
    public virtual void BeforeShredding() { }

    /// <summary>Leaves nothing of what was taken out in the files of the database.</summary>
    public abstract void Shred();

    /// <summary>A value as the database takes it; empty text is an absent value.</summary>
    public virtual object Value(object? value) => value is null or "" ? DBNull.Value : value;

    /// <summary>A command.</summary>
    public DbCommand Command(string sql = "", params ReadOnlySpan<(string Name, object? Value)> values)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in values) { Set(command, name, value); }
        return command;
    }

    /// <summary>Gives a parameter a value.</summary>
    public DbParameter Set(DbCommand command, string name, object? value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = Value(value);
            return command.Parameters[name];
        }
        DbParameter parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, Value(value));
        command.Parameters.Add(parameter);
        return parameter;
    }

    /// <summary>Runs statements without a result.</summary>
    public void Execute(string sql, DbTransaction? transaction = null)
    {
        using DbCommand command = Command(sql);
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    /// <summary>The steps from one schema version to the next, in order.</summary>
    /// <param name="kind">Folder of the scripts.</param>
    protected static (int Version, string Script)[] Scripts(string kind)
    {
        Assembly assembly = typeof(Database).Assembly;
        List<(int, string)> scripts = [];
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(kind + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            scripts.Add((scripts.Count + 1, reader.ReadToEnd()));
        }
        return [.. scripts];
    }

    /// <inheritdoc/>
    public virtual void Dispose() => connection.Dispose();
}
