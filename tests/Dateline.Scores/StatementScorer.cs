using System.Diagnostics;
using System.Text.Json;
using Dateline.Ingest;
using Dateline.Statements;
using Dateline.Text;

namespace Dateline.Scores;

/// <summary>One gold story with the statements read from it.</summary>
/// <param name="Gold">The line of the gold file.</param>
/// <param name="Text">The text as it stands there.</param>
/// <param name="Records">What the pipeline reads from it.</param>
public sealed record ScoredStory(JsonElement Gold, string Text, StoryRecords Records);

/// <summary>Reads gold files of attributions with the pipeline and hands chosen statements to the scorer.</summary>
public static class StatementScorer
{
    private static string Script => Path.GetFullPath(Path.Combine(Workspace.Root, "..", "shared", "scoring", "score_statements.py"));

    /// <summary>The stories of a gold file, read without their titles, as the scorer of all corpora reads them.</summary>
    public static IReadOnlyList<ScoredStory> Read(string gold)
    {
        StoryReader reader = new(new InputOptions());
        Pipeline pipeline = new(Analyzer.Default(), new PipelineOptions());
        List<ScoredStory> stories = [];
        foreach (string line in File.ReadLines(gold))
        {
            JsonElement row = JsonDocument.Parse(line).RootElement.Clone();
            string text = row.GetProperty("text").GetString()!;
            using MemoryStream bytes = new();
            using (Utf8JsonWriter writer = new(bytes))
            {
                writer.WriteStartObject();
                writer.WriteString("id", row.GetProperty("id").GetString());
                writer.WriteString("text", text);
                writer.WriteString("date", row.GetProperty("date").GetString());
                writer.WriteString("outlet", row.GetProperty("publisher").GetString());
                writer.WriteEndObject();
            }
            stories.Add(new ScoredStory(row, text, pipeline.Read(reader.Read(new StoryInput { File = "gold.jsonl", Format = InputFormat.JsonLine, Bytes = bytes.ToArray() }))));
        }
        return stories;
    }

    /// <summary>The scorer's figures for the statements that <paramref name="chosen"/> lets through.</summary>
    public static JsonElement Score(string gold, IReadOnlyList<ScoredStory> stories, Func<Statement, bool> chosen)
    {
        string predicted = Path.Combine(Path.GetTempPath(), $"dateline-statements-{Environment.ProcessId}-{Guid.NewGuid():N}.jsonl");
        try
        {
            using (FileStream file = File.Create(predicted))
            {
                foreach (ScoredStory story in stories)
                {
                    using (Utf8JsonWriter writer = new(file)) { Write(writer, story, chosen); }
                    file.WriteByte((byte)'\n');
                }
            }
            ProcessStartInfo start = new("python3") { ArgumentList = { Script, gold, predicted, "--json" }, RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            string answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return JsonDocument.Parse(answer).RootElement.Clone();
        }
        finally
        {
            File.Delete(predicted);
        }
    }

    /// <summary>UTF-16 offsets as the code points that the files count in.</summary>
    public static int CodePoints(string text, int offset)
    {
        int pairs = 0;
        for (int i = 0; i < offset; i++)
        {
            if (char.IsLowSurrogate(text[i])) { pairs++; }
        }
        return offset - pairs;
    }

    private static void Write(Utf8JsonWriter writer, ScoredStory story, Func<Statement, bool> chosen)
    {
        writer.WriteStartObject();
        writer.WriteString("id", story.Gold.GetProperty("id").GetString());
        writer.WriteStartArray("attributions");
        foreach (Statement statement in story.Records.Statements.Where(chosen))
        {
            writer.WriteStartObject();
            Write(writer, "source", story.Text, statement.Source?.Span is { } source ? [source] : []);
            Write(writer, "cue", story.Text, statement.Cue is { } cue ? [cue.Span] : []);
            Write(writer, "content", story.Text, statement.Content.Spans);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string role, string text, IEnumerable<TextSpan> spans)
    {
        writer.WriteStartArray(role);
        foreach (TextSpan span in spans)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(CodePoints(text, span.Start));
            writer.WriteNumberValue(CodePoints(text, span.End));
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }
}
