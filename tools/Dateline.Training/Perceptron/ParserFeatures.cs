using System.Numerics;
using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>The features a transition is chosen by, after Zhang and Nivre (2011), for the arc-hybrid stack.</summary>
internal static class ParserFeatures
{
    /// <summary>Most features written.</summary>
    public const int Max = 128;

    /// <summary>Writes the features of a configuration; returns how many.</summary>
    public static int Extract(ParserState s, Span<uint> f)
    {
        uint[] w = s.Word, t = s.Tag, wt = s.WordTag, u = s.Upos;
        byte[] l = s.Label;
        int s0 = s.Stack(0), s1 = s.Stack(1), s2 = s.Stack(2), b0 = s.Buffer(0), b1 = s.Buffer(1), b2 = s.Buffer(2);
        int s0l = s.Left1[s0], s0r = s.Right1[s0], s0l2 = s.Left2[s0], s0r2 = s.Right2[s0];
        int s1l = s.Left1[s1], s1r = s.Right1[s1], b0l = s.Left1[b0], b0l2 = s.Left2[b0];
        int s1r2 = s.Right2[s1];
        uint w0 = w[s0], t0 = t[s0], wt0 = wt[s0], w1 = w[s1], t1 = t[s1], wt1 = wt[s1], t2 = t[s2];
        uint wb = w[b0], tb = t[b0], wtb = wt[b0], tb1 = t[b1], tb2 = t[b2];
        uint gap = Distance(b0 - s0), gap1 = Distance(s0 - s1);
        int k = 0;

        // single words
        f[k++] = FeatureHash.Of(1, w0);
        f[k++] = FeatureHash.Of(2, t0);
        f[k++] = FeatureHash.Of(3, wt0);
        f[k++] = FeatureHash.Of(4, w1);
        f[k++] = FeatureHash.Of(5, t1);
        f[k++] = FeatureHash.Of(6, wt1);
        f[k++] = FeatureHash.Of(7, wt[s2]);
        f[k++] = FeatureHash.Of(8, t2);
        f[k++] = FeatureHash.Of(9, wb);
        f[k++] = FeatureHash.Of(10, tb);
        f[k++] = FeatureHash.Of(11, wtb);
        f[k++] = FeatureHash.Of(12, w[b1]);
        f[k++] = FeatureHash.Of(13, tb1);
        f[k++] = FeatureHash.Of(14, wt[b1]);
        f[k++] = FeatureHash.Of(15, wt[b2]);
        f[k++] = FeatureHash.Of(16, tb2);

        // pairs
        f[k++] = FeatureHash.Of(17, wt0, wtb);
        f[k++] = FeatureHash.Of(18, w0, wtb);
        f[k++] = FeatureHash.Of(19, wt0, tb);
        f[k++] = FeatureHash.Of(20, t0, wtb);
        f[k++] = FeatureHash.Of(21, w0, wb);
        f[k++] = FeatureHash.Of(22, t0, tb);
        f[k++] = FeatureHash.Of(23, wt1, wt0);
        f[k++] = FeatureHash.Of(24, w1, w0);
        f[k++] = FeatureHash.Of(25, wt1, t0);
        f[k++] = FeatureHash.Of(26, t1, wt0);
        f[k++] = FeatureHash.Of(27, t1, t0);
        f[k++] = FeatureHash.Of(28, t1, tb);
        f[k++] = FeatureHash.Of(29, w1, wb);
        f[k++] = FeatureHash.Of(30, wt1, tb);
        f[k++] = FeatureHash.Of(31, t1, wtb);
        f[k++] = FeatureHash.Of(32, tb, tb1);
        f[k++] = FeatureHash.Of(33, wtb, tb1);
        f[k++] = FeatureHash.Of(34, tb, wt[b1]);
        f[k++] = FeatureHash.Of(35, t0, tb1);
        f[k++] = FeatureHash.Of(36, wb, w[b1]);

        // three words
        f[k++] = FeatureHash.Of(37, t0, tb, tb1);
        f[k++] = FeatureHash.Of(38, tb, tb1, tb2);
        f[k++] = FeatureHash.Of(39, t1, t0, tb);
        f[k++] = FeatureHash.Of(40, t2, t1, t0);
        f[k++] = FeatureHash.Of(41, t0, t[s0l], tb);
        f[k++] = FeatureHash.Of(42, t0, t[s0r], tb);
        f[k++] = FeatureHash.Of(43, t0, tb, t[b0l]);
        f[k++] = FeatureHash.Of(44, t1, t[s1r], t0);
        f[k++] = FeatureHash.Of(45, t1, t[s1l], t0);
        f[k++] = FeatureHash.Of(46, t1, t0, t[s0l]);
        f[k++] = FeatureHash.Of(47, t1, t0, t[s0r]);
        f[k++] = FeatureHash.Of(48, t1, w0, tb);
        f[k++] = FeatureHash.Of(49, w1, t0, tb);
        f[k++] = FeatureHash.Of(50, t1, t0, wb);
        f[k++] = FeatureHash.Of(51, w1, w0, tb);
        f[k++] = FeatureHash.Of(52, t0, wb, tb1);
        f[k++] = FeatureHash.Of(53, w0, tb, tb1);
        f[k++] = FeatureHash.Of(54, t1, t0, tb, tb1);
        f[k++] = FeatureHash.Of(55, t2, t1, t0, tb);
        f[k++] = FeatureHash.Of(56, t0, tb, tb1, tb2);

        // distance
        f[k++] = FeatureHash.Of(57, w0, gap);
        f[k++] = FeatureHash.Of(58, t0, gap);
        f[k++] = FeatureHash.Of(59, wb, gap);
        f[k++] = FeatureHash.Of(60, tb, gap);
        f[k++] = FeatureHash.Of(61, t0, tb, gap);
        f[k++] = FeatureHash.Of(62, w0, wb, gap);
        f[k++] = FeatureHash.Of(63, t1, t0, gap1);
        f[k++] = FeatureHash.Of(64, w1, w0, gap1);
        f[k++] = FeatureHash.Of(65, t1, t0, tb, gap1);

        // number and kinds of dependants
        uint s0left = s.LeftCount[s0], s0right = s.RightCount[s0], s1right = s.RightCount[s1], b0left = s.LeftCount[b0];
        f[k++] = FeatureHash.Of(66, w0, s0left);
        f[k++] = FeatureHash.Of(67, t0, s0left, s0right);
        f[k++] = FeatureHash.Of(68, w0, s0right);
        f[k++] = FeatureHash.Of(69, wb, b0left);
        f[k++] = FeatureHash.Of(70, tb, b0left);
        f[k++] = FeatureHash.Of(71, w1, s1right);
        f[k++] = FeatureHash.Of(72, t1, s1right, t0);
        uint s0ls = Fold(s.LeftSet[s0]), s0rs = Fold(s.RightSet[s0]), s1rs = Fold(s.RightSet[s1]), b0ls = Fold(s.LeftSet[b0]);
        uint s1ls = Fold(s.LeftSet[s1]);
        f[k++] = FeatureHash.Of(73, w0, s0ls);
        f[k++] = FeatureHash.Of(74, t0, s0ls);
        f[k++] = FeatureHash.Of(75, w0, s0rs);
        f[k++] = FeatureHash.Of(76, t0, s0rs);
        f[k++] = FeatureHash.Of(77, wb, b0ls);
        f[k++] = FeatureHash.Of(78, tb, b0ls);
        f[k++] = FeatureHash.Of(79, w1, s1rs);
        f[k++] = FeatureHash.Of(80, t1, s1rs, t0);
        f[k++] = FeatureHash.Of(81, t0, s0ls, s0rs, tb);
        f[k++] = FeatureHash.Of(82, t1, s1ls, s1rs, t0);
        f[k++] = FeatureHash.Of(83, t0, tb, b0ls);
        f[k++] = FeatureHash.Of(84, w1, t0, s1ls);

        // dependants
        f[k++] = FeatureHash.Of(85, w[s0l], t0);
        f[k++] = FeatureHash.Of(86, t[s0l], l[s0l], t0);
        f[k++] = FeatureHash.Of(87, w[s0r], t0);
        f[k++] = FeatureHash.Of(88, t[s0r], l[s0r], t0);
        f[k++] = FeatureHash.Of(89, w[b0l], tb);
        f[k++] = FeatureHash.Of(90, t[b0l], l[b0l], tb);
        f[k++] = FeatureHash.Of(91, t[s0l2], l[s0l2], t0);
        f[k++] = FeatureHash.Of(92, t[s0r2], l[s0r2], t0);
        f[k++] = FeatureHash.Of(93, w[s1r], t1, t0);
        f[k++] = FeatureHash.Of(94, t[s1r], l[s1r], t1, t0);
        f[k++] = FeatureHash.Of(95, w[s1l], t1, t0);
        f[k++] = FeatureHash.Of(96, t0, t[s0l], t[s0l2]);
        f[k++] = FeatureHash.Of(97, t0, t[s0r], t[s0r2]);
        f[k++] = FeatureHash.Of(98, tb, t[b0l], t[b0l2]);
        f[k++] = FeatureHash.Of(99, t1, t[s1r], t[s1r2], t0);
        f[k++] = FeatureHash.Of(100, w0, w[s0l], tb);
        f[k++] = FeatureHash.Of(101, w1, w[s0l], t0);
        f[k++] = FeatureHash.Of(102, w1, l[s0l], w0);
        f[k++] = FeatureHash.Of(103, u[s1], u[s0], u[b0], u[b1], gap);
        return k;
    }

    private static uint Distance(int d) => d switch { <= 0 => 0, < 5 => (uint)d, < 7 => 5, < 11 => 6, < 20 => 7, _ => 8 };

    private static uint Fold(ulong set) => (uint)(set ^ BitOperations.RotateLeft(set >> 32, 7));
}
