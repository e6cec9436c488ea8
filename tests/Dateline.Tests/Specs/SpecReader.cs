using System.Collections.Immutable;
using System.Text;
using Dateline.Ingest;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Tests.Specs;

/// <summary>Runs the story of a case through the readers and the pipeline, as the command line does.</summary>
public static class SpecReader
{
    /// <summary>The records of a case's story; a story that cannot be read has a diagnostic and nothing else.</summary>
    public static SpecReading Read(SpecInput input)
    {
        try
        {
            Story story = Story(input);
            if (input.Outlet is not null) { story = story with { Outlet = input.Outlet }; }
            return new SpecReading(TestPipeline.Pipeline.Read(story), TestPipeline.Analyzer.Analyze(story));
        }
        catch (StoryFormatException failure)
        {
            return new SpecReading(Failed(failure), new ParsedText("", ImmutableArray<Token>.Empty, ImmutableArray<Sentence>.Empty));
        }
    }

    private static Story Story(SpecInput input)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(input.Text);
        return input.Format == "document" ? TestPipeline.Stories("story", bytes)[0].Read() : TestPipeline.Story(Format(input.Format), bytes, input.Date);
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
