using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Export;
using Dateline.Ingest;
using Dateline.Stories;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline rehydrate RECORDS --texts IN…</c>: puts a user's own texts back into records that came without.</summary>
internal static class RehydrateCommand
{
    private const string Examples = """
        Puts your own texts back into records that were shared without them ("export --no-text").

        Example:
          dateline rehydrate records.ndjson --texts news/ archive.jsonl > whole.ndjson

        A text belongs to a record when its hash is the record's: then every offset fits. Records whose text is missing, or has changed since,
        are told one by one, left out of the output, and make the exit code 1.
        """;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string> records = new("RECORDS") { Description = "NDJSON without texts, or - for standard input." };
        Option<string[]> texts = new("--texts") { Description = "Files, folders, globs or archives that read takes.", HelpName = "IN", Required = true, AllowMultipleArgumentsPerToken = true };
        Command command = new("rehydrate", Examples) { records, texts };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed.GetValue(records)!, parsed.GetValue(texts)!, cancellationToken)));
        return command;
    }

    private static int Run(string records, string[] inputs, CancellationToken cancellationToken)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal), others = new(StringComparer.Ordinal);
        InputOptions options = new();
        StoryReader reader = new(options);
        foreach (StoryInput input in new InputReader(options).Read(inputs, cancellationToken))
        {
            try
            {
                Story story = reader.Read(input, cancellationToken);
                texts[story.TextHash!] = story.Text;
                others[story.Url ?? story.Id] = story.TextHash!;
            }
            catch (StoryFormatException exception)
            {
                Console.Error.WriteLine($"dateline: {exception.Code} {exception.Message}");
            }
        }
        using TextReader lines = Open(records);
        using Stream output = Console.OpenStandardOutput();
        long whole = 0, missing = 0, changed = 0, number = 0;
        while (lines.ReadLine() is { } line && !cancellationToken.IsCancellationRequested)
        {
            number++;
            if (line.Length == 0) { continue; }
            try
            {
                if (TextlessRecord.Missing(line) is { } name)
                {
                    if (!texts.TryGetValue(name.Hash, out string? text))
                    {
                        bool other = others.ContainsKey(name.Url ?? name.Story) || others.ContainsKey(name.Story);
                        (missing, changed) = other ? (missing, changed + 1) : (missing + 1, changed);
                        Console.Error.WriteLine($"dateline: {name.Story}: {(other ? "your text is not the one the record was made of (its hash differs)" : "its text is not among yours")}{(name.Url is { } url ? " (" + url + ")" : "")}.");
                        continue;
                    }
                    line = TextlessRecord.With(line, text);
                }
                output.Write(Encoding.UTF8.GetBytes(line + "\n"));
                whole++;
            }
            catch (JsonException exception)
            {
                throw new CommandException(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"{records}({number}) is no record of Dateline: {exception.Message}"));
            }
        }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dateline: {whole:N0} records whole, {missing:N0} without their text, {changed:N0} whose text has changed"));
        return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted : missing + changed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private static TextReader Open(string file)
    {
        try
        {
            return file == "-" ? Console.In : new StreamReader(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CommandException(ExitCode.CannotOpen, $"{file} cannot be opened: {exception.Message}");
        }
    }
}
