namespace Dateline.Training.Neural;

/// <summary>Other guises of a training sentence: what headlines, wires and careless typing do to the same tree.</summary>
internal static class Augmentation
{
    public static Sample Vary(Sample sample, ref FastRandom random)
    {
        uint way = random.Next() % 10;
        return way switch
        {
            0 or 1 => Map(sample, f => f.ToLowerInvariant()),
            2 => Map(sample, f => f.ToUpperInvariant()),
            3 or 4 or 5 => Map(sample, Headline),
            6 or 7 => WithoutFinalMark(sample),
            _ => Map(sample, Straight),
        };
    }

    private static Sample Map(Sample sample, Func<string, string> change) => sample with { Forms = [.. sample.Forms.Select(change)] };

    private static string Headline(string form) =>
        form.Length > 3 && char.IsLower(form[0]) ? char.ToUpperInvariant(form[0]) + form[1..] : form;

    private static string Straight(string form) => form switch { "``" or "''" or "\u201C" or "\u201D" => "\"", "-" => "\u2014", "--" => "\u2013", _ => form };

    private static Sample WithoutFinalMark(Sample sample)
    {
        int last = sample.Count - 1;
        if (last < 2 || sample.Forms[last] is not ("." or "!" or "?") || Array.IndexOf(sample.Heads, last) >= 0) { return sample; }
        return new Sample(sample.Forms[..last], sample.Upos[..last], sample.Xpos[..last], sample.Heads[..last], sample.Deprel[..last], sample.Names[..last]);
    }
}
