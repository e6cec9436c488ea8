using System.Collections.Concurrent;
using Dateline.Store.Query;

namespace Dateline.Web.Hosting;

/// <summary>Open readers of the store, each used by one request at a time.</summary>
internal sealed class StoreReaders(string path) : IDisposable
{
    private readonly ConcurrentBag<StoreReader> _idle = [];
    private readonly SemaphoreSlim _seats = new(MostReaders), _streams = new(MostStreams);

    /// <summary>Streams have seats of their own: one goes as slowly as the other side takes it, and pages must not wait for it.</summary>
    private const int MostStreams = 4;

    /// <summary>More than there are cores brings nothing: a query keeps its core busy.</summary>
    private static int MostReaders => Math.Max(4, Environment.ProcessorCount);

    /// <summary>Runs a query; waits while all readers are busy.</summary>
    public async Task<T> Use<T>(Func<StoreReader, T> query, CancellationToken cancellationToken)
    {
        await _seats.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            StoreReader reader = _idle.TryTake(out StoreReader? idle) ? idle : new StoreReader(path);
            try
            {
                T result = query(reader);
                _idle.Add(reader);
                return result;
            }
            catch
            {
                // Who knows in what state it is.
                reader.Dispose();
                throw;
            }
        }
        finally
        {
            _seats.Release();
        }
    }

    /// <summary>Runs something that sends while it reads, such as a stream of all hits.</summary>
    public async Task Stream(Func<StoreReader, Task> work, CancellationToken cancellationToken)
    {
        await _streams.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using StoreReader reader = new(path);
            await work(reader).ConfigureAwait(false);
        }
        finally
        {
            _streams.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out StoreReader? reader)) { reader.Dispose(); }
        _seats.Dispose();
        _streams.Dispose();
    }
}
