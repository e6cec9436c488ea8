using System.CommandLine;
using Dateline.Cli.Watching;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline watch FEEDS --db FILE</c>: feeds asked politely, their stories kept as they come.</summary>
internal static class WatchCommand
{
    private const string Examples = """
        Asks feeds when they are due and keeps their stories in a store, until Ctrl+C.

        Examples:
          dateline watch feeds.opml --db news.db
          dateline watch https://example.org/feed.xml --db news.db --every 60
          dateline watch feeds.txt --db news.db --once         for cron: ask each feed once and end

        A feed that has not changed is not sent again (ETag, Last-Modified). One that fails is asked after twice the time, up to a day; a server
        that asks to be left alone is; one that says "gone" is not asked again. Requests to a site are a second apart, robots.txt is obeyed.
        How far each feed is stands in the store: a killed run goes on where it was, and nothing is lost or there twice.
        """;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> feeds = new("FEED") { Arity = ArgumentArity.OneOrMore, Description = "Addresses of feeds, OPML files, or files with one address a line." };
        Option<string> db = StoreOptions.Db();
        Option<int> every = new("--every") { Description = "Minutes between two questions to a feed. Default: 15.", HelpName = "MINUTES", DefaultValueFactory = _ => 15 };
        Option<bool> once = new("--once") { Description = "Ask each feed once, due or not, and end." };
        Option<bool> allowPrivate = new("--allow-private") { Description = "Fetch addresses of private networks and of this machine too." };
        every.Validators.Add(result => { if (result.GetValueOrDefault<int>() is < 1 or > 10_080) { result.AddError("--every is a number of minutes from 1 to 10080 (a week)."); } });
        Command command = new("watch", Examples) { feeds, db, every, once, allowPrivate };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(WatchRun.Run(new WatchSettings
        {
            Lists = parsed.GetValue(feeds)!, Db = parsed.GetValue(db)!, Every = TimeSpan.FromMinutes(parsed.GetValue(every)), Once = parsed.GetValue(once), AllowPrivate = parsed.GetValue(allowPrivate),
        }, cancellationToken)));
        return command;
    }
}
