using System.CommandLine;
using Dateline.Ingest;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline add IN... --db FILE</c>: reads stories and keeps their records.</summary>
internal static class AddCommand
{
    private const string Examples = """
        Reads stories and keeps their records in a store: one SQLite file, or a PostgreSQL base.

        Examples:
          dateline add news/ --db news.db                  everything in a folder
          dateline add records.ndjson --db news.db         what "read --format ndjson" wrote, without reading it again
          dateline add https://example.org/feed.xml --db news.db
          dateline add news/ --db postgres://me:secret@localhost/news   in the schema dateline of a PostgreSQL base

        Adding a story twice is harmless. A new version of a story is kept beside the old one and is then the one in force;
        word-for-word copies are marked. A killed run loses nothing that was committed; run it again.

        Exit codes as for read.
        """;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Files, folders, globs, addresses, or - for standard input." };
        Option<string> db = StoreOptions.Db();
        Option<DateOnly?> date = new("--date") { Description = "Date of publication for stories without one of their own, as 2020-10-02.", HelpName = "DATE", CustomParser = ReadCommand.ParseDate };
        Option<int> jobs = new("--jobs", "-j") { Description = "Threads. Default: one for each core.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<bool> allowPrivate = new("--allow-private") { Description = "Fetch addresses of private networks and of this machine too." };
        Command command = new("add", Examples) { files, db, date, jobs, allowPrivate };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(AddRun.Run(parsed.GetValue(files)!, parsed.GetValue(db)!,
            new InputOptions { Date = parsed.GetValue(date), AllowPrivate = parsed.GetValue(allowPrivate) }, Math.Max(1, parsed.GetValue(jobs)), cancellationToken)));
        return command;
    }
}
