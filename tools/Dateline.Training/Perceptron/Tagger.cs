using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>Chooses the joint tag (UPOS with XPOS) of each word from left to right.</summary>
internal sealed class Tagger(WeightTable weights, int tagCount)
{
    /// <summary>Tags a sentence whose words lie between two words of padding on either side.</summary>
    public void Tag(ReadOnlySpan<WordForm> padded, Span<byte> tags)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Max];
        Span<int> scores = stackalloc int[128];
        uint tag1 = TaggerFeatures.NoTag, tag2 = TaggerFeatures.NoTag;
        for (int i = 0; i < tags.Length; i++)
        {
            scores.Clear();
            int count = TaggerFeatures.Extract(padded, i + TaggerFeatures.Padding, tag1, tag2, features);
            weights.Score(features[..count], scores);
            int best = 0;
            for (int t = 1; t < tagCount; t++)
            {
                if (scores[t] > scores[best]) { best = t; }
            }
            tags[i] = (byte)best;
            tag2 = tag1;
            tag1 = (uint)best;
        }
    }
}
