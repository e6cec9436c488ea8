using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dateline.Ingest;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Tests.Specs;

/// <summary>Runs the story of a case through the readers and the pipeline, as the command line does.</summary>
public sealed class SpecReader
{
    private readonly Analyzer _analyzer = Analyzer.Default();
    private readonly Pipeline _pipeline;

    /// <summary>Loads the model and knowledge once.</summary>
    public SpecReader() => _pipeline = new Pipeline(_analyzer, new PipelineOptions());

    /// <summary>The records of a case's story; a story that cannot be read has a diagnostic and nothing else.</summary>
    public SpecReading Read(SpecInput input)
    {
        InputOptions options = new() { Date = input.Date is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null };
        StoryInput raw = new() { File = "story." + input.Format, Line = input.Format == "jsonl" ? 1 : null, Format = Format(input.Format), Bytes = Encoding.UTF8.GetBytes(input.Text) };
        try
        {
            Story story = new StoryReader(options).Read(raw);
            if (input.Outlet is not null) { story = story with { Outlet = input.Outlet }; }
            return new SpecReading(_pipeline.Read(story), _analyzer.Analyze(story));
        }
        catch (StoryFormatException failure)
        {
            return new SpecReading(Failed(failure), new ParsedText("", ImmutableArray<Token>.Empty, ImmutableArray<Sentence>.Empty));
        }
    }

    private static InputFormat Format(string name) => name switch
    {
        "html" => InputFormat.Html,
        "jsonl" => InputFormat.JsonLine,
        _ => InputFormat.PlainText,
    };

    private static StoryRecords Failed(StoryFormatException failure) => new()
    {
        Story = new Story { Id = "failed", Text = "", Blocks = [] },
        Entities = [], Times = [], Places = [], Quantities = [], Statements = [], Events = [],
        Diagnostics = [new Diagnostic(failure.Code, failure.Message)],
    };
}
