using System.CommandLine;
using System.Globalization;
using Dateline.Cli.Releasing;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline release DIR --db FILE</c>: a dataset frozen with all that is needed to use and cite it.</summary>
internal static class ReleaseCommand
{
    private const string Examples = """
        Freezes the records of a store, all or those a query finds, as a dataset: records, tables, codebook, versions, counts, hashes, a
        citation file, and the difference to the release before.

        Examples:
          dateline release protests-2026.11 --query "code:PROTEST" --db news.db --title "Protests in the coast's press" --author "Jane Doe"
          dateline release protests-2026.12 --query "code:PROTEST" --db news.db --previous protests-2026.11 --no-text
        """;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string> folder = new("DIR") { Description = "A new folder." };
        Option<string> db = StoreOptions.Db();
        Option<string?> query = new("--query", "-q") { Description = "Which stories, in the language of search. Default: all.", HelpName = "QUERY" };
        Option<string> title = new("--title") { Description = "Name of the dataset.", HelpName = "TEXT", DefaultValueFactory = _ => "Records of news stories" };
        Option<string> version = new("--set-version") { Description = "Version of the dataset. Default: this month, as 2026.11.", HelpName = "TEXT", DefaultValueFactory = _ => DateTime.UtcNow.ToString("yyyy.MM", CultureInfo.InvariantCulture) };
        Option<string[]> authors = new("--author") { Description = "Who made the dataset; may be given several times.", HelpName = "NAME" };
        Option<string?> previous = new("--previous") { Description = "Folder of the release before; CHANGES.md tells the difference.", HelpName = "DIR" };
        Option<bool> noText = new("--no-text") { Description = "Leave out the stories' texts, and the tables, which hold words of them." };
        Command command = new("release", Examples) { folder, db, query, title, version, authors, previous, noText };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(ReleaseRun.Run(new ReleaseSettings
        {
            Folder = parsed.GetValue(folder)!, Db = parsed.GetValue(db)!, Query = SearchCommand.Parse(parsed.GetValue(query) ?? ""), Title = parsed.GetValue(title)!, Version = parsed.GetValue(version)!,
            Authors = parsed.GetValue(authors) ?? [], Previous = parsed.GetValue(previous), NoText = parsed.GetValue(noText),
        }, cancellationToken)));
        return command;
    }
}
