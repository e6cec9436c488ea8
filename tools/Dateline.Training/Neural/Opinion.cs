using Dateline.Text.Neural;

namespace Dateline.Training.Neural;

/// <summary>What teachers think of a sentence: probabilities in the order in which a step asks for them.</summary>
/// <param name="Tags">For each word: Penn tags, parts of speech, name tags.</param>
/// <param name="Arcs">For each word: the root, then each word as its head.</param>
/// <param name="Labels">For each word: relations, given the sample's heads.</param>
internal sealed record Opinion(Half[] Tags, Half[] Arcs, Half[] Labels)
{
    /// <summary>The part of a table that belongs to one word of so many.</summary>
    public static ReadOnlySpan<Half> Of(Half[]? table, int word, int words)
    {
        if (table is null) { return []; }
        int width = table.Length / words;
        return table.AsSpan(word * width, width);
    }

    /// <summary>The mean of several opinions on one sentence.</summary>
    public static Opinion Mean(IReadOnlyList<Opinion> opinions) => opinions.Count == 1 ? opinions[0]
        : new(Mean([.. opinions.Select(o => o.Tags)]), Mean([.. opinions.Select(o => o.Arcs)]), Mean([.. opinions.Select(o => o.Labels)]));

    /// <summary>The same with the name tags of another opinion.</summary>
    public Opinion WithNamesOf(Opinion other, int words)
    {
        Half[] tags = [.. Tags];
        int width = tags.Length / words;
        for (int end = width; end <= tags.Length; end += width) { other.Tags.AsSpan(end - NameTags.Count, NameTags.Count).CopyTo(tags.AsSpan(end - NameTags.Count)); }
        return this with { Tags = tags };
    }

    private static Half[] Mean(Half[][] tables)
    {
        Half[] mean = new Half[tables[0].Length];
        for (int i = 0; i < mean.Length; i++)
        {
            float sum = 0;
            foreach (Half[] table in tables) { sum += (float)table[i]; }
            mean[i] = (Half)(sum / tables.Length);
        }
        return mean;
    }
}
