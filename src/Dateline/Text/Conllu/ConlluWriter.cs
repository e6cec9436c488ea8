using System.Globalization;

namespace Dateline.Text.Conllu;

/// <summary>Writes CoNLL-U; what <see cref="ConlluReader"/> read comes out the same, but for empty nodes.</summary>
public static class ConlluWriter
{
    /// <summary>Writes one sentence and the empty line after it.</summary>
    public static void Write(TextWriter writer, ConlluSentence sentence)
    {
        foreach (string comment in sentence.Comments) { Line(writer, comment); }
        int range = 0;
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            if (range < sentence.Ranges.Count && sentence.Ranges[range].First == i + 1)
            {
                ConlluRange r = sentence.Ranges[range++];
                Line(writer, string.Create(CultureInfo.InvariantCulture, $"{r.First}-{r.Last}\t{r.Form}\t_\t_\t_\t_\t_\t_\t_\t{r.Misc}"));
            }
            ConlluWord w = sentence.Words[i];
            string head = w.Head?.ToString(CultureInfo.InvariantCulture) ?? "_";
            Line(writer, string.Create(CultureInfo.InvariantCulture,
                $"{i + 1}\t{w.Form}\t{w.Lemma}\t{w.Upos}\t{w.Xpos}\t{w.Features}\t{head}\t{w.Deprel}\t{w.Enhanced}\t{w.Misc}"));
        }
        Line(writer, "");
    }

    private static void Line(TextWriter writer, string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }
}
