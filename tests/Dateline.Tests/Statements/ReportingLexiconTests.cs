using Dateline.Knowledge;
using Dateline.Statements;
using Xunit;

namespace Dateline.Tests.Sayings;

public sealed class ReportingLexiconTests
{
    [Theory]
    [InlineData("say", Act.Assert, Polarity.Affirmed)]
    [InlineData("deny", Act.Deny, Polarity.Denied)]
    [InlineData("urge", Act.Urge, Polarity.Affirmed)]
    [InlineData("decline", Act.Decline, Polarity.Affirmed)]
    public void A_verb_tells_what_is_done_by_saying_it(string lemma, Act act, Polarity polarity)
    {
        ReportingWord word = ReportingLexicon.Default.Verbs(lemma)[^1];
        Assert.Equal((act, polarity), (word.Act, word.Polarity));
    }

    [Fact]
    public void The_longer_entry_stands_first() => Assert.Equal("point out", ReportingLexicon.Default.Verbs("point")[0].Lemma);

    [Fact]
    public void An_unknown_frame_is_reported_with_file_and_row()
    {
        TsvTable table = TsvTable.Parse("en/x.tsv", "lemma\tframes\nsay\tthat|thta\n");
        InvalidDataException fault = Assert.Throws<InvalidDataException>(() => ReportingWord.Read(table, table.Rows[0], "lemma"));
        Assert.Contains("en/x.tsv(2)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("thta", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en/reporting-verbs.tsv", "lemma", 500)]
    [InlineData("en/reporting-nouns.tsv", "lemma", 200)]
    [InlineData("en/reporting-adjectives.tsv", "lemma", 60)]
    public void Every_row_is_sorted_unique_and_has_an_example(string name, string column, int atLeast)
    {
        TsvTable table = TsvTable.Embedded(name);
        List<string> lemmas = [.. table.Rows.Select(row => table.Cell(row, column))];
        Assert.True(lemmas.Count >= atLeast);
        Assert.Equal(lemmas.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), lemmas);
        Assert.All(table.Rows, row => Assert.Contains(' ', table.Cell(row, "example")));
    }
}
