using System.CommandLine;
using Dateline.Store;
using Dateline.Web;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline serve --db FILE</c>: the record as pages and as an API.</summary>
internal static class ServeCommand
{
    private const string Examples = """
        Shows a store as pages, and the same screens as data.

        Examples:
          dateline serve --db news.db                      then open http://localhost:8017/
          dateline serve samples/                          reads the inputs first, into a store that is gone afterwards
          dateline serve --db news.db --host 0.0.0.0       for the network too
          dateline serve --db news.db --allow-write --token SECRET   corrections are kept in corrections.ndjson

        The server reads, and writes nothing unless it is told to. Ctrl+C ends it.
        """;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> files = new("FILE") { Arity = ArgumentArity.ZeroOrMore, Description = "Stories to read and show; what read takes." };
        Option<string?> db = new("--db") { Description = "The store: an SQLite file, or a PostgreSQL base as postgres://user:password@host/base.", HelpName = "FILE" };
        Option<string> host = new("--host") { Description = "Address to listen on. Default: this machine alone.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };
        Option<int> port = new("--port") { Description = "Port; 0 for one that is free.", HelpName = "N", DefaultValueFactory = _ => 8017 };
        Option<bool> allowWrite = new("--allow-write") { Description = "Keep the corrections that readers send. Needs --token." };
        Option<string?> token = new("--token") { Description = "Secret that whoever sends a correction must give.", HelpName = "SECRET" };
        Option<string> corrections = new("--corrections") { Description = "File that corrections are appended to.", HelpName = "FILE", DefaultValueFactory = _ => "corrections.ndjson" };
        Option<int> rate = new("--rate") { Description = "Requests a second from one address; 0 for no limit.", HelpName = "N", DefaultValueFactory = _ => 100 };
        Command command = new("serve", Examples) { files, db, host, port, allowWrite, token, corrections, rate };
        command.Validators.Add(result =>
        {
            bool inputs = result.GetValue(files) is { Length: > 0 };
            if (inputs == (result.GetValue(db) is not null)) { result.AddError("serve shows either a store, --db FILE, or inputs that it reads first."); }
            if (result.GetValue(allowWrite) != (result.GetValue(token) is { Length: > 0 })) { result.AddError("--allow-write and --token SECRET go together: whoever can write must show that he may."); }
            if (result.GetResult(host) is { Implicit: false } && result.GetValue(host) is var address && address is not "localhost" && !System.Net.IPAddress.TryParse(address, out _)) { result.AddError($"--host is \"{address}\", expected an address such as 127.0.0.1 or 0.0.0.0."); }
            if (result.GetValue(port) is < 0 or > 65_535) { result.AddError("--port is a number from 0 to 65535."); }
        });
        command.SetAction((parsed, cancellationToken) => ServeRun.Run(parsed.GetValue(files) ?? [], new ServerOptions
        {
            Db = parsed.GetValue(db) ?? "", Host = parsed.GetValue(host)!, Port = parsed.GetValue(port), Token = parsed.GetValue(token),
            Corrections = parsed.GetValue(corrections)!, RequestsPerSecond = parsed.GetValue(rate), Reader = new ServerTextReader(), Title = parsed.GetValue(db) is { } store ? StoreName.Shown(store) : null,
        }, cancellationToken));
        return command;
    }
}
