namespace Dateline.Training.Neural;

/// <summary>A gold sentence: forms, tags, heads (-1 for the root), relations, name tags. What a corpus does not say is <see cref="Unknown"/> and not trained.</summary>
internal sealed record Sample(string[] Forms, int[] Upos, int[] Xpos, int[] Heads, int[] Deprel, int[] Names)
{
    /// <summary>A label that the corpus does not give.</summary>
    public const int Unknown = -2;

    /// <summary>A word that is in no name of a person, organisation or place, and may be in one of another kind.</summary>
    public const int NoneOfThree = -3;

    public int Count => Forms.Length;

    /// <summary>What teachers think of it; null when nobody was asked.</summary>
    public Opinion? Opinion { get; init; }

    /// <summary>Words without any label.</summary>
    public static Sample Bare(string[] forms) => new(forms, Empty(forms.Length), Empty(forms.Length), Empty(forms.Length), Empty(forms.Length), Empty(forms.Length));

    private static int[] Empty(int n)
    {
        int[] labels = new int[n];
        Array.Fill(labels, Unknown);
        return labels;
    }
}
