using Dateline.Text;
using Dateline.Text.Conllu;
using Xunit;

namespace Dateline.Tests.TextLayer;

public sealed class ConlluTests
{
    private const string Sample = "# sent_id = 1\n# text = They don't go.\n"
        + "1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_\n"
        + "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
        + "2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n"
        + "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
        + "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
        + "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n";

    [Fact]
    public void What_is_read_is_written_again()
    {
        StringWriter written = new();
        foreach (ConlluSentence sentence in Read(Sample + Sample)) { ConlluWriter.Write(written, sentence); }
        Assert.Equal(Sample + Sample, written.ToString());
    }

    [Fact]
    public void A_file_without_a_last_empty_line_loses_nothing() => Assert.Equal(5, Read(Sample.TrimEnd('\n')).Single().Words.Count);

    [Fact]
    public void Given_words_comments_and_ranges_are_kept_by_the_analysis()
    {
        ConlluSentence gold = Read(Sample).Single(), parsed = TestAnalyzer.Instance.Analyze(gold);
        Assert.Equal(gold.Words.Select(w => (w.Form, w.Features, w.Misc)), parsed.Words.Select(w => (w.Form, w.Features, w.Misc)));
        Assert.Equal(gold.Comments, parsed.Comments);
        Assert.Equal(gold.Ranges, parsed.Ranges);
        Assert.Equal(gold.Words.Select(w => (w.Lemma, w.Upos, w.Head, w.Deprel)), parsed.Words.Select(w => (w.Lemma, w.Upos, w.Head, w.Deprel)));
    }

    [Fact]
    public void A_text_is_written_with_paragraphs_ranges_and_blanks()
    {
        StringWriter written = new();
        foreach (ConlluSentence sentence in ConlluConverter.FromParsed(TestAnalyzer.Parse("They don't go.\n\nHe left."))) { ConlluWriter.Write(written, sentence); }
        string[] lines = written.ToString().Split('\n');
        Assert.Equal("# newpar", lines[0]);
        Assert.Equal("# sent_id = 1", lines[1]);
        Assert.Equal("# text = They don't go.", lines[2]);
        Assert.Equal("2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_", lines[4]);
        Assert.EndsWith("\tSpaceAfter=No", lines[7], StringComparison.Ordinal);
        Assert.Equal(2, lines.Count(l => l == "# newpar"));
    }

    [Theory]
    [InlineData("1\tThey\tthey\n", "sample(1): 3 columns")]
    [InlineData("2\ta\t_\t_\t_\t_\t0\t_\t_\t_\n", "sample(1): word 2, expected 1")]
    [InlineData("1\ta\t_\t_\t_\t_\t7\t_\t_\t_\n\n", "head 7 in a sentence of 1 words")]
    [InlineData("1\ta\t_\t_\t_\t_\tx\t_\t_\t_\n", "\"x\" where a number is expected")]
    [InlineData("1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t0\t_\t_\t_\n\n", "range 1-3 in a sentence of 1 words")]
    public void A_wrong_line_says_where_and_what(string text, string message)
    {
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => Read(text));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    private static List<ConlluSentence> Read(string text) => [.. ConlluReader.Read(new StringReader(text), "sample")];
}
