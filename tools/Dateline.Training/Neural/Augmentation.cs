using Dateline.Text;

namespace Dateline.Training.Neural;

/// <summary>Other guises of a training sentence: what headlines, wires and careless typing do to the same tree.</summary>
internal static class Augmentation
{
    /// <param name="sample">The sentence.</param>
    /// <param name="articles">Relations of words that headlines leave out: determiners and auxiliaries.</param>
    /// <param name="random">Chooses the guise.</param>
    public static Sample Vary(Sample sample, IReadOnlySet<int> articles, ref FastRandom random)
    {
        uint way = random.Next() % 12;
        return way switch
        {
            0 or 1 => Map(sample, f => f.ToLowerInvariant()),
            2 => Map(sample, f => f.ToUpperInvariant()),
            3 or 4 => Map(sample, Headline),
            5 or 6 => Without(sample, i => IsLeftOut(sample, i, articles)),
            7 => Map(Without(sample, i => IsLeftOut(sample, i, articles)), Headline),
            8 or 9 => Without(sample, i => IsFinalMark(sample, i)),
            _ => Map(sample, Straight),
        };
    }

    private static Sample Map(Sample sample, Func<string, string> change) => sample with { Forms = [.. sample.Forms.Select(change)] };

    private static string Headline(string form) =>
        form.Length > 3 && char.IsLower(form[0]) ? char.ToUpperInvariant(form[0]) + form[1..] : form;

    private static string Straight(string form) => form switch { "``" or "''" or "\u201C" or "\u201D" => "\"", "-" => "\u2014", "--" => "\u2013", _ => form };

    private static bool IsFinalMark(Sample sample, int i) => i > 1 && i == sample.Count - 1 && sample.Forms[i] is "." or "!" or "?";

    private static bool IsLeftOut(Sample sample, int i, IReadOnlySet<int> articles) =>
        sample.Deprel[i] >= 0 && sample.Names[i] <= 0 && articles.Contains(sample.Deprel[i]) && sample.Forms[i].ToLowerInvariant() is "the" or "a" or "an" or "is" or "are" or "was" or "were";

    // Leaves out words that nothing hangs on; opinions were on the whole sentence and go too.
    private static Sample Without(Sample sample, Func<int, bool> isOut)
    {
        HashSet<int> governing = [.. sample.Heads];
        int[] kept = [.. Enumerable.Range(0, sample.Count).Where(i => governing.Contains(i) || !isOut(i))];
        if (kept.Length == sample.Count || kept.Length == 0) { return sample; }
        Dictionary<int, int> places = kept.Select((old, now) => (old, now)).ToDictionary(p => p.old, p => p.now);
        int[] Of(int[] labels) => [.. kept.Select(i => labels[i])];
        return new Sample([.. kept.Select(i => sample.Forms[i])], Of(sample.Upos), Of(sample.Xpos),
            [.. kept.Select(i => sample.Heads[i] < 0 ? sample.Heads[i] : places[sample.Heads[i]])], Of(sample.Deprel), Of(sample.Names));
    }
}
