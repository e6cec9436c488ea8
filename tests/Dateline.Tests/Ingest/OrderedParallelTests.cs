using Dateline.Ingest;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>Many threads, one order, a bounded number of items under way.</summary>
public sealed class OrderedParallelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Results_keep_the_order_of_the_items(int jobs)
    {
        IEnumerable<int> squares = OrderedParallel.Select(Enumerable.Range(0, 2000), i => { Thread.SpinWait(i % 7 * 200); return i * i; }, _ => 1, jobs, default);
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => i * i), squares);
    }

    [Fact]
    public void Nothing_is_pulled_far_ahead_of_the_reader()
    {
        int pulled = 0;
        IEnumerable<int> Source()
        {
            for (int i = 0; i < 100_000; i++) { pulled++; yield return i; }
        }
        foreach (int i in OrderedParallel.Select(Source(), i => i, _ => 1, 2, default))
        {
            if (i == 10) { break; }
        }
        Assert.InRange(pulled, 11, 200);
    }

    [Fact]
    public void Large_items_narrow_the_window()
    {
        int under = 0, most = 0;
        object gate = new();
        IEnumerable<int> results = OrderedParallel.Select(Enumerable.Range(0, 50), i => { lock (gate) { most = Math.Max(most, ++under); } return i; }, _ => 30L << 20, 4, default);
        foreach (int _ in results) { lock (gate) { under--; } }
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public void A_failure_of_the_work_reaches_the_reader() =>
        Assert.Throws<InvalidTimeZoneException>(() => OrderedParallel.Select(Enumerable.Range(0, 100), i => i == 50 ? throw new InvalidTimeZoneException() : i, _ => 1, 4, default).Count());

    [Fact]
    public void Cancelling_returns_what_is_done_even_when_the_source_never_answers()
    {
        using CancellationTokenSource stop = new();
        using ManualResetEventSlim never = new();
        IEnumerable<int> Source()
        {
            yield return 1;
            stop.CancelAfter(50);
            never.Wait();
            yield return 2;
        }
        Assert.Equal([1], OrderedParallel.Select(Source(), i => i, _ => 1, 2, stop.Token));
        never.Set();
    }
}
