using System.CommandLine;
using Dateline.Export;
using Dateline.Ingest;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline read FILE...</c>: stories in, records out.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Files, folders, globs, or - for standard input." };
        Option<string?> format = new("--format") { Description = "text, ndjson or csv. Default: text on a terminal, ndjson in a pipe." };
        Option<DateOnly?> date = new("--date") { Description = "Date of stories without one of their own, e.g. 2020-10-02." };
        Option<int?> limit = new("--limit") { Description = "Read only the first N stories." };
        Command command = new("read", "Reads stories and writes their records.") { files, format, date, limit };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, new InputOptions { Date = parsed.GetValue(date) }, parsed.GetValue(limit)));
        return command;
    }

    private static int Run(string[] files, InputOptions options, int? limit)
    {
        Pipeline pipeline = new(LanguageModelFile.Load(), new PipelineOptions());
        StoryReader reader = new(options);
        NdjsonWriter writer = new();
        using Stream output = Console.OpenStandardOutput();
        int code = ExitCode.Done;
        foreach (StoryInput input in new InputReader(options).Read(files).Take(limit ?? int.MaxValue))
        {
            try
            {
                output.Write(writer.Write(pipeline.Read(reader.Read(input))));
            }
            catch (StoryFormatException exception)
            {
                code = ExitCode.SomeFailed;
                output.Write(writer.Write(new FailedStory { Story = new() { File = input.File, Line = input.Line }, Error = new(exception.Code, exception.Message) }));
            }
        }
        return code;
    }
}
