using System.Collections.Immutable;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;
using Xunit;

namespace Dateline.Tests.Specs;

/// <summary>The runner itself: a spec that is wrong must fail.</summary>
public sealed class SpecFormatTests
{
    private const string File = """
        # Times

        ## A month
        Why.

        ```story date=2020-10-02 outlet="The Herald"
        War came in April 2016.
        April 2016 was cold.
        ```
        ```records time complete
        April 2016 #2 -> 2016-04 rule=time/month-year
        April 2016    -> 2016-04
        ```
        """;

    [Fact]
    public void A_case_is_named_by_file_and_line_of_its_heading()
    {
        SpecCase spec = Assert.Single(SpecFile.Parse("specs/time/x.md", File));
        Assert.Equal(("specs/time/x.md:3", "A month", "2020-10-02", "The Herald"), (spec.Name, spec.Heading, spec.Input.Date, spec.Input.Outlet));
    }

    [Fact]
    public void Lines_that_are_met_in_any_order_pass() => Assert.Equal(new SpecOutcome(null, null), Outcome(File));

    [Theory]
    [InlineData("rule=time/month-year", "rule=time/other", "not found:  April 2016 #2 -> 2016-04 rule=time/other   (found with rule=time/month-year)")]
    [InlineData("April 2016    -> 2016-04", "", "unexpected: April 2016 -> 2016-04")]
    [InlineData("#2", "#3", "not found:  April 2016 #3")]
    [InlineData("April 2016    -> 2016-04", "April 2016    -> 2016-05", "not found:  April 2016    -> 2016-05   (found with value=2016-04)")]
    public void A_line_that_is_not_met_fails_with_what_was_found(string old, string changed, string message)
    {
        SpecOutcome outcome = Outcome(File.Replace(old, changed, StringComparison.Ordinal));
        Assert.Contains(message, outcome.Failure, StringComparison.Ordinal);
        Assert.Contains("```records time complete\nApril 2016 -> 2016-04 type=DATE rule=time/month-year\n", outcome.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_block_that_is_met_fails() =>
        Assert.Contains("take (open) away", Outcome(File.Replace("A month", "A month (open)", StringComparison.Ordinal)).Failure, StringComparison.Ordinal);

    [Fact]
    public void An_open_block_that_is_not_met_is_reported_as_open()
    {
        SpecOutcome outcome = Outcome(File.Replace("complete", "complete (open)", StringComparison.Ordinal).Replace("#2 -> 2016-04", "#2 -> 2016", StringComparison.Ordinal));
        Assert.Null(outcome.Failure);
        Assert.Contains("not found:  April 2016 #2 -> 2016", outcome.Open, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rule=", "rul=", "no field rul")]
    [InlineData("records time", "records tme", "records of kind \"tme\"")]
    [InlineData("date=", "day=", "story attribute day=")]
    public void A_misspelt_word_is_an_error_and_not_a_pass(string old, string changed, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Outcome(File.Replace(old, changed, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_story_without_records_is_an_error() =>
        Assert.Throws<FormatException>(() => SpecFile.Parse("x.md", "## A\n```story\nText.\n```\n"));

    private static SpecOutcome Outcome(string file)
    {
        SpecCase spec = Assert.Single(SpecFile.Parse("specs/time/x.md", file));
        string text = spec.Input.Text;
        StoryRecords records = new()
        {
            Story = new Story { Id = "x", Text = text, Blocks = [] },
            Times = [Month("t1", text.IndexOf("April", StringComparison.Ordinal)), Month("t2", text.LastIndexOf("April", StringComparison.Ordinal))],
            Entities = [], Places = [], Quantities = [], Statements = [], Events = [], Diagnostics = [],
        };
        return SpecMatch.Compare(spec, new SpecReading(records, new ParsedText(text, ImmutableArray<Token>.Empty, ImmutableArray<Sentence>.Empty)));
    }

    private static TimeExpression Month(string id, int start) =>
        new() { Id = id, Span = new TextSpan(start, start + 10), Type = TimeType.Date, Value = "2016-04", Rule = "time/month-year" };
}
