using Dateline.Text.Conllu;
using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>Trains the baseline in order: tagger, cross-tagging, parser. Deterministic.</summary>
internal static class BaselineTrainer
{
    public static Baseline Train(IReadOnlyList<ConlluSentence> source, PerceptronOptions options)
    {
        TagSet tagSet = Treebank.TagSetOf(source);
        List<TrainingSentence> sentences = [.. source.Select(s => TrainingSentences.Convert(s, tagSet))];
        options.Log($"{sentences.Count:N0} sentences, {sentences.Sum(s => s.Count):N0} words, {tagSet.Tags.Length} tags, {tagSet.Relations.Length} relations");
        TaggerTrainer taggerTrainer = new(tagSet, options);
        CrossTag(sentences, taggerTrainer, tagSet, options);
        options.Log("tagger");
        WeightTable taggerWeights = taggerTrainer.Train(sentences, options.TaggerEpochs);
        TransitionSet transitions = ParserTrainer.TransitionsOf(sentences);
        options.Log($"parser, {transitions.Count} classes");
        WeightTable parserWeights = new ParserTrainer(tagSet, transitions, options).Train(sentences);
        options.Log($"tagger {Size(taggerWeights):N0} bytes, parser {Size(parserWeights):N0} bytes");
        return new Baseline(tagSet, new Tagger(taggerWeights, tagSet.Tags.Length), new Parser(parserWeights, transitions));
    }

    private static long Size(WeightTable table) => table.Rows.Length + (4L * table.BucketStart.Length);

    /// <summary>Tags each sentence by a tagger that was trained on the other folds: the parser then learns from tags as it will meet them.</summary>
    private static void CrossTag(List<TrainingSentence> sentences, TaggerTrainer trainer, TagSet tagSet, PerceptronOptions options)
    {
        // Neighbours share a document and a topic, so a fold is a run of sentences.
        int FoldOf(int i) => (int)((long)i * options.Folds / sentences.Count);
        for (int fold = 0; fold < options.Folds; fold++)
        {
            options.Log($"cross-tagging, fold {fold + 1}");
            Tagger tagger = new(trainer.Train([.. sentences.Where((_, i) => FoldOf(i) != fold)], options.CrossTaggerEpochs), tagSet.Tags.Length);
            foreach (int i in Enumerable.Range(0, sentences.Count).Where(i => FoldOf(i) == fold))
            {
                sentences[i].SeenTags = new byte[sentences[i].Count];
                tagger.Tag(sentences[i].Padded, sentences[i].SeenTags);
            }
        }
    }
}
