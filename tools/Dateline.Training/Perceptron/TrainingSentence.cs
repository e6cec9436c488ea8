using Dateline.Text.Conllu;
using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>A sentence to learn from: forms hashed, gold tags and tree as numbers.</summary>
internal sealed class TrainingSentence
{
    public required ConlluSentence Source { get; init; }
    public required WordForm[] Padded { get; init; }
    public required byte[] Tags { get; init; }

    /// <summary>Governing word from 0; the number of words for the root.</summary>
    public required int[] Heads { get; init; }
    public required byte[] Relations { get; init; }

    /// <summary>The tree with crossing arcs lifted.</summary>
    public required int[] ProjectiveHeads { get; init; }

    /// <summary>Tags the parser is trained on: as a tagger gives them that has not seen the sentence.</summary>
    public byte[] SeenTags { get; set; } = [];

    public int Count => Tags.Length;
    public ReadOnlySpan<WordForm> Words => Padded.AsSpan(TaggerFeatures.Padding, Count);
}

/// <summary>Gold sentences as the perceptron learns from them.</summary>
internal static class TrainingSentences
{
    public static TrainingSentence Convert(ConlluSentence sentence, TagSet tagSet)
    {
        int n = sentence.Words.Count;
        WordForm[] padded = new WordForm[n + (2 * TaggerFeatures.Padding)];
        Array.Fill(padded, WordForm.Outside);
        byte[] tags = new byte[n], relations = new byte[n];
        int[] heads = new int[n];
        for (int i = 0; i < n; i++)
        {
            ConlluWord word = sentence.Words[i];
            padded[i + TaggerFeatures.Padding] = WordForm.Of(word.Form);
            (Upos, string) tag = (Enum.Parse<Upos>(word.Upos), word.Xpos);
            int index = tagSet.Tags.IndexOf(tag);
            if (index < 0)
            {
                index = Math.Max(0, Array.FindIndex([.. tagSet.Tags], t => t.Upos == tag.Item1));
            }
            tags[i] = (byte)index;
            relations[i] = (byte)Math.Max(0, tagSet.Relations.IndexOf(word.Deprel));
            heads[i] = word.Head is 0 or null ? n : word.Head.Value - 1;
        }
        int[] projective = (int[])heads.Clone();
        Projectivize(projective);
        return new TrainingSentence { ProjectiveHeads = projective, Source = sentence, Padded = padded, Tags = tags, Heads = heads, Relations = relations };
    }

    /// <summary>Lifts arcs to the governor's governor, the shortest first, until none cross.</summary>
    public static void Projectivize(int[] heads)
    {
        int n = heads.Length;
        while (true)
        {
            int worst = -1, shortest = int.MaxValue;
            for (int d = 0; d < n; d++)
            {
                int h = heads[d];
                if (h == n) { continue; }
                int length = Math.Abs(h - d);
                if (length >= shortest) { continue; }
                for (int k = Math.Min(h, d) + 1; k < Math.Max(h, d); k++)
                {
                    int a = k;
                    while (a != h && a != n) { a = heads[a]; }
                    if (a == n) { worst = d; shortest = length; break; }
                }
            }
            if (worst < 0) { return; }
            heads[worst] = heads[heads[worst]];
        }
    }
}
