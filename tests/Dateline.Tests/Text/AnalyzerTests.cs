using Dateline.Stories;
using Dateline.Text;
using Dateline.Text.Conllu;
using Xunit;

namespace Dateline.Tests.TextLayer;

public sealed class AnalyzerTests
{
    private const string News = "Meanwhile, European Council President Charles Michel said that EU leaders urge Turkey to stop interfering. "
        + "\"Yes, everyone should play a more constructive role. We don't want it,\" he said.";

    [Fact]
    public void A_report_has_its_speaker_and_its_words_in_the_tree()
    {
        ParsedText parsed = TestAnalyzer.Parse(News);
        int said = Enumerable.Range(0, parsed.Tokens.Length).First(i => parsed.Form(i).SequenceEqual("said"));
        Assert.Equal("say", parsed.Tokens[said].Lemma);
        Assert.Equal(said, parsed.Sentences[0].Root);
        Assert.Contains("Michel", parsed.SubtreeSpan(parsed.Child(said, "nsubj")).In(parsed.Text).ToString(), StringComparison.Ordinal);
        Assert.Equal("urge", parsed.Tokens[parsed.Child(said, "ccomp")].Lemma);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("word")]
    [InlineData("\uD83D\uD83D")]
    [InlineData("?!?!?! ((((( ”””” ---- 1/2/3 … \u0000 \u200B\u200D")]
    [InlineData(News)]
    public void Every_sentence_is_one_tree_with_one_root(string text)
    {
        ParsedText parsed = TestAnalyzer.Parse(text);
        foreach (Sentence sentence in parsed.Sentences)
        {
            int[] roots = [.. Enumerable.Range(sentence.First, sentence.Count).Where(i => parsed.Tokens[i].Head < 0)];
            Assert.Equal([sentence.Root], roots);
            Assert.Equal("root", parsed.Tokens[sentence.Root].Deprel);
            for (int i = sentence.First; i < sentence.End; i++) { Assert.True(parsed.IsUnder(i, sentence.Root)); }
        }
        Assert.Equal(parsed.Tokens.Length, parsed.Sentences.Sum(s => s.Count));
    }

    [Fact]
    public void Only_narrative_blocks_have_words()
    {
        Story story = new() { Id = "x", Text = "A caption. He left.", Blocks = [new(BlockRole.Caption, new(0, 10)), new(BlockRole.Paragraph, new(11, 19))] };
        ParsedText parsed = TestAnalyzer.Instance.Analyze(story);
        Assert.Equal(11, parsed.Tokens[0].Span.Start);
        Assert.Equal(1, parsed.Sentences.Single().Block);
    }

    [Fact]
    public void The_same_text_gives_the_same_analysis_on_every_thread()
    {
        Token[][] runs = new Token[16][];
        Parallel.For(0, runs.Length, i => runs[i] = [.. TestAnalyzer.Parse(string.Concat(Enumerable.Repeat(News + "\n\n", 10))).Tokens]);
        Assert.All(runs, r => Assert.Equal(runs[0], r));
    }

    [Fact]
    public void Buffers_carry_nothing_from_one_text_to_the_next()
    {
        Token[] before = [.. TestAnalyzer.Parse(News).Tokens];
        TestAnalyzer.Parse(string.Concat(Enumerable.Repeat("Zürich (AP) — no end, ", 500)));
        Assert.Equal(before, TestAnalyzer.Parse(News).Tokens);
    }

    [Fact]
    public void A_sentence_of_ten_thousand_given_words_is_one_tree()
    {
        ConlluSentence sentence = new() { Words = [.. Enumerable.Range(0, 10_000).Select(i => new ConlluWord { Form = i % 7 == 0 ? "and" : "militants" })] };
        ConlluSentence parsed = TestAnalyzer.Instance.Analyze(sentence);
        Assert.Single(parsed.Words, w => w.Head == 0);
    }

    [Fact]
    public void Ten_thousand_nested_quotation_marks_are_read()
    {
        string text = string.Concat(Enumerable.Repeat("“", 10_000)) + "no" + string.Concat(Enumerable.Repeat("”", 10_000));
        ParsedText parsed = TestAnalyzer.Parse(text);
        Assert.Equal(20_001, parsed.Tokens.Length);
        Assert.All(parsed.Sentences, s => Assert.InRange(s.Count, 1, SentenceSplitter.MaxWords));
    }
}
