using Dateline.Text;
using Dateline.Text.Conllu;
using Dateline.Text.Models;

namespace Dateline.Training.Perceptron;

/// <summary>The first language layer, averaged perceptrons for tags and arc-hybrid parsing: what the encoder has to beat. Not part of the product.</summary>
internal sealed class Baseline(TagSet tagSet, Tagger tagger, Parser parser)
{
    private readonly ParserState _state = new();

    /// <summary>Tags and parses a sentence whose words are given; lemmas stay as they are.</summary>
    public ConlluSentence Analyze(ConlluSentence sentence)
    {
        int n = sentence.Words.Count;
        WordForm[] words = new WordForm[n + (2 * TaggerFeatures.Padding)];
        Array.Fill(words, WordForm.Outside);
        for (int i = 0; i < n; i++) { words[i + TaggerFeatures.Padding] = WordForm.Of(sentence.Words[i].Form); }
        byte[] tags = new byte[n];
        tagger.Tag(words, tags);
        _state.Reset(words.AsSpan(TaggerFeatures.Padding, n), tags, tagSet);
        parser.Parse(_state);
        return sentence with
        {
            Words = [.. sentence.Words.Select((word, i) => word with
            {
                Upos = tagSet.Tags[tags[i]].Upos.ToString(),
                Xpos = tagSet.Tags[tags[i]].Xpos,
                Head = _state.Head[i] == n ? 0 : _state.Head[i] + 1,
                Deprel = tagSet.Relations[_state.Label[i]],
            })],
        };
    }
}
