using System.Globalization;
using System.Text;
using Dateline.Training.Neural;

namespace Dateline.Training;

/// <summary>The card that lies beside the model file, with the figures of the run that made it.</summary>
internal static class ModelCard
{
    // Of the averaged perceptrons, from `baseline`: EWT dev, GUM-open dev.
    private static readonly IReadOnlyDictionary<string, (double Ewt, double Gum)> s_baseline = new Dictionary<string, (double, double)>(StringComparer.Ordinal)
    {
        ["UPOS"] = (95.01, 96.58), ["XPOS"] = (94.40, 96.37), ["UAS"] = (84.22, 85.03), ["LAS"] = (80.96, 81.98), ["LAS with subtypes"] = (80.72, 81.80),
    };

    private const string OpenText = """
        | GAP, development and validation: the passages alone, judged by the teachers | text | CC BY-SA (Wikipedia); Webster et al. 2018 |
        | re3d without its BBC part: the text alone, judged by the teachers | text | OGL v3, public domain, CC BY 3.0 AU, CC BY-SA 3.0 by document; Dstl, Aleph Insights, Committed Software 2017 |

        """;

    public static void Write(string path, string modelPath, string id, TrainingOptions options, IReadOnlyList<string> teachers, Scores ewt, Scores gum, (double Gum, double Uner) names)
    {
        string model = Path.GetFileName(modelPath);
        StringBuilder card = new();
        card.Append(CultureInfo.InvariantCulture, $$"""
            # Model card: `{{model}}` ({{id.Split('+')[0]}})

            | | |
            |---|---|
            | what | tokens to part of speech, Penn tag, lemma, dependency tree, name tags, for English news |
            | kind | hashed embeddings, {{options.Shape.Dilations.Count}} dilated convolutions, {{options.Shape.AttentionLayers}} attention layers, biaffine arcs; lemma table. See `docs/explanation/language.md` |
            | checksum | {{id.Split('+')[1]}} |
            | size | {{new FileInfo(modelPath).Length:N0}} bytes: embeddings in eight bits, other weights in sixteen |
            | command | `dotnet run -c Release --project tools/Dateline.Training -- train --treebanks FOLDER --out knowledge/models/{{model}} --card knowledge/models/README.md` |
            | seed, length | {{options.Seed}}; {{(teachers.Count == 0 ? $"{options.ForTeacher(1).Epochs} passes" : $"{options.Epochs} passes, after {teachers.Count} teachers of {options.ForTeacher(1).Epochs} passes")}} |
            | teachers | {{(teachers.Count == 0 ? "none" : string.Join(", ", teachers))}} |
            | licence | **CC BY-SA 4.0**, apart from the code (Apache-2.0): the weights are trained on share-alike trees |

            ## Data

            | corpus | used for | licence |
            |---|---|---|
            | UD English EWT r2.16, train (204,577 words) | tags, lemmas, trees | CC BY-SA 4.0; Silveira et al. 2014 |
            | UD English GUM r2.16, train, nine open genres (115,140 words): news, interview (Wikinews, CC BY 2.5), academic, court, textbook (CC BY 4.0), bio, voyage (CC BY-SA 3.0), speech (public domain), vlog (CC BY) | tags, lemmas, trees, names | annotation CC BY 4.0; Zeldes 2017 and the GUM annotators |
            | wikigold (39,007 words) | names | CC BY 4.0; Balasuriya et al. 2009 |
            | UNER English EWT, test (25,094 words) | names | CC BY-SA 4.0; Mayhew et al. 2024 |
            {{(teachers.Count == 0 ? "" : OpenText)}}
            The command trains a teacher that the work folder does not hold. A teacher named otherwise than the model is an earlier model of this project; a run
            without it trains one from the next seed in its place and ends with other digits.
            Names put in the place of others while training come from the tables of `knowledge/`. Nothing marked non-commercial and no publisher's text was used.
            The UNER test sentences are those of EWT test: figures on EWT test come from a run with `--uner-test no`.

            ## Figures

            Gold tokens, relations without subtype; development sets, which were used to choose settings. The baseline is the averaged perceptron (`baseline`).

            | | EWT dev | GUM-open dev | baseline EWT / GUM |
            |---|---|---|---|

            """);
        void Row(string label, double a, double b) =>
            card.Append(CultureInfo.InvariantCulture, $"| {label} | {a:F2} | {b:F2} | {(s_baseline.TryGetValue(label, out (double Ewt, double Gum) o) ? string.Create(CultureInfo.InvariantCulture, $"{o.Ewt:F2} / {o.Gum:F2}") : "")} |\n");
        Row("UPOS", ewt.Upos, gum.Upos);
        Row("XPOS", ewt.Xpos, gum.Xpos);
        Row("lemma, predicted tags", ewt.Lemma, gum.Lemma);
        Row("UAS", ewt.Uas, gum.Uas);
        Row("LAS", ewt.Las, gum.Las);
        Row("LAS with subtypes", ewt.LasWithSubtypes, gum.LasWithSubtypes);
        foreach (string relation in Scores.Reported) { Row($"F1 of {relation}", ewt.Relations[relation], gum.Relations[relation]); }
        card.Append(CultureInfo.InvariantCulture, $"""

            People, organisations and places by the name tags alone, before names are typed from the evidence of the whole story: F1 {names.Uner:F1} on UNER EWT dev,
            {names.Gum:F1} on GUM-open dev.

            EWT test, measured once on a model of its own (the same command with `--uner-test no --test yes`, 34 minutes on two cores): UPOS 96.1, XPOS 95.4, lemma 97.1,
            UAS 87.6, LAS 84.9 (with subtypes 84.7), F1 of nsubj 91.5, obj 89.7, ccomp 76.8, obl 74.7, appos 40.1.

            ## Not for

            Other languages; text that is not prose. Tags and trees are evidence for the rules, not facts about a story.

            """);
        File.WriteAllText(path, card.ToString());
    }
}
