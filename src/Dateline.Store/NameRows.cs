using System.Data.Common;
using Dateline.Store.Databases;

namespace Dateline.Store;

/// <summary>Names, each once, with an index of their words.</summary>
internal sealed class NameRows(Database database) : IDisposable
{
    /// <summary>So many names that were written lately are known without asking the database.</summary>
    private const int MostKnown = 200_000;

    private readonly DbCommand _add = database.AddName();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Adds a name that is not there.</summary>
    public void Add(DbTransaction transaction, string? name)
    {
        if (string.IsNullOrEmpty(name)) { return; }
        if (_known.Count >= MostKnown) { _known.Clear(); }
        if (!_known.Add(name)) { return; }
        _add.Transaction = transaction;
        database.Set(_add, "@name", name);
        database.Set(_add, "@words", database.Words(name));
        _add.ExecuteNonQuery();
    }

    /// <summary>Asks the database again for every name.</summary>
    public void Forget() => _known.Clear();

    /// <inheritdoc/>
    public void Dispose() => _add.Dispose();
}
