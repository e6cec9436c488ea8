using System.CommandLine;
using Dateline.Export;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline schema</c>: the JSON Schema of the records.</summary>
internal static class SchemaCommand
{
    private const string Help = """
        Prints the JSON Schema of a line that "read --format ndjson" writes.

        Example:
          dateline schema > records.schema.json
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("schema", Help);
        command.SetAction(_ =>
        {
            Console.Out.Write(RecordSchema.Text);
            return ExitCode.Done;
        });
        return command;
    }
}
