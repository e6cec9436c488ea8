using System.Globalization;
using Dateline.Text;
using Dateline.Text.Conllu;

namespace Dateline.Training;

/// <summary>Shares of right words on gold tokens, and F1 of single relations (head and relation right, subtypes left out).</summary>
internal sealed record Scores(double Upos, double Xpos, double Lemma, double Uas, double Las, double LasWithSubtypes, IReadOnlyDictionary<string, double> Relations)
{
    /// <summary>Relations that later stages build on.</summary>
    public static IReadOnlyList<string> Reported { get; } = ["nsubj", "obj", "ccomp", "obl", "appos"];

    public static Scores Of(Func<ConlluSentence, ConlluSentence> analyze, IReadOnlyList<ConlluSentence> gold)
    {
        int n = 0, upos = 0, xpos = 0, lemma = 0, uas = 0, las = 0, full = 0;
        Dictionary<string, (int Right, int Found, int Gold)> relations = Reported.ToDictionary(r => r, _ => (0, 0, 0), StringComparer.Ordinal);
        foreach (ConlluSentence g in gold)
        {
            ConlluSentence s = analyze(g);
            for (int i = 0; i < g.Words.Count; i++)
            {
                ConlluWord a = g.Words[i], b = s.Words[i];
                string wanted = Base(a.Deprel), found = Base(b.Deprel);
                bool head = a.Head == b.Head, right = head && wanted == found;
                n++;
                upos += a.Upos == b.Upos ? 1 : 0;
                xpos += a.Xpos == b.Xpos ? 1 : 0;
                lemma += a.Lemma == b.Lemma ? 1 : 0;
                uas += head ? 1 : 0;
                las += right ? 1 : 0;
                full += head && a.Deprel == b.Deprel ? 1 : 0;
                if (relations.TryGetValue(found, out (int Right, int Found, int Gold) f)) { relations[found] = f with { Found = f.Found + 1, Right = f.Right + (right ? 1 : 0) }; }
                if (relations.TryGetValue(wanted, out (int Right, int Found, int Gold) w)) { relations[wanted] = w with { Gold = w.Gold + 1 }; }
            }
        }
        double P(int k) => 100.0 * k / n;
        return new Scores(P(upos), P(xpos), P(lemma), P(uas), P(las), P(full), relations.ToDictionary(r => r.Key, r => 200.0 * r.Value.Right / Math.Max(1, r.Value.Found + r.Value.Gold), StringComparer.Ordinal));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"UPOS {Upos:F2}  XPOS {Xpos:F2}  lemma {Lemma:F2}  UAS {Uas:F2}  LAS {Las:F2}  LAS with subtypes {LasWithSubtypes:F2}  {string.Join("  ", Relations.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key} {r.Value:F1}")))}");

    private static string Base(string relation) => relation.Split(':')[0];
}
