using System.Text;
using Dateline.Ingest;
using Xunit;

namespace Dateline.Tests.Sayings;

public sealed class ConfidenceFilterTests
{
    private static readonly StoryRecords s_records = TestPipeline.Pipeline.Read(TestPipeline.Story(
        InputFormat.PlainText,
        Encoding.UTF8.GetBytes("\"The dam is safe,\" Mayor Anna Bell said on Monday.\n\nCritics want to close it. The ministry said that rebels had attacked the town of Tula on Sunday.\n"),
        "2024-03-05"));

    [Fact]
    public void Zero_keeps_every_record()
    {
        (StoryRecords kept, int statements, int events) = ConfidenceFilter.Apply(s_records, 0);

        Assert.Equal(s_records.Statements, kept.Statements);
        Assert.Equal((0, 0), (statements, events));
    }

    [Fact]
    public void What_is_kept_is_as_sure_as_asked_and_the_rest_is_counted()
    {
        (StoryRecords kept, int statements, _) = ConfidenceFilter.Apply(s_records, 0.9);

        Assert.All(kept.Statements, s => Assert.True(s.Confidence >= 0.9));
        Assert.Contains(kept.Statements, s => s.Rule == "statements/quotation-then-cue");
        Assert.True(statements > 0);
        Assert.Equal(s_records.Statements.Count, kept.Statements.Count + statements);
    }

    [Fact]
    public void An_event_goes_with_the_statement_that_tells_it()
    {
        Assert.Contains(s_records.Events, e => e.Attribution.Count > 0);

        (StoryRecords kept, _, _) = ConfidenceFilter.Apply(s_records, 0.9);

        Assert.All(kept.Events, e => Assert.All(e.Attribution, id => Assert.Contains(kept.Statements, s => s.Id == id)));
    }
}
