using System.Globalization;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Tests.Specs;

/// <summary>Runs the story of a case through the readers and the pipeline, as the command line does.</summary>
public sealed class SpecReader
{
    private readonly Analyzer _analyzer = new();
    private readonly Pipeline _pipeline;

    /// <summary>Loads the model and knowledge once.</summary>
    public SpecReader() => _pipeline = new Pipeline(_analyzer, new PipelineOptions());

    /// <summary>The records of a case's story.</summary>
    public SpecReading Read(SpecInput input)
    {
        Story story = new()
        {
            Id = "spec",
            Text = input.Text,
            Outlet = input.Outlet,
            Published = input.Date,
            ReferenceDate = input.Date is { } d ? new ReferenceDate { Value = DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture), Basis = "published" } : null,
            Blocks = [new Block(BlockRole.Paragraph, new TextSpan(0, input.Text.Length))],
        };
        return new SpecReading(_pipeline.Read(story), _analyzer.Analyze(story));
    }
}
