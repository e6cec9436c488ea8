using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>The features a tag is chosen by: the word, its neighbours, and the two tags before it.</summary>
internal static class TaggerFeatures
{
    /// <summary>Words of padding the caller keeps before the first and after the last word.</summary>
    public const int Padding = 2;

    /// <summary>Most features written.</summary>
    public const int Max = 48;

    /// <summary>The tag before the first word.</summary>
    public const uint NoTag = 255;

    /// <summary>Writes the features of the word at <paramref name="i"/> of a padded sentence; returns how many.</summary>
    public static int Extract(ReadOnlySpan<WordForm> words, int i, uint tag1, uint tag2, Span<uint> f)
    {
        ref readonly WordForm w = ref words[i];
        ref readonly WordForm p = ref words[i - 1];
        ref readonly WordForm q = ref words[i - 2];
        ref readonly WordForm n = ref words[i + 1];
        ref readonly WordForm m = ref words[i + 2];
        uint first = i == Padding ? 1u : 0u;
        int k = 0;
        f[k++] = FeatureHash.Of(0, 0);
        f[k++] = FeatureHash.Of(1, w.Lower);
        f[k++] = FeatureHash.Of(2, w.Exact, first);
        f[k++] = FeatureHash.Of(3, w.Suffix1);
        f[k++] = FeatureHash.Of(4, w.Suffix2);
        f[k++] = FeatureHash.Of(5, w.Suffix3);
        f[k++] = FeatureHash.Of(6, w.Suffix4);
        f[k++] = FeatureHash.Of(7, w.Suffix5);
        f[k++] = FeatureHash.Of(8, w.Prefix1);
        f[k++] = FeatureHash.Of(9, w.Prefix2);
        f[k++] = FeatureHash.Of(10, w.Prefix3);
        f[k++] = FeatureHash.Of(11, w.Shape, first);
        f[k++] = FeatureHash.Of(12, w.Shape, w.Suffix2);
        f[k++] = FeatureHash.Of(13, w.Shape, w.Suffix3);
        f[k++] = FeatureHash.Of(14, w.Shape, p.Shape, n.Shape);
        f[k++] = FeatureHash.Of(15, tag1);
        f[k++] = FeatureHash.Of(16, tag1, tag2);
        f[k++] = FeatureHash.Of(17, w.Lower, tag1);
        f[k++] = FeatureHash.Of(18, w.Lower, tag1, tag2);
        f[k++] = FeatureHash.Of(19, w.Suffix3, tag1);
        f[k++] = FeatureHash.Of(20, w.Suffix2, tag1, tag2);
        f[k++] = FeatureHash.Of(21, w.Shape, tag1);
        f[k++] = FeatureHash.Of(22, p.Lower);
        f[k++] = FeatureHash.Of(23, q.Lower);
        f[k++] = FeatureHash.Of(24, n.Lower);
        f[k++] = FeatureHash.Of(25, m.Lower);
        f[k++] = FeatureHash.Of(26, p.Lower, w.Lower);
        f[k++] = FeatureHash.Of(27, w.Lower, n.Lower);
        f[k++] = FeatureHash.Of(28, p.Lower, n.Lower);
        f[k++] = FeatureHash.Of(29, n.Suffix3);
        f[k++] = FeatureHash.Of(30, n.Suffix2, w.Suffix2);
        f[k++] = FeatureHash.Of(31, p.Suffix3, w.Suffix3);
        f[k++] = FeatureHash.Of(32, tag1, n.Lower);
        f[k++] = FeatureHash.Of(33, tag1, n.Suffix3);
        f[k++] = FeatureHash.Of(34, w.Lower, n.Suffix3);
        f[k++] = FeatureHash.Of(35, n.Lower, m.Lower);
        f[k++] = FeatureHash.Of(36, w.Lower, n.Lower, m.Lower);
        f[k++] = FeatureHash.Of(37, w.Lower, p.Lower, q.Lower);
        f[k++] = FeatureHash.Of(38, w.Shape, n.Shape, m.Shape);
        f[k++] = FeatureHash.Of(39, w.Suffix3, n.Suffix2, tag1);
        f[k++] = FeatureHash.Of(40, n.Shape, w.Suffix2);
        f[k++] = FeatureHash.Of(41, tag1, n.Suffix2, m.Suffix2);
        return k;
    }
}
