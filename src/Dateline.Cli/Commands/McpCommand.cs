using System.CommandLine;
using System.Text;
using Dateline.Store;
using Dateline.Store.Mcp;
using Dateline.Store.Query;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline mcp --db FILE</c>: a store's records for a language model, over standard input and output.</summary>
internal static class McpCommand
{
    private const string Examples = """
        Serves a store to a language model by the Model Context Protocol, over standard input and output. All tools only read.

        Example, as the entry of a client's configuration:
          {"mcpServers": {"dateline": {"command": "dateline", "args": ["mcp", "--db", "news.db"]}}}
        """;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Option<string> db = StoreOptions.Db();
        Command command = new("mcp", Examples) { db };
        command.SetAction((parsed, cancellation) => Run(parsed.GetValue(db)!, cancellation));
        return command;
    }

    /// <summary>One message a line, one answer a line, until the input ends.</summary>
    private static async Task<int> Run(string db, CancellationToken cancellation)
    {
        using StoreReader reader = new(db);
        McpServer server = new(reader);
        using StreamReader input = new(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using Stream output = Console.OpenStandardOutput();
        await Console.Error.WriteLineAsync($"dateline: {StoreName.Shown(db)} is served over standard input and output; end the input to stop.").ConfigureAwait(false);
        while (await NextLine(input, cancellation).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0 || server.Answer(line) is not { } answer) { continue; }
            await output.WriteAsync(Encoding.UTF8.GetBytes(answer + "\n"), cancellation).ConfigureAwait(false);
            await output.FlushAsync(cancellation).ConfigureAwait(false);
        }
        return ExitCode.Done;
    }

    /// <summary>The next line; of one that is longer than a message may be, only so much that the server can say so.</summary>
    private static async Task<string?> NextLine(StreamReader input, CancellationToken cancellation)
    {
        StringBuilder line = new();
        char[] one = new char[1];
        bool any = false;
        while (await input.ReadAsync(one, cancellation).ConfigureAwait(false) == 1)
        {
            any = true;
            if (one[0] == '\n') { break; }
            if (one[0] != '\r' && line.Length <= McpServer.MostCharacters) { line.Append(one[0]); }
        }
        return any ? line.ToString() : null;
    }
}
