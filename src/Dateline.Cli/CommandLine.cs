using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Runtime.InteropServices;
using Dateline.Cli.Commands;
using Dateline.Store;

namespace Dateline.Cli;

/// <summary>The root command: parses the arguments, runs the command, turns what happens into an exit code.</summary>
internal static class CommandLine
{
    /// <summary>All commands, in the order help lists them. A new command is one line here and one file in <c>Commands/</c>.</summary>
    private static RootCommand Root() => new("Reads news stories and keeps the record: who said what, what is reported to have happened, where, when, and by whose word.")
    {
        ReadCommand.Create(),
        AddCommand.Create(),
        WatchCommand.Create(),
        RecodeCommand.Create(),
        SearchCommand.Create(),
        ExportCommand.Create(),
        AggregateCommand.Create(),
        ReleaseCommand.Create(),
        RehydrateCommand.Create(),
        RedactCommand.Create(),
        ServeCommand.Create(),
        McpCommand.Create(),
        ParseCommand.Create(),
        ExplainCommand.Create(),
        SchemaCommand.Create(),
        KnowledgeCommand.Create(),
    };

    /// <summary>Runs the command line and returns one of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using CancellationTokenSource interrupt = new();
        using PosixSignalRegistration onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using PosixSignalRegistration onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        void Cancel(PosixSignalContext context)
        {
            // The first signal stops the run and lets what is done be written; the second one ends the process at once.
            context.Cancel = !interrupt.IsCancellationRequested;
            interrupt.Cancel();
        }

        try
        {
            ParseResult parsed = Root().Parse(args);
            if (parsed.Errors.Count > 0) { return Wrong(parsed); }
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                interrupt.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (StoreException exception)
        {
            await Console.Error.WriteLineAsync("dateline: " + DiagnosticCodes.CannotOpen + " " + exception.Message).ConfigureAwait(false);
            return ExitCode.CannotOpen;
        }
        catch (DbException exception)
        {
            // The server of a store has gone, or a disk is full: what was committed is safe.
            await Console.Error.WriteLineAsync("dateline: " + DiagnosticCodes.CannotOpen + " the store could not be read or written: " + exception.Message).ConfigureAwait(false);
            return ExitCode.CannotOpen;
        }
        catch (CommandException exception)
        {
            await Console.Error.WriteLineAsync("dateline: " + exception.Message).ConfigureAwait(false);
            return exception.ExitCode;
        }
        catch (IOException exception)
        {
            // A full disk, a lost drive: the system's word for it, no defect.
            await Console.Error.WriteLineAsync("dateline: " + DiagnosticCodes.CannotOpen + " " + exception.Message).ConfigureAwait(false);
            return ExitCode.CannotOpen;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync($"""
                dateline: this is a defect of Dateline, not of your input: {exception.Message}
                Please report it with the command line, the story if you may share it, and the lines below.
                dateline {CoderVersion.Text}
                {exception}
                """).ConfigureAwait(false);
            return ExitCode.Bug;
        }
    }

    private static int Wrong(ParseResult parsed)
    {
        foreach (ParseError error in parsed.Errors) { Console.Error.WriteLine("dateline: " + error.Message); }
        string name = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        Console.Error.WriteLine($"Try: dateline {name}--help");
        return ExitCode.Usage;
    }
}

/// <summary>Ends the command with a message for the user and an exit code.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    /// <summary>One of <see cref="Cli.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
