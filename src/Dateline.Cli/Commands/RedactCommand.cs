using System.CommandLine;
using System.Globalization;
using Dateline.Store;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline redact NAME --db FILE</c>: takes a person out of a store.</summary>
internal static class RedactCommand
{
    private const string Examples = """
        Takes a person out of a store: the letters of the name become blocks (█) in every version of every story, nothing is kept of
        role, codes or links, searches and exports find nobody, and stories added later are redacted too. Offsets still fit.
        story.redacted says how many persons were taken out. It cannot be undone.

        Example:
          dateline redact "Jane Doe" --db news.db --yes
        """;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string> name = new("NAME") { Description = "The full name, as the records have it (search about:NAME)." };
        Option<string> db = StoreOptions.Db();
        Option<bool> yes = new("--yes") { Description = "Do it; without this nothing is changed." };
        Command command = new("redact", Examples) { name, db, yes };
        command.SetAction(parsed => Run(parsed.GetValue(name)!.Trim(), parsed.GetValue(db)!, parsed.GetValue(yes)));
        return command;
    }

    private static int Run(string name, string db, bool yes)
    {
        if (name.Count(char.IsLetter) < 3) { throw new CommandException(ExitCode.Usage, $"\"{name}\" is too short for a name."); }
        if (!StoreName.IsServer(db) && !File.Exists(db)) { throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.CannotOpen} {db}: no such store."); }
        if (!yes) { throw new CommandException(ExitCode.Usage, "redact cannot be undone; pass --yes to do it."); }
        using StoryStore store = new(db);
        long changed = store.Redact(name);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dateline: {StoreName.Shown(db)}: taken out of {changed:N0} versions of stories, and of those that will be added"));
        return ExitCode.Done;
    }
}
