using Dateline.Text;
using Dateline.Text.Conllu;
using Dateline.Text.Neural;
using Xunit;

namespace Dateline.Tests.TextLayer;

public sealed class EncoderTests
{
    private static readonly Analyzer s_analyzer = Analyzer.Default();

    [Fact]
    public void A_plain_sentence_gets_its_subject_object_and_tags()
    {
        ConlluSentence sentence = Read("The minister accused the rebels of breaking the truce .");
        Assert.Equal(["DET", "NOUN", "VERB", "DET", "NOUN", "SCONJ", "VERB", "DET", "NOUN", "PUNCT"], sentence.Words.Select(w => w.Upos));
        Assert.Equal((3, "nsubj"), (sentence.Words[1].Head, sentence.Words[1].Deprel));
        Assert.Equal((3, "obj"), (sentence.Words[4].Head, sentence.Words[4].Deprel));
        Assert.Equal((0, "root"), (sentence.Words[2].Head, sentence.Words[2].Deprel));
        Assert.Equal("accuse", sentence.Words[2].Lemma);
    }

    [Fact]
    public void Every_sentence_is_one_tree_however_long_or_odd()
    {
        foreach (string text in new[] { "word", ". . . .", string.Join(' ', Enumerable.Repeat("he said that", 400)), string.Join(' ', Enumerable.Repeat("(", 700)), "\uD800 \u0001 \uFFFF" })
        {
            ConlluSentence sentence = Read(text);
            Assert.Single(sentence.Words, w => w.Head == 0);
            for (int i = 0; i < sentence.Words.Count; i++)
            {
                int at = i, steps = 0;
                while (sentence.Words[at].Head is int head and > 0 && steps++ <= sentence.Words.Count) { at = head - 1; }
                Assert.Equal(0, sentence.Words[at].Head);
            }
        }
    }

    [Fact]
    public void A_name_tag_inside_a_name_follows_one_of_its_kind()
    {
        float[] scores = new float[3 * NameTags.Count];
        scores[(int)NameTag.InsidePerson] = 9;
        scores[NameTags.Count + (int)NameTag.BeginPlace] = 5;
        scores[(2 * NameTags.Count) + (int)NameTag.InsideOrganization] = 3;
        scores[(2 * NameTags.Count) + (int)NameTag.InsidePlace] = 2;
        NameTag[] tags = new NameTag[3];
        NameTags.Decode(scores, 3, NameTags.Count, tags);
        Assert.Equal([NameTag.Outside, NameTag.BeginPlace, NameTag.InsidePlace], tags);
    }

    private static ConlluSentence Read(string text)
    {
        string rows = string.Concat(text.Split(' ').Select((word, i) => $"{i + 1}\t{word}\t_\t_\t_\t_\t_\t_\t_\t_\n"));
        using StringReader reader = new(rows + "\n");
        return s_analyzer.Analyze(ConlluReader.Read(reader, "test").Single());
    }
}
