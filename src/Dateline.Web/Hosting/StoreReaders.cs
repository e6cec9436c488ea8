using System.Collections.Concurrent;
using Dateline.Store.Query;

namespace Dateline.Web.Hosting;

/// <summary>Open readers of the store, each used by one request at a time.</summary>
internal sealed class StoreReaders(string path) : IDisposable
{
    private readonly ConcurrentBag<StoreReader> _idle = [];
    private readonly SemaphoreSlim _seats = new(MostReaders);

    /// <summary>More than there are cores brings nothing: a query keeps its core busy.</summary>
    private static int MostReaders => Math.Max(4, Environment.ProcessorCount);

    /// <summary>Runs a query; waits while all readers are busy.</summary>
    public async Task<T> Use<T>(Func<StoreReader, T> query, CancellationToken cancellationToken)
    {
        await _seats.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            StoreReader reader = _idle.TryTake(out StoreReader? idle) ? idle : new StoreReader(path);
            T result = query(reader);
            // A reader that threw is not used again.
            _idle.Add(reader);
            return result;
        }
        finally
        {
            _seats.Release();
        }
    }

    /// <summary>Runs something that sends while it reads, such as a stream of all hits.</summary>
    public async Task Stream(Func<StoreReader, Task> work, CancellationToken cancellationToken)
    {
        await _seats.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using StoreReader reader = new(path);
            await work(reader).ConfigureAwait(false);
        }
        finally
        {
            _seats.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out StoreReader? reader)) { reader.Dispose(); }
        _seats.Dispose();
    }
}
