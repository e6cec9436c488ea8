using System.CommandLine;
using System.CommandLine.Parsing;
using Dateline.Cli.Outputs;
using Dateline.Export;
using Dateline.Export.EventData;
using Dateline.Ingest;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline read FILE...</c>: stories in, records out.</summary>
internal static class ReadCommand
{
    private const string Examples = """
        Reads news stories and writes their records: statements, events, times, places, people.

        Examples:
          dateline read story.txt                          the story's record, laid out for a person
          dateline read story.txt --date 2020-10-02        for a story that does not say its year
          dateline read news/ --format ndjson > out.ndjson all files of a folder, one JSON object a story
          dateline read news.jsonl.gz --out tables         one CSV file for each kind of record
          dateline read news.jsonl --table statements      one table as CSV to standard output
          dateline read news.jsonl --format polecat        events as POLECAT rows: only what the outlet tells as done
          dateline read news.jsonl --format gdelt --all --out gdelt   all events, and a sidecar that says by whose word
          cat story.html | dateline read -                 standard input
          dateline read https://example.org/feed.xml       a page or feed from the web
          dateline read crawl.warc.gz -o out.ndjson --checkpoint out.checkpoint   a long run that can be broken off and resumed

        Reads .txt, .html, .jsonl ({"id", "text" or "html", "date", "title", "url", "outlet"}), feeds (RSS, Atom,
        JSON Feed), news sitemaps, web archives (WARC, WET, ARC), ninjs, NewsML-G2, and .gz, .zst or .zip of these.
        A story that cannot be read is a line with its error, and the others are read on.

        Exit codes: 0 all read, 1 some stories failed, 2 wrong usage, 3 an input or output could not be opened,
        4 interrupted, 70 a defect of Dateline.
        """;

    private static readonly string[] s_colors = ["auto", "always", "never"];

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Files, folders, globs, addresses, or - for standard input." };
        Option<string?> format = new("--format", "-f") { Description = string.Join(", ", RecordOutput.Formats) + ". Default: text on a terminal, ndjson in a pipe.", HelpName = "FORMAT" };
        Option<DateOnly?> date = new("--date") { Description = "Date of publication for stories without one of their own, as 2020-10-02.", HelpName = "DATE", CustomParser = ParseDate };
        Option<int> jobs = new("--jobs", "-j") { Description = "Threads. Default: one for each core. Output is the same for any number.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<int?> limit = new("--limit") { Description = "Read only the first N stories.", HelpName = "N" };
        Option<bool> strict = new("--strict") { Description = "Stop at the first story that fails; exit code 1." };
        Option<string?> errors = new("--errors") { Description = "Write the lines of failed stories to this file too.", HelpName = "FILE" };
        Option<string?> folder = new("--out") { Description = "Folder for the files of csv (" + string.Join(", ", CsvWriter.Tables.Select(t => t.Name + ".csv")) + "), parquet and the event formats.", HelpName = "DIR" };
        Option<string?> table = new("--table") { Description = "One table as CSV to standard output: " + string.Join(", ", CsvWriter.Tables.Select(t => t.Name)) + ".", HelpName = "NAME" };
        Option<bool> all = new("--all") { Description = "Event formats: also what is denied, planned, feared, background or told by a source, with a sidecar that says so." };
        Option<string?> sidecar = new("--sidecar") { Description = "File for what the columns of polecat, icews and gdelt cannot say: status, by whose word, basis of date and place.", HelpName = "FILE" };
        Option<string?> verbs = new("--verbs") { Description = "Your own verb dictionary in PETRARCH's format; its verbs go before the built-in ones.", HelpName = "FILE" };
        Option<string[]> actors = new("--actors") { Description = "Your own actors or agents in PETRARCH's format; they go before the built-in ones. May be given several times.", HelpName = "FILE" };
        Option<string?> knowledge = new("--knowledge") { Description = "Folder with your own office-holders.tsv and places.tsv, which stand beside the built-in ones.", HelpName = "DIR" };
        Option<string?> output = new("--output", "-o") { Description = "Write NDJSON to this file instead of standard output.", HelpName = "FILE" };
        Option<string?> checkpoint = new("--checkpoint") { Description = "Keep in this file how far the run is; the same command goes on there after a break. Needs --output.", HelpName = "FILE" };
        Option<double> minConfidence = new("--min-confidence") { Description = "Leave out statements and events that are less sure than this (0 to 1), and what they tell.", HelpName = "P" };
        Option<bool> allowPrivate = new("--allow-private") { Description = "Fetch addresses of private networks and of this machine too." };
        Option<bool> dropped = new("--dropped") { Description = "Keep in story.dropped what was left out of each web page, with the reason." };
        Option<string> color = new("--color") { Description = "auto, always or never. Default: auto (colour on a terminal).", HelpName = "WHEN", DefaultValueFactory = _ => "auto" };
        format.AcceptOnlyFromAmong(RecordOutput.Formats);
        color.AcceptOnlyFromAmong(s_colors);
        table.AcceptOnlyFromAmong([.. CsvWriter.Tables.Select(t => t.Name)]);
        jobs.Validators.Add(result => AtLeastOne(result, "--jobs"));
        minConfidence.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double>() is < 0 or > 1) { result.AddError($"--min-confidence is {result.Tokens[0].Value}, expected 0 to 1."); }
        });
        limit.Validators.Add(result => AtLeastOne(result, "--limit"));

        Command command = new("read", Examples) { files, format, date, jobs, limit, strict, errors, folder, table, all, sidecar, verbs, actors, knowledge, output, checkpoint, minConfidence, dropped, allowPrivate, color };
        command.Validators.Add(result =>
        {
            string? chosen = result.GetResult(format) is { Implicit: false } ? result.GetValue(format) : null;
            if (Fault(chosen, result.GetValue(folder), result.GetValue(table), result.GetValue(all), result.GetValue(sidecar)) is { } fault) { result.AddError(fault); }
            if (result.GetValue(output) is not null && (chosen is not (null or "ndjson") || (result.GetValue(folder) ?? result.GetValue(table)) is not null)) { result.AddError("--output writes NDJSON; for other formats use --out DIR or send standard output to a file."); }
            if (result.GetValue(checkpoint) is not null && result.GetValue(output) is null) { result.AddError("--checkpoint needs --output FILE: only a file can be cut back to where the checkpoint was written."); }
        });
        command.SetAction((parsed, cancellationToken) => Task.FromResult(ReadRun.Run(
            new ReadSettings
            {
                Files = parsed.GetValue(files)!,
                Input = new InputOptions { Date = parsed.GetValue(date), AllowPrivate = parsed.GetValue(allowPrivate), KeepDropped = parsed.GetValue(dropped) },
                Format = parsed.GetValue(format),
                Jobs = parsed.GetValue(jobs),
                Limit = parsed.GetValue(limit),
                Strict = parsed.GetValue(strict),
                Errors = parsed.GetValue(errors),
                Folder = parsed.GetValue(folder),
                Table = parsed.GetValue(table),
                All = parsed.GetValue(all),
                Sidecar = parsed.GetValue(sidecar),
                Verbs = parsed.GetValue(verbs),
                Actors = parsed.GetValue(actors) ?? [],
                Knowledge = parsed.GetValue(knowledge),
                Output = parsed.GetValue(output),
                Checkpoint = parsed.GetValue(checkpoint),
                MinConfidence = parsed.GetValue(minConfidence),
                Color = parsed.GetValue(color)!,
            },
            cancellationToken)));
        return command;
    }

    /// <summary>What does not go together, or null.</summary>
    internal static string? Fault(string? format, string? folder, string? table, bool all, string? sidecar)
    {
        bool events = EventFormat.ByName(format) is not null;
        if (format is "text" or "ndjson" && (folder ?? table) is not null) { return $"--out and --table write files of tables; they do not go with --format {format}."; }
        if (table is not null && format is not (null or "csv" or "parquet")) { return $"--table names a table of csv or parquet; it does not go with --format {format}."; }
        if (format == "csv" && folder is null && table is null) { return "--format csv needs --out DIR for all tables, or --table NAME for one."; }
        if (format == "parquet" && folder is null) { return "--format parquet needs --out DIR: it writes one file a table."; }
        if (all && !events && format != "plover") { return "--all goes with --format plover, polecat, icews or gdelt; the other formats always hold everything."; }
        if (sidecar is not null && !events) { return "--sidecar goes with --format polecat, icews or gdelt."; }
        return all && events && folder is null && sidecar is null ? "--all needs --sidecar FILE or --out DIR: the rows alone would pass for facts." : null;
    }

    /// <summary>A day, or an error that says what was expected.</summary>
    internal static DateOnly? ParseDate(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateOnly date)) { return date; }
        result.AddError($"--date is \"{text}\", expected a day like 2020-10-02.");
        return null;
    }

    private static void AtLeastOne(OptionResult result, string name)
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int number) && number < 1) { result.AddError($"{name} is {number}, expected 1 or more."); }
    }
}
