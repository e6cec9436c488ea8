using System.Globalization;
using Dateline.Text;
using Dateline.Text.Neural;

namespace Dateline.Training.Neural;

/// <summary>Shares of right words, on gold tokens, in hundredths; names: F1 of people, organisations and places, span and kind, by the name tags alone.</summary>
internal sealed record EncoderScores(double Upos, double Xpos, double Uas, double Las, double Names)
{
    /// <summary>Accuracy of tags, heads and relations (without subtype) on gold tokens.</summary>
    public static EncoderScores Of(EncoderModel model, IReadOnlyList<Sample> gold)
    {
        Encoder encoder = new(model);
        int nameHits = 0, nameGold = 0, nameOut = 0;
        int tokens = 0, upos = 0, xpos = 0, uas = 0, las = 0;
        for (int i = 0; i < gold.Count;)
        {
            List<Sample> batch = [];
            for (int count = 0; i < gold.Count && count < 600; i++) { batch.Add(gold[i]); count += gold[i].Count; }
            string[] forms = [.. batch.SelectMany(s => s.Forms)];
            int[] starts = new int[batch.Count + 1];
            for (int s = 0; s < batch.Count; s++) { starts[s + 1] = starts[s] + batch[s].Count; }
            Upos[] u = new Upos[forms.Length];
            int[] x = new int[forms.Length], heads = new int[forms.Length], labels = new int[forms.Length];
            NameTag[] names = new NameTag[forms.Length];
            encoder.Analyze(forms, starts, u, x, heads, labels, names);
            for (int s = 0; s < batch.Count; s++) { CountNames(batch[s].Names, names.AsSpan(starts[s], batch[s].Count), ref nameHits, ref nameGold, ref nameOut); }
            for (int s = 0, k = 0; s < batch.Count; s++)
            {
                for (int j = 0; j < batch[s].Count; j++, k++)
                {
                    tokens++;
                    if ((int)u[k] == batch[s].Upos[j]) { upos++; }
                    if (x[k] == batch[s].Xpos[j]) { xpos++; }
                    if (heads[k] != batch[s].Heads[j]) { continue; }
                    uas++;
                    int wanted = batch[s].Deprel[j];
                    if (wanted >= 0 && Base(model.Deprel[labels[k]]).SequenceEqual(Base(model.Deprel[wanted]))) { las++; }
                }
            }
        }
        double n = tokens / 100.0;
        return new EncoderScores(upos / n, xpos / n, uas / n, las / n, 200.0 * nameHits / Math.Max(1, nameGold + nameOut));
    }

    private static void CountNames(int[] gold, ReadOnlySpan<NameTag> found, ref int hits, ref int golds, ref int outs)
    {
        if (gold.Length == 0 || gold[0] == Sample.Unknown) { return; }
        int[] tags = new int[found.Length];
        for (int i = 0; i < tags.Length; i++) { tags[i] = (int)found[i]; }
        HashSet<(int, int, int)> wanted = [.. Spans(gold)], got = [.. Spans(tags)];
        (golds, outs) = (golds + wanted.Count, outs + got.Count);
        wanted.IntersectWith(got);
        hits += wanted.Count;
    }

    /// <summary>People, organisations and places: first word, the word behind the last, tag.</summary>
    private static IEnumerable<(int Start, int End, int Tag)> Spans(int[] tags)
    {
        for (int i = 0; i < tags.Length; i++)
        {
            if (tags[i] < 0 || (NameTag)tags[i] is not (NameTag.BeginPerson or NameTag.BeginOrganization or NameTag.BeginPlace)) { continue; }
            int end = i + 1;
            while (end < tags.Length && tags[end] == tags[i] + 1) { end++; }
            yield return (i, end, tags[i]);
        }
    }

    private static ReadOnlySpan<char> Base(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? relation.AsSpan(0, colon) : relation;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"upos {Upos:F2} xpos {Xpos:F2} uas {Uas:F2} las {Las:F2} names {Names:F1}");
}
