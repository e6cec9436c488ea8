using Dateline.Text;
using Xunit;

namespace Dateline.Tests.TextLayer;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("He left. She stayed.", "He left .|She stayed .")]
    [InlineData("The U.S. State Department agreed.", "The U.S. State Department agreed .")]
    [InlineData("It left the U.S. The minister stayed.", "It left the U.S.|The minister stayed .")]
    [InlineData("On Sept. 27 Gen. Milley spoke.", "On Sept. 27 Gen. Milley spoke .")]
    [InlineData("J. K. Rowling wrote it.", "J. K. Rowling wrote it .")]
    [InlineData("\"We won. They lost,\" he said.", "\" We won .|They lost , \" he said .")]
    [InlineData("\"We stay.\" He left.", "\" We stay . \"|He left .")]
    [InlineData("“Is it true?” Macron asked.", "“ Is it true ? ” Macron asked .")]
    [InlineData("\"Why?\" he asked.", "\" Why ? \" he asked .")]
    [InlineData("He stayed until 1805.[6] An undistinguished student.", "He stayed until 1805 . [ 6 ]|An undistinguished student .")]
    [InlineData("Will you come? yes. why not?", "Will you come ?|yes .|why not ?")]
    [InlineData("Yahoo! said so... and left.", "Yahoo ! said so ... and left .")]
    [InlineData("It was born. [7] He returned.", "It was born . [ 7 ]|He returned .")]
    [InlineData("(He left.) She stayed.", "( He left . )|She stayed .")]
    [InlineData("It costs 3.5 million.", "It costs 3.5 million .")]
    [InlineData("They came:\n• one\n• two", "They came :|• one|• two")]
    [InlineData("Drones, missiles, etc. The rest is known.", "Drones , missiles , etc.|The rest is known .")]
    public void Sentences_end_where_a_reader_ends_them(string text, string sentences) => Assert.Equal(sentences, string.Join('|', Split(text)));

    [Fact]
    public void A_sentence_without_end_is_cut()
    {
        string text = string.Concat(Enumerable.Repeat("word ", 2_000));
        Assert.All(Split(text), s => Assert.InRange(s.Split(' ').Length, 1, SentenceSplitter.MaxWords));
    }

    [Fact]
    public void A_hundred_thousand_nested_quotation_marks_are_split_in_linear_time()
    {
        string text = string.Concat(Enumerable.Repeat("“", 100_000)) + "no." + string.Concat(Enumerable.Repeat("”", 100_000));
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(200_002, Split(text).Sum(s => s.Split(' ').Length));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    private static IEnumerable<string> Split(string text)
    {
        List<RawToken> tokens = [];
        List<int> ends = [];
        new Tokenizer().Tokenize(text, new TextSpan(0, text.Length), tokens);
        new SentenceSplitter().Split(text, tokens, ends);
        int start = 0;
        foreach (int end in ends)
        {
            yield return string.Join(' ', tokens[start..end].Select(t => t.Span.In(text).ToString()));
            start = end;
        }
    }
}
