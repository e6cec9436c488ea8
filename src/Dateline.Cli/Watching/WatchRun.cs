using System.Globalization;
using Dateline.Ingest;
using Dateline.Ingest.Feeds;
using Dateline.Ingest.Web;
using Dateline.Store;
using Dateline.Store.Feeds;

namespace Dateline.Cli.Watching;

/// <summary>Runs <c>watch</c>: asks feeds when they are due, and keeps what is new in a store.</summary>
internal sealed class WatchRun(WatchSettings settings, StoryStore store, InputReader inputs, RecordReader reader)
{
    private static readonly TimeSpan s_nap = TimeSpan.FromSeconds(5);
    private long _added, _versions, _failed, _asked, _unchanged;

    /// <summary>Watches until it is interrupted, or once; returns the exit code.</summary>
    public static int Run(WatchSettings settings, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> feeds = Feeds(settings.Lists);
        if (feeds.Count == 0) { throw new CommandException(ExitCode.Usage, "no feed to watch: expected addresses, an OPML file, or a file with one address a line."); }
        InputOptions options = new() { AllowPrivate = settings.AllowPrivate };
        using StoryStore store = new(settings.Db);
        WatchRun run = new(settings, store, new InputReader(options), Engine.Reader(options));
        bool failed = false;
        if (settings.Once)
        {
            foreach (string feed in feeds)
            {
                if (cancellationToken.IsCancellationRequested) { break; }
                failed |= !run.Ask(feed, cancellationToken);
            }
            run.Say(feeds.Count, last: true);
            return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted : failed ? ExitCode.SomeFailed : ExitCode.Done;
        }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dateline: watching {feeds.Count:N0} feeds into {StoreName.Shown(settings.Db)} until Ctrl+C"));
        while (!cancellationToken.IsCancellationRequested)
        {
            DateTime now = DateTime.UtcNow;
            string? due = feeds.Where(f => store.Feed(f) is not { } state || (!state.IsGone && state.Due <= now)).OrderBy(f => store.Feed(f)?.Due ?? DateTime.MinValue).FirstOrDefault();
            if (due is not null) { run.Ask(due, cancellationToken); }
            run.Say(feeds.Count, last: false);
            if (due is null) { cancellationToken.WaitHandle.WaitOne(s_nap); }
        }
        run.Say(feeds.Count, last: true);
        return ExitCode.Interrupted;
    }

    /// <summary>Asks one feed; what it holds and when it is due again become safe together.</summary>
    private bool Ask(string address, CancellationToken cancellationToken)
    {
        FeedState state = store.Feed(address) ?? new FeedState { Url = address };
        if (state.IsGone) { return false; }
        WebCondition condition = new() { ETag = state.ETag, LastModified = state.LastModified };
        _asked++;
        string? error = null;
        foreach (StoryInput item in inputs.Poll(address, condition, cancellationToken))
        {
            ReadResult result = reader.Read(item, CancellationToken.None);
            if (result.IsFailed)
            {
                if (item.CannotOpen || item.Item is null) { error = result.Failed.Error.Code + " " + result.Failed.Error.Message; }
                else if (result.Failed.Error.Code != DiagnosticCodes.Empty) { _failed++; }
                continue;
            }
            AddOutcome outcome = store.Add(result.Records);
            if (outcome is AddOutcome.Added or AddOutcome.Copied) { _added++; }
            else if (outcome == AddOutcome.Superseded) { _versions++; }
        }
        if (cancellationToken.IsCancellationRequested) { return true; }
        if (condition.NotModified) { _unchanged++; }
        DateTime now = DateTime.UtcNow;
        FeedState after = error is null || condition.NotModified ? state.Answered(now, settings.Every, condition.ETag, condition.LastModified) : state.Failed(now, settings.Every, error, condition.RetryAfter, condition.IsGone);
        store.Save(after);
        store.Commit();
        if (after.Error is { } told) { Line(string.Create(CultureInfo.InvariantCulture, $"dateline: {told} {(after.IsGone ? "It is not asked again." : $"Asked again at {after.Due:yyyy-MM-dd HH:mm} UTC.")}")); }
        return after.Error is null;
    }

    private void Say(int feeds, bool last)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"dateline: {feeds:N0} feeds, asked {_asked:N0} times ({_unchanged:N0} unchanged), {_added:N0} stories added, {_versions:N0} new versions, {_failed:N0} failed");
        if (last) { Line(text); }
        else if (!Console.IsErrorRedirected) { Console.Error.Write("\r\u001B[K" + text); }
    }

    private static void Line(string text) => Console.Error.WriteLine((Console.IsErrorRedirected ? "" : "\r\u001B[K") + text);

    private static List<string> Feeds(IReadOnlyList<string> lists)
    {
        List<string> feeds = [];
        foreach (string list in lists)
        {
            if (WebFetcher.IsAddress(list)) { feeds.Add(list); continue; }
            try
            {
                feeds.AddRange(OpmlReader.Read(File.ReadAllText(list)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
            {
                throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.CannotOpen} {list}: cannot be read: {exception.Message}");
            }
        }
        return [.. feeds.Distinct(StringComparer.Ordinal)];
    }
}
