using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dateline.Cli.Outputs;
using Dateline.Export;
using Dateline.Ingest;
using Dateline.Store.Query;

namespace Dateline.Cli.Releasing;

/// <summary>Runs <c>release</c>: a store's records, or a query's, frozen as a dataset.</summary>
internal static class ReleaseRun
{
    /// <summary>The file of records.</summary>
    public const string Records = "records.ndjson";

    /// <summary>Writes the folder and returns the exit code.</summary>
    public static int Run(ReleaseSettings settings, CancellationToken cancellationToken)
    {
        if (Directory.Exists(settings.Folder) && Directory.EnumerateFileSystemEntries(settings.Folder).Any())
        {
            throw new CommandException(ExitCode.Usage, $"{settings.Folder} is not empty. A release is made once and never changed: give a new folder.");
        }
        using StoreReader reader = new(settings.Db);
        ReleaseChanges? changes = settings.Previous is { } previous ? new ReleaseChanges(previous) : null;
        ReleaseCounts counts = new();
        NdjsonWriter writer = new();
        DateTime now = DateTime.UtcNow;
        using (FileStream records = OutputFile.Create(Path.Combine(settings.Folder, Records)))
        using (IRecordOutput? tables = settings.NoText ? null : RecordOutput.Open(new ReadSettings { Files = [], Input = new InputOptions(), Jobs = 1, Color = "auto", Format = "csv", Folder = settings.Folder }, 0))
        {
            foreach (StoryRecords story in reader.Records(settings.Query))
            {
                if (cancellationToken.IsCancellationRequested) { return ExitCode.Interrupted; }
                byte[] line = writer.Write(story);
                records.Write(settings.NoText ? Encoding.UTF8.GetBytes(TextlessRecord.Without(Encoding.UTF8.GetString(line).TrimEnd()) + "\n") : line);
                if (tables is not null)
                {
                    ReadResult result = new() { Input = story.Story.Id, Records = story };
                    tables.Write(result, tables.Format(result));
                }
                changes?.Add(story);
                counts.Stories++;
                counts.Statements += story.Statements.Count;
                counts.Events += story.Events.Count;
                if (story.Coder is { } coder) { counts.Coders.Add(coder with { Options = null }); }
            }
            tables?.Flush();
        }
        Write("CODEBOOK.md", Encoding.UTF8.GetBytes(ReleasePages.Codebook(settings, counts)));
        Write("CITATION.cff", Encoding.UTF8.GetBytes(ReleasePages.Citation(settings, now)));
        if (changes is not null) { Write("CHANGES.md", Encoding.UTF8.GetBytes(changes.Page())); }
        (string Name, string Hash, long Bytes)[] files = [.. Directory.EnumerateFiles(settings.Folder).Order(StringComparer.Ordinal).Select(Hashed)];
        Write("manifest.json", ReleasePages.Manifest(settings, counts, now, files));
        foreach (string file in Directory.EnumerateFiles(settings.Folder)) { File.SetAttributes(file, FileAttributes.ReadOnly); }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dateline: {settings.Folder}: {counts.Stories:N0} stories, {counts.Statements:N0} statements, {counts.Events:N0} event mentions, not de-duplicated; {files.Length + 1} files, read-only"));
        return ExitCode.Done;

        void Write(string name, byte[] bytes)
        {
            using FileStream file = OutputFile.Create(Path.Combine(settings.Folder, name));
            file.Write(bytes);
        }
    }

    private static (string Name, string Hash, long Bytes) Hashed(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return (Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }
}
