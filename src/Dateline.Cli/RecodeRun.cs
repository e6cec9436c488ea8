using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Ingest;
using Dateline.Store;
using Dateline.Store.Query;
using Dateline.Store.Recoding;
using Dateline.Stories;

namespace Dateline.Cli;

/// <summary>Runs <c>recode</c>: stories of a store read anew from their stored text, differences to standard output.</summary>
internal static class RecodeRun
{
    private static readonly TimeSpan s_betweenCommits = TimeSpan.FromSeconds(1);

    private readonly record struct Recoded(StoryRecords Records, IReadOnlyList<RecordChange> Changes, string? Defect);

    /// <summary>Recodes what a query finds and returns the exit code.</summary>
    public static int Run(StoreQuery query, string db, int jobs, bool dryRun, CancellationToken cancellationToken)
    {
        Pipeline pipeline = Engine.Pipeline(new InputOptions());
        string model = LanguageModelFile.Load().ModelId;
        using StoryStore? store = dryRun ? null : new(db);
        using StoreReader reader = new(db);
        using Stream output = Console.OpenStandardOutput();
        Progress progress = new();
        Dictionary<(string Kind, RecordFate Fate), long> fates = [];
        long current = 0, anew = 0, defects = 0;
        Stopwatch sinceCommit = Stopwatch.StartNew();
        IEnumerable<StoryRecords> outdated = reader.Records(query).Where(records =>
        {
            bool same = IsCurrent(records.Coder, model);
            current += same ? 1 : 0;
            return !same;
        });
        foreach (Recoded story in OrderedParallel.Select(outdated, old => Recode(old, pipeline), static old => old.Story.Text.Length * 8L, jobs, cancellationToken))
        {
            progress.Count(story.Defect is not null);
            if (story.Defect is { } defect)
            {
                defects++;
                progress.Say(defect);
                continue;
            }
            anew++;
            foreach (RecordChange change in story.Changes)
            {
                fates[(change.Kind, change.Fate)] = fates.GetValueOrDefault((change.Kind, change.Fate)) + 1;
                if (change.Fate != RecordFate.Kept || change.Old != change.New) { output.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(change, RecodeJson.Default.RecordChange) + "\n")); }
            }
            store?.Recode(story.Records, story.Changes);
            if (sinceCommit.Elapsed < s_betweenCommits) { continue; }
            store?.Commit();
            sinceCommit.Restart();
        }
        store?.Commit();
        output.Flush();
        progress.Clear();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dateline: {StoreName.Shown(db)}: {anew:N0} stories {(dryRun ? "would be read" : "read")} anew, {current:N0} are of this version already{(defects > 0 ? string.Create(CultureInfo.InvariantCulture, $", {defects:N0} kept as they were for a defect") : "")}"));
        foreach (string kind in (string[])["statement", "event", "entity", "time", "place", "quantity"])
        {
            long Of(RecordFate fate) => fates.GetValueOrDefault((kind, fate));
            if (Of(RecordFate.Kept) + Of(RecordFate.Changed) + Of(RecordFate.Added) + Of(RecordFate.Withdrawn) == 0) { continue; }
            string name = kind switch { "event" => "event mentions, not de-duplicated", "entity" => "entities", "quantity" => "quantities", _ => kind + "s" };
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {Of(RecordFate.Kept):N0} as they were, {Of(RecordFate.Changed):N0} changed, {Of(RecordFate.Added):N0} new, {Of(RecordFate.Withdrawn):N0} withdrawn"));
        }
        return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted : defects > 0 ? ExitCode.Bug : ExitCode.Done;
    }

    /// <summary>True for records that this program would make again.</summary>
    private static bool IsCurrent(Coder? coder, string model) => coder?.Version == CoderVersion.Text && coder.Commit == CoderVersion.Commit && coder.Knowledge == Knowledge.KnowledgeVersion.Text && coder.Models == model;

    private static Recoded Recode(StoryRecords old, Pipeline pipeline)
    {
        try
        {
            // What the words of the story gave is found again; what its input said is kept.
            Story story = old.Story with { ReferenceDate = null, Year = null, Diagnostics = old.Diagnostics };
            StoryRecords records = pipeline.Read(story);
            return new Recoded(records, RecordDiff.Of(old, records), null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // As in read: a defect that one story meets must not cost the others.
            return new Recoded(old, [], $"{DiagnosticCodes.Defect} {old.Story.Id}: a defect of Dateline ({exception.GetType().Name}: {exception.Message}). Please report it with the story.");
        }
    }
}

/// <summary>JSON of the differences.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RecordChange))]
internal sealed partial class RecodeJson : JsonSerializerContext;
