using Dateline.Cli.Outputs;
using Dateline.Export;
using Dateline.Ingest;
using Dateline.Stories;

namespace Dateline.Cli;

/// <summary>Runs <c>read</c>: inputs through the pipeline on several threads, results to the output in input order.</summary>
internal static class ReadRun
{
    /// <summary>For tests alone: where a defect is to be met, as a story's place is written in messages. It shows what becomes of the other stories.</summary>
    private static readonly string? s_faultAt = Environment.GetEnvironmentVariable("DATELINE_TEST_FAULT_AT");

    /// <summary>What a worker hands to the writing thread: finished bytes, and what became of the story.</summary>
    private readonly record struct Finished(ReadResult Result, byte[][] Parts, byte[]? ErrorLine, bool Defect, string? Hash);

    /// <summary>Reads everything and returns the exit code.</summary>
    public static int Run(ReadSettings settings, CancellationToken cancellationToken)
    {
        Checkpoint? checkpoint = settings.Checkpoint is { } note ? Checkpoint.Open(note, settings.Identity) : null;
        CheckpointState done = checkpoint?.State ?? new CheckpointState();
        using IRecordOutput output = RecordOutput.Open(settings, done.Output);
        using FileStream? errors = settings.Errors is { } path ? Checkpoint.OpenOutput(path, done.Errors) : null;
        RecordReader reader = Engine.Reader(settings.Input, VerbDictionaryFile.Load(settings.Verbs), UserKnowledgeFiles.Load(settings.Knowledge, settings.Actors));
        using ThreadLocal<NdjsonWriter> errorWriters = new(() => new NdjsonWriter());
        long statements = 0, events = 0;
        Finished Finish(StoryInput input)
        {
            ReadResult result;
            bool defect = false;
            try
            {
                if (s_faultAt is not null && input.Place == s_faultAt) { throw new InvalidOperationException("a fault that a test asked for"); }
                result = reader.Read(input, CancellationToken.None); // An interrupt lets the stories under way be finished.
                if (settings.MinConfidence > 0 && !result.IsFailed)
                {
                    (StoryRecords kept, int withoutStatements, int withoutEvents) = ConfidenceFilter.Apply(result.Records, settings.MinConfidence);
                    result = result with { Records = kept };
                    Interlocked.Add(ref statements, withoutStatements);
                    Interlocked.Add(ref events, withoutEvents);
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The edge of the program for one story: a defect that one story meets must not cost the other million.
                defect = true;
                result = ReadResult.Fail(input, DiagnosticCodes.Defect, $"{input.Place}: a defect of Dateline ({exception.GetType().Name}: {exception.Message}). Please report it with the story.");
                if (settings.Strict) { throw; }
            }
            byte[]? errorLine = errors is not null && result.IsFailed ? errorWriters.Value!.Write(result.Failed) : null;
            return new Finished(result, output.Format(result), errorLine, defect, checkpoint is null ? null : StoryIdentity.Hash(input.Bytes.Span));
        }

        IEnumerable<StoryInput> inputs = new InputReader(settings.Input).Read(settings.Files, cancellationToken);
        if (settings.Limit is { } limit) { inputs = inputs.Take(limit); }
        if (done.Stories > 0) { inputs = Rest(inputs, done, settings.Checkpoint!); }
        Progress progress = new(done.Stories);
        (bool failed, bool cannotOpen, bool defects) = (done.Failed, done.CannotOpen, done.Defects);
        try
        {
            foreach (Finished story in OrderedParallel.Select(inputs, Finish, static input => input.Bytes.Length, settings.Jobs, cancellationToken))
            {
                output.Write(story.Result, story.Parts);
                if (story.ErrorLine is { } line) { errors!.Write(line); }
                progress.Count(story.Result.IsFailed);
                (failed, cannotOpen, defects) = (failed || story.Result.IsFailed, cannotOpen || story.Result.CannotOpen, defects || story.Defect);
                if (checkpoint is not null)
                {
                    done = new CheckpointState
                    {
                        Stories = done.Stories + 1, Last = story.Result.Input, LastHash = story.Hash, Output = done.Output + story.Parts[0].Length, Errors = done.Errors + (story.ErrorLine?.Length ?? 0),
                        Failed = failed, CannotOpen = cannotOpen, Defects = defects,
                    };
                    checkpoint.Done(done, () =>
                    {
                        output.Flush();
                        errors?.Flush(flushToDisk: true);
                    });
                }
                if (!story.Result.IsFailed) { continue; }
                if (!output.ShowsFailures) { progress.Say(story.Result.Failed.Error.Code + " " + story.Result.Failed.Error.Message); }
                if (settings.Strict) { break; }
            }
            output.Flush();
            errors?.Flush();
            checkpoint?.Save();
        }
        catch (IOException) when (output.IsClosedByReader)
        {
            // "dateline read … | head": the reader has seen enough.
            return ExitCode.Done;
        }
        finally
        {
            progress.Clear();
        }
        if (statements + events > 0) { progress.Say(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"--min-confidence {settings.MinConfidence} left out {statements} statements and {events} events.")); }
        if (cancellationToken.IsCancellationRequested) { return ExitCode.Interrupted; }
        if (defects) { return ExitCode.Bug; }
        return cannotOpen ? ExitCode.CannotOpen : failed ? ExitCode.SomeFailed : ExitCode.Done;
    }

    /// <summary>The inputs after those that are done; the last of these must be where it was.</summary>
    private static IEnumerable<StoryInput> Rest(IEnumerable<StoryInput> inputs, CheckpointState done, string checkpoint)
    {
        long number = 0;
        foreach (StoryInput input in inputs)
        {
            if (++number > done.Stories) { yield return input; }
            else if (number == done.Stories && (input.Place != done.Last || (done.LastHash is { } hash && hash != StoryIdentity.Hash(input.Bytes.Span))))
            {
                throw new CommandException(ExitCode.Usage, $"the inputs have changed: story {number} was {done.Last} when {checkpoint} was written and is {(input.Place == done.Last ? "another text" : input.Place)} now. Delete the checkpoint to begin anew.");
            }
        }
    }
}
