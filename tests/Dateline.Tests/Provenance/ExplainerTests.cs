using Dateline.Provenance;
using Xunit;

namespace Dateline.Tests.Provenance;

public sealed class ExplainerTests
{
    private readonly Explainer _explainer = new();

    [Fact]
    public void The_chain_of_a_nested_statement_runs_from_the_outlet_over_its_parents_to_itself()
    {
        Explanation explanation = Explain("s2");
        Assert.Equal(
            [new ChainLink("Volta Press", null, null), new("TASS", null, null), new("the envoy", "s1", "said"), new("who (Erik Lind)", "s2", "confirmed")],
            explanation.Chain);
    }

    [Fact]
    public void The_chain_of_an_event_ends_with_the_innermost_voucher() => Assert.Equal("s2", Explain("v1").Chain[^1].Statement);

    [Fact]
    public void Each_field_names_the_rule_that_made_it()
    {
        Explanation explanation = Explain("s2");
        Assert.Equal("statements/subject", explanation.Fields.Single(f => f.Name == "source").Rule);
        Assert.Equal("entities/relative", explanation.Fields.Single(f => f.Name == "source.entity").Rule);
        Assert.Equal(("assert", "statements/test"), explanation.Fields.Where(f => f.Name == "act").Select(f => (f.Value, f.Rule)).Single());
    }

    [Fact]
    public void The_words_of_a_statement_are_marked_by_field()
    {
        Assert.Equal(
            [("source", HandMadeStory.Span("who")), ("cue", HandMadeStory.Span("confirmed")), ("content", HandMadeStory.Span("the inspectors had been let in"))],
            Explain("s2").Words.Select(w => (w.Field, w.Span)));
    }

    [Fact]
    public void An_event_without_words_for_its_time_says_what_the_bound_rests_on() =>
        Assert.Contains("day of publication", Explain("v1").Fields.Single(f => f.Name == "when").Value, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_id_has_no_explanation_and_the_ids_of_its_kind_are_near()
    {
        Assert.Null(_explainer.Explain(HandMadeStory.Records, "s9"));
        Assert.Equal(["s1", "s2"], _explainer.Near(HandMadeStory.Records, "s9"));
        Assert.Equal(["s1", "s2", "v1", "e1", "e2"], _explainer.Near(HandMadeStory.Records, "x1"));
    }

    [Theory]
    [InlineData("s1")]
    [InlineData("v1")]
    [InlineData("e2")]
    public void The_context_holds_all_the_marked_words(string id)
    {
        Explanation explanation = Explain(id);
        Assert.All(explanation.Words, w => Assert.True(explanation.Context.Contains(w.Span), w.Field));
    }

    private Explanation Explain(string id) => _explainer.Explain(HandMadeStory.Records, id)!;
}
