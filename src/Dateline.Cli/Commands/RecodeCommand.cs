using System.CommandLine;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline recode --db FILE</c>: a store's stories read anew after a change of knowledge, model or program.</summary>
internal static class RecodeCommand
{
    private const string Examples = """
        Reads the stored stories anew, from their stored text, after a change of knowledge, model or program, and says what differs.

        Examples:
          dateline recode --db news.db > differences.ndjson
          dateline recode --db news.db --dry-run           what would change, and changes nothing
          dateline recode about:Kenya --db news.db         only what a query finds

        The old records are kept beside the new ones, which are then in force. A record is the same when its words are: its old id
        leads to the new one; one that is no more is listed as withdrawn. A killed run goes on where it was.
        """;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> query = StoreOptions.Query();
        Option<string> db = StoreOptions.Db();
        Option<int> jobs = new("--jobs", "-j") { Description = "Threads. Default: one for each core.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<bool> dryRun = new("--dry-run") { Description = "Say what would change and change nothing." };
        Command command = new("recode", Examples) { query, db, jobs, dryRun };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(RecodeRun.Run(SearchCommand.Parse(StoreOptions.Text(parsed.GetValue(query))), parsed.GetValue(db)!, Math.Max(1, parsed.GetValue(jobs)), parsed.GetValue(dryRun), cancellationToken)));
        return command;
    }
}
