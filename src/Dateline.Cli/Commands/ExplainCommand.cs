using System.CommandLine;
using System.Text.Json;
using Dateline.Export;
using Dateline.Provenance;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline explain RECORD-ID --in FILE</c>: a record's words, what made each field, and by whose word it stands.</summary>
internal static class ExplainCommand
{
    private const int ListedIds = 12;

    public static Command Create()
    {
        Argument<string> record = new("RECORD-ID") { Description = "s3, v1, e2, t1, p4 or q1; STORY-ID#s3 where the file holds several stories." };
        Option<string> records = new("--in") { Description = "Records as \"read --format ndjson\" wrote them, or - for standard input.", Required = true };
        Command command = new("explain", "Explains one record: its words, what made each field, and by whose word it stands.") { record, records };
        command.SetAction(parsed => Run(parsed.GetValue(record)!, parsed.GetValue(records)!, Console.Out));
        return command;
    }

    private static int Run(string record, string file, TextWriter output)
    {
        int hash = record.LastIndexOf('#');
        string? story = hash >= 0 ? record[..hash] : null;
        string id = record[(hash + 1)..];
        StoryRecords records = Find(file, story, id);
        Explainer explainer = new();
        Explanation explanation = explainer.Explain(records, id) ?? throw new CommandException(ExitCode.Usage,
            $"story \"{records.Story.Id}\" has no record {id}; {Listed("it has", explainer.Near(records, id), "it has no records at all")}.");
        new ExplanationWriter(output, RuleTable.Default).Write(explanation);
        return ExitCode.Done;
    }

    /// <summary>The story asked for; the only one of the file when none is named.</summary>
    private static StoryRecords Find(string file, string? story, string id)
    {
        NdjsonReader reader = new();
        StoryRecords? only = null;
        List<string> others = [];
        int number = 0;
        foreach (string line in Lines(file))
        {
            number++;
            if (line.Length == 0 || (story is not null && others.Count >= ListedIds && !line.Contains(JsonEncodedText.Encode(story).Value, StringComparison.Ordinal) && !line.Contains(story, StringComparison.Ordinal))) { continue; }
            StoryRecords? records = Read(reader, line, file, number);
            if (records is null) { continue; }
            if (records.Story.Id == story) { return records; }
            only ??= records;
            others.Add(records.Story.Id);
            if (story is null && others.Count >= ListedIds) { break; }
        }
        if (story is null && others.Count == 1) { return only!; }
        throw new CommandException(ExitCode.Usage, (story, others.Count) switch
        {
            (_, 0) => $"{file} holds no records; write them with \"dateline read FILE --format ndjson\".",
            (null, _) => $"{file} holds several stories; say which: {string.Join(", ", others.Take(ListedIds).Select(o => $"{o}#{id}"))}{(others.Count >= ListedIds ? " …" : "")}.",
            _ => $"{file} holds no story \"{story}\"; {Listed("it holds", [.. others.OrderByDescending(o => SharedStart(o, story))], "it holds none")}.",
        });
    }

    private static IEnumerable<string> Lines(string file)
    {
        TextReader reader;
        try
        {
            reader = file == "-" ? Console.In : new StreamReader(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CommandException(ExitCode.CannotOpen, $"{file} cannot be opened: {exception.Message}");
        }
        using (reader)
        {
            while (reader.ReadLine() is { } line) { yield return line; }
        }
    }

    private static StoryRecords? Read(NdjsonReader reader, string line, string file, int number)
    {
        try
        {
            return reader.Read(line);
        }
        catch (JsonException exception)
        {
            throw new CommandException(ExitCode.Usage, $"{file}({number}) is no record of Dateline: {exception.Message}. Write records with \"dateline read FILE --format ndjson\".");
        }
    }

    private static int SharedStart(string a, string b) => a.Zip(b).TakeWhile(p => p.First == p.Second).Count();

    private static string Listed(string verb, IReadOnlyList<string> ids, string none) =>
        ids.Count == 0 ? none : $"{verb} {string.Join(", ", ids.Take(ListedIds))}{(ids.Count > ListedIds ? " …" : "")}";
}
