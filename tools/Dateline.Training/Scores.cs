using System.Globalization;
using Dateline.Text;
using Dateline.Text.Conllu;

namespace Dateline.Training;

/// <summary>Accuracy on gold tokens: tags, lemmas, heads, relations without and with subtype.</summary>
internal static class Scores
{
    public static string Of(Func<ConlluSentence, ConlluSentence> analyze, IReadOnlyList<ConlluSentence> gold)
    {
        int n = 0, upos = 0, xpos = 0, lemma = 0, uas = 0, las = 0, full = 0;
        foreach (ConlluSentence g in gold)
        {
            ConlluSentence s = analyze(g);
            for (int i = 0; i < g.Words.Count; i++)
            {
                ConlluWord a = g.Words[i], b = s.Words[i];
                n++;
                upos += a.Upos == b.Upos ? 1 : 0;
                xpos += a.Xpos == b.Xpos ? 1 : 0;
                lemma += a.Lemma == b.Lemma ? 1 : 0;
                if (a.Head != b.Head) { continue; }
                uas++;
                las += a.Deprel.Split(':')[0] == b.Deprel.Split(':')[0] ? 1 : 0;
                full += a.Deprel == b.Deprel ? 1 : 0;
            }
        }
        string P(int k) => (100.0 * k / n).ToString("F2", CultureInfo.InvariantCulture);
        return $"UPOS {P(upos)}  XPOS {P(xpos)}  lemma {P(lemma)}  UAS {P(uas)}  LAS {P(las)}  LAS with subtypes {P(full)}";
    }
}
