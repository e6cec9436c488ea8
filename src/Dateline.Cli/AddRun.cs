using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Export;
using Dateline.Ingest;
using Dateline.Store;

namespace Dateline.Cli;

/// <summary>Runs <c>add</c>: inputs through the pipeline on several threads, records to the store on one.</summary>
internal static class AddRun
{
    private static readonly TimeSpan s_betweenCommits = TimeSpan.FromSeconds(1);

    /// <summary>Adds everything and returns the exit code.</summary>
    public static int Run(IReadOnlyList<string> files, string db, InputOptions options, int jobs, CancellationToken cancellationToken)
    {
        using StoryStore store = new(db);
        Lazy<RecordReader> reader = new(() => Engine.Reader(options));
        Progress progress = new();
        Dictionary<AddOutcome, long> outcomes = [];
        long failed = 0;
        bool cannotOpen = false;
        Stopwatch sinceCommit = Stopwatch.StartNew();
        foreach (ReadResult result in OrderedParallel.Select(new InputReader(options).Read(files, cancellationToken).Where(IsStory), input => Read(input, reader), static input => input.Bytes.Length, jobs, cancellationToken))
        {
            progress.Count(result.IsFailed);
            if (result.IsFailed)
            {
                failed++;
                cannotOpen |= result.CannotOpen;
                progress.Say(result.Failed.Error.Code + " " + result.Failed.Error.Message);
                continue;
            }
            AddOutcome outcome = store.Add(result.Records);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (sinceCommit.Elapsed < s_betweenCommits) { continue; }
            store.Commit();
            sinceCommit.Restart();
        }
        store.Commit();
        progress.Clear();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"dateline: {StoreName.Shown(db)}: {outcomes.GetValueOrDefault(AddOutcome.Added):N0} added, {outcomes.GetValueOrDefault(AddOutcome.Copied):N0} copies of others added, {outcomes.GetValueOrDefault(AddOutcome.Superseded):N0} new versions, {outcomes.GetValueOrDefault(AddOutcome.Known):N0} known, {failed:N0} failed"));
        return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted : cannotOpen ? ExitCode.CannotOpen : failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    /// <summary>A row that is a record already is taken as it is; all else is read.</summary>
    /// <summary>The first line of what a server sends says what the others are.</summary>
    private static bool IsStory(StoryInput input) => !input.Bytes.Span.StartsWith("{\"schema\":\"dateline-api/"u8);

    private static ReadResult Read(StoryInput input, Lazy<RecordReader> reader)
    {
        if (input.Failure is not null || input.Format != InputFormat.JsonLine || !input.Bytes.Span.StartsWith("{\"schema\":\"dateline/"u8)) { return reader.Value.Read(input); }
        try
        {
            return new NdjsonReader().Read(Encoding.UTF8.GetString(input.Bytes.Span)) is { } records
                ? new ReadResult { Input = input.Place, Records = records }
                : ReadResult.Fail(input, DiagnosticCodes.Empty, $"{input.Place}: the row tells of a story that could not be read.");
        }
        catch (JsonException exception)
        {
            return ReadResult.Fail(input, DiagnosticCodes.NotJson, $"{input.Place}: no record ({exception.Message.TrimEnd('.')}).");
        }
    }
}
