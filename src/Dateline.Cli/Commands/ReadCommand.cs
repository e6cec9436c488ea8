using System.CommandLine;
using System.CommandLine.Parsing;
using Dateline.Export;
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
          cat story.html | dateline read -                 standard input

        Reads .txt, .html, .jsonl ({"id", "text" or "html", "date", "title", "url", "outlet"}), feeds (RSS, Atom,
        JSON Feed), web archives (WARC, ARC), ninjs, NewsML-G2, and .gz of these.
        A story that cannot be read is a line with its error, and the others are read on.

        Exit codes: 0 all read, 1 some stories failed, 2 wrong usage, 3 an input or output could not be opened,
        4 interrupted, 70 a defect of Dateline.
        """;

    private static readonly string[] s_formats = ["text", "ndjson", "csv"];
    private static readonly string[] s_colors = ["auto", "always", "never"];

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Files, folders, globs, or - for standard input." };
        Option<string?> format = new("--format", "-f") { Description = "text, ndjson or csv. Default: text on a terminal, ndjson in a pipe.", HelpName = "FORMAT" };
        Option<DateOnly?> date = new("--date") { Description = "Date of publication for stories without one of their own, as 2020-10-02.", HelpName = "DATE", CustomParser = ParseDate };
        Option<int> jobs = new("--jobs", "-j") { Description = "Threads. Default: one for each core. Output is the same for any number.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<int?> limit = new("--limit") { Description = "Read only the first N stories.", HelpName = "N" };
        Option<bool> strict = new("--strict") { Description = "Stop at the first story that fails; exit code 1." };
        Option<string?> errors = new("--errors") { Description = "Write the lines of failed stories to this file too.", HelpName = "FILE" };
        Option<string?> folder = new("--out") { Description = "Folder for CSV: " + string.Join(", ", CsvWriter.Tables.Select(t => t.Name + ".csv")) + ".", HelpName = "DIR" };
        Option<string?> table = new("--table") { Description = "One table as CSV to standard output: " + string.Join(", ", CsvWriter.Tables.Select(t => t.Name)) + ".", HelpName = "NAME" };
        Option<string> color = new("--color") { Description = "auto, always or never. Default: auto (colour on a terminal).", HelpName = "WHEN", DefaultValueFactory = _ => "auto" };
        format.AcceptOnlyFromAmong(s_formats);
        color.AcceptOnlyFromAmong(s_colors);
        table.AcceptOnlyFromAmong([.. CsvWriter.Tables.Select(t => t.Name)]);
        jobs.Validators.Add(result => AtLeastOne(result, "--jobs"));
        limit.Validators.Add(result => AtLeastOne(result, "--limit"));

        Command command = new("read", Examples) { files, format, date, jobs, limit, strict, errors, folder, table, color };
        command.Validators.Add(result =>
        {
            bool tables = result.GetValue(folder) is not null || result.GetValue(table) is not null;
            string? chosen = result.GetResult(format) is { Implicit: false } ? result.GetValue(format) : null;
            if (tables && chosen is not (null or "csv")) { result.AddError($"--out and --table write CSV; they do not go with --format {chosen}."); }
            if (chosen == "csv" && !tables) { result.AddError("--format csv needs --out DIR for all tables, or --table NAME for one."); }
        });
        command.SetAction((parsed, cancellationToken) => Task.FromResult(ReadRun.Run(
            new ReadSettings
            {
                Files = parsed.GetValue(files)!,
                Input = new InputOptions { Date = parsed.GetValue(date) },
                Format = parsed.GetValue(format),
                Jobs = parsed.GetValue(jobs),
                Limit = parsed.GetValue(limit),
                Strict = parsed.GetValue(strict),
                Errors = parsed.GetValue(errors),
                Folder = parsed.GetValue(folder),
                Table = parsed.GetValue(table),
                Color = parsed.GetValue(color)!,
            },
            cancellationToken)));
        return command;
    }

    private static DateOnly? ParseDate(ArgumentResult result)
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
