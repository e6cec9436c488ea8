using System.Runtime.ExceptionServices;

namespace Dateline.Ingest;

/// <summary>Work on several threads with results in input order and a bounded number of items under way.</summary>
public static class OrderedParallel
{
    /// <summary>Items under way for each thread: enough that one slow story does not idle the others.</summary>
    private const int WindowPerJob = 16;

    /// <summary>Bytes under way, so that a row of large stories does not fill the memory.</summary>
    private const long WindowBytes = 48L << 20;

    /// <summary>Parsers of markup recurse a little; their threads get room.</summary>
    private const int StackSize = 16 << 20;

    /// <summary>The results of <paramref name="work"/> in input order. The source is pulled by one thread at a time; nothing is pulled ahead of the window.</summary>
    /// <param name="source">The items; read lazily.</param>
    /// <param name="work">Runs on any of the threads.</param>
    /// <param name="size">Bytes an item holds while it is under way.</param>
    /// <param name="jobs">Number of threads, 1 or more.</param>
    /// <param name="cancellationToken">Stops the pulling of items; those under way are finished and returned.</param>
    public static IEnumerable<TResult> Select<TItem, TResult>(
        IEnumerable<TItem> source, Func<TItem, TResult> work, Func<TItem, long> size, int jobs, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        using Run<TItem, TResult> run = new(source.GetEnumerator(), work, size, jobs, cancellationToken);
        while (run.Next(out TResult result)) { yield return result; }
    }

    private sealed class Run<TItem, TResult> : IDisposable
    {
        private readonly IEnumerator<TItem> _source;
        private readonly Func<TItem, TResult> _work;
        private readonly Func<TItem, long> _size;
        private readonly CancellationToken _cancellationToken;
        private readonly CancellationTokenRegistration _onCancel;
        private readonly Lock _pull = new();
        private readonly object _gate = new();
        private readonly Slot[] _slots;
        private readonly Thread[] _threads;
        private long _pulled;
        private long _returned;
        private long _bytes;
        private int _working;
        private bool _ended;
        private ExceptionDispatchInfo? _failure;

        private struct Slot
        {
            public bool Done;
            public TResult Result;
            public long Bytes;
        }

        public Run(IEnumerator<TItem> source, Func<TItem, TResult> work, Func<TItem, long> size, int jobs, CancellationToken cancellationToken)
        {
            (_source, _work, _size, _cancellationToken) = (source, work, size, cancellationToken);
            _slots = new Slot[jobs * WindowPerJob];
            _working = jobs;
            _onCancel = cancellationToken.Register(Wake);
            _threads = new Thread[jobs];
            for (int i = 0; i < jobs; i++)
            {
                _threads[i] = new Thread(Work, StackSize) { IsBackground = true, Name = "dateline story " + i };
                _threads[i].Start();
            }
        }

        /// <summary>Waits for the next result in order.</summary>
        public bool Next(out TResult result)
        {
            lock (_gate)
            {
                ref Slot slot = ref _slots[_returned % _slots.Length];
                while (!slot.Done && _working > 0 && !IsOver) { Monitor.Wait(_gate); }
                _failure?.Throw();
                if (!slot.Done)
                {
                    result = default!;
                    return false;
                }
                result = slot.Result;
                _bytes -= slot.Bytes;
                slot = default;
                _returned++;
                Monitor.PulseAll(_gate);
                return true;
            }
        }

        public void Dispose()
        {
            _onCancel.Dispose();
            lock (_gate)
            {
                _ended = true;
                Monitor.PulseAll(_gate);
                // A thread that waits for input which may never come is left to the end of the process.
                if (IsOver) { return; }
            }
            foreach (Thread thread in _threads) { thread.Join(); }
            _source.Dispose();
        }

        /// <summary>Cancelled, and nothing that was pulled is still under way.</summary>
        private bool IsOver => _cancellationToken.IsCancellationRequested && _returned == _pulled;

        private void Wake()
        {
            lock (_gate) { Monitor.PulseAll(_gate); }
        }

        private void Work()
        {
            try
            {
                while (Pull(out TItem item, out long index))
                {
                    TResult result = _work(item);
                    lock (_gate)
                    {
                        ref Slot slot = ref _slots[index % _slots.Length];
                        slot.Result = result;
                        slot.Done = true;
                        Monitor.PulseAll(_gate);
                    }
                }
            }
            catch (Exception exception)
            {
                // A thread must not end the process: the defect is raised where the results are read.
                lock (_gate) { _failure ??= ExceptionDispatchInfo.Capture(exception); _ended = true; }
            }
            finally
            {
                lock (_gate)
                {
                    _working--;
                    Monitor.PulseAll(_gate);
                }
            }
        }

        private bool Pull(out TItem item, out long index)
        {
            lock (_pull)
            {
                lock (_gate)
                {
                    while (!_ended && (_pulled - _returned >= _slots.Length || (_bytes > WindowBytes && _pulled > _returned))) { Monitor.Wait(_gate); }
                    if (_ended || _cancellationToken.IsCancellationRequested) { return End(out item, out index); }
                }
                if (!_source.MoveNext())
                {
                    lock (_gate) { return End(out item, out index); }
                }
                item = _source.Current;
                lock (_gate)
                {
                    index = _pulled++;
                    _slots[index % _slots.Length].Bytes = _size(item);
                    _bytes += _slots[index % _slots.Length].Bytes;
                }
                return true;
            }
        }

        private bool End(out TItem item, out long index)
        {
            _ended = true;
            (item, index) = (default!, -1);
            return false;
        }
    }
}
