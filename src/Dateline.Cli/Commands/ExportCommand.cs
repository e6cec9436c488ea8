using System.CommandLine;
using System.Text;
using Dateline.Cli.Outputs;
using Dateline.Export;
using Dateline.Ingest;
using Dateline.Store.Query;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline export QUERY --db FILE</c>: records of a store in any of the formats of read.</summary>
internal static class ExportCommand
{
    private const string Examples = """
        Writes the records of a store's stories, all or those a query finds, newest first.

        Examples:
          dateline export --db news.db > records.ndjson
          dateline export about:Kenya since:2020 --db news.db --format polecat > events.tsv
          dateline export --db news.db --format parquet --out tables
          dateline export --db news.db --no-text > shareable.ndjson

        A query chooses stories; each leaves with all its records. The formats are those of read.
        """;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> query = StoreOptions.Query();
        Option<string> db = StoreOptions.Db();
        Option<string> format = new("--format", "-f") { Description = string.Join(", ", RecordOutput.Formats) + ".", HelpName = "FORMAT", DefaultValueFactory = _ => "ndjson" };
        Option<string?> folder = new("--out") { Description = "Folder for formats of several files.", HelpName = "DIR" };
        Option<string?> table = new("--table") { Description = "One table of csv or parquet: " + string.Join(", ", CsvWriter.Tables.Select(t => t.Name)) + ".", HelpName = "NAME" };
        Option<bool> all = new("--all") { Description = "Event formats: also what is not a plain fact, with a sidecar that says so." };
        Option<string?> sidecar = new("--sidecar") { Description = "File for what the columns of polecat, icews and gdelt cannot say.", HelpName = "FILE" };
        Option<bool> noText = new("--no-text") { Description = "NDJSON without the stories' texts: offsets and hashes stay, and rehydrate puts your own texts back." };
        format.AcceptOnlyFromAmong(RecordOutput.Formats);
        table.AcceptOnlyFromAmong([.. CsvWriter.Tables.Select(t => t.Name)]);
        Command command = new("export", Examples) { query, db, format, folder, table, all, sidecar, noText };
        command.Validators.Add(result =>
        {
            if (ReadCommand.Fault(result.GetValue(format), result.GetValue(folder), result.GetValue(table), result.GetValue(all), result.GetValue(sidecar)) is { } fault) { result.AddError(fault); }
            if (result.GetValue(noText) && result.GetResult(format) is { Implicit: false } && result.GetValue(format) != "ndjson") { result.AddError("--no-text goes with --format ndjson only: tables hold words of the texts."); }
        });
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(SearchCommand.Parse(StoreOptions.Text(parsed.GetValue(query))), parsed.GetValue(db)!, new ReadSettings
        {
            Files = [], Input = new InputOptions(), Jobs = 1, Color = "auto",
            Format = parsed.GetValue(format), Folder = parsed.GetValue(folder), Table = parsed.GetValue(table), All = parsed.GetValue(all), Sidecar = parsed.GetValue(sidecar),
        }, parsed.GetValue(noText), cancellationToken)));
        return command;
    }

    private static int Run(StoreQuery query, string db, ReadSettings settings, bool noText, CancellationToken cancellationToken)
    {
        using StoreReader reader = new(db);
        using IRecordOutput output = RecordOutput.Open(settings, 0);
        try
        {
            foreach (StoryRecords records in reader.Records(query))
            {
                if (cancellationToken.IsCancellationRequested) { return ExitCode.Interrupted; }
                ReadResult result = new() { Input = records.Story.Id, Records = records };
                byte[][] parts = output.Format(result);
                output.Write(result, noText ? [Encoding.UTF8.GetBytes(TextlessRecord.Without(Encoding.UTF8.GetString(parts[0]).TrimEnd()) + "\n")] : parts);
            }
            output.Flush();
        }
        catch (IOException) when (output.IsClosedByReader)
        {
            // "dateline export … | head": the reader has seen enough.
        }
        return ExitCode.Done;
    }
}
