using Dateline.Ingest;
using Dateline.Provenance;
using Dateline.Stories;
using Dateline.Tests.Properties;
using Xunit;

namespace Dateline.Tests.House;

/// <summary>The stories of samples/ go through everything.</summary>
public sealed class SampleTests
{
    private static readonly InputOptions s_options = new() { Date = new DateOnly(2020, 10, 2) };

    /// <summary>One row a story.</summary>
    public static IEnumerable<ITheoryDataRow> Samples() => new InputReader(s_options).Read([Path.Combine(Repository.Root, "samples")])
        .Select(i => new TheoryDataRow<StoryInput>(i) { TestDisplayName = $"samples/{i.File}{(i.Line is { } line ? $":{line}" : "")}", Label = "" });

    [Theory]
    [MemberData(nameof(Samples), DisableDiscoveryEnumeration = true)]
    public void A_sample_gives_records_that_hold_together_with_known_rules(StoryInput input)
    {
        Story story = new StoryReader(s_options).Read(input);
        StoryRecords records = TestPipeline.Pipeline.Read(story);
        Assert.Empty(SpanRules.Broken(records).Concat(RecordRules.Broken(records)));
        Assert.Empty(RecordRules.RuleNames(records).Where(r => RuleTable.Default.Find(r) is null).Distinct());
        Assert.True(records.Statements.Count > 1, "a news story without statements");
        Assert.True(records.Events.Count > 0, "a news story without events");
        Explainer explainer = new();
        string[] ids =
        [
            .. records.Statements.Select(s => s.Id), .. records.Events.Select(v => v.Id), .. records.Entities.Select(e => e.Id),
            .. records.Times.Select(t => t.Id), .. records.Places.Select(p => p.Id), .. records.Quantities.Select(q => q.Id),
        ];
        Assert.All(ids, id => Assert.NotEmpty(explainer.Explain(records, id)!.Fields));
    }
}
