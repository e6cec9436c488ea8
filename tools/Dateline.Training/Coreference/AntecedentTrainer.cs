using System.Globalization;
using Dateline.Entities;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Training.Coreference;

/// <summary>
/// Learns what the signs of <c>knowledge/en/antecedent-weights.tsv</c> are worth: a log-linear ranking of the mentions that a he or she
/// may point at, so that those of the right person have most of the chance.
/// </summary>
/// <remarks>
/// GAP marks two names for each pronoun, GUM whole chains. Where GAP says that neither is meant, all the others may be.
/// The pronouns before are resolved by the weights of the round before, as they are when a story is read.
/// </remarks>
internal sealed class AntecedentTrainer(Analyzer analyzer, string treebanks, Action<string> log)
{
    private const int Rounds = 3, Epochs = 40;
    private const double Rate = 0.1, Decay = 2e-3;
    private static readonly string[] Genres = ["news", "interview", "bio", "speech"];

    /// <summary>Trains on half A of GAP development, on GAP validation and on GUM's training documents, and writes the table.</summary>
    public void Train(string output)
    {
        List<Source> sources = [.. Gap("gap-development.tsv").Where(s => IsHalfA(s.Id)), .. Gap("gap-validation.tsv"), .. Gum()];
        log($"{sources.Count} texts");
        AntecedentWeights weights = new(new double[AntecedentSigns.Count]);
        double[] learned = [];
        for (int round = 1; round <= Rounds; round++)
        {
            List<Example> examples = [.. sources.SelectMany(s => Examples(s, round == 1 ? AntecedentWeights.Default : weights))];
            learned = Learn(examples);
            weights = new AntecedentWeights(learned);
            log($"round {round}: {examples.Count} pronouns, right {examples.Count(e => IsRight(e, weights)) / (double)examples.Count:0.000}");
        }
        IEnumerable<string> rows = Enumerable.Range(0, learned.Length).Where(i => Math.Abs(learned[i]) >= 0.005)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{AntecedentSigns.Name(i)}\t{learned[i]:0.00}")).Order(StringComparer.Ordinal);
        File.WriteAllText(output, "sign\tweight\n" + string.Join('\n', rows) + "\n");
    }

    /// <summary>The half of a set by the hash of the id: A is tuned on, B only reported.</summary>
    public static bool IsHalfA(string id) => System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(id))[0] % 2 == 0;

    private List<Source> Gap(string file) => [.. File.ReadLines(Path.Combine(treebanks, file)).Skip(1).Select(line => line.Split('\t')).Select(c =>
    {
        List<(TextSpan Span, bool Meant)> names = [(Span(c[5], c[4]), c[6] is "TRUE"), (Span(c[8], c[7]), c[9] is "TRUE")];
        int at = int.Parse(c[3], CultureInfo.InvariantCulture);
        bool neither = names.TrueForAll(n => !n.Meant);
        return new Source(c[0], c[1], (token, entity) =>
        {
            if (token.Start != at) { return null; }
            bool hit = entity.Mentions.Exists(m => names.Exists(n => (neither || n.Meant) && n.Span.Overlaps(m.Span)));
            return hit != neither;
        });
    })];

    private List<Source> Gum() => [.. GumDocument.Read(Path.Combine(treebanks, "en_gum-open-train.conllu")).Where(d => Genres.Contains(d.Genre)).Select(d =>
    {
        Dictionary<int, string> pronouns = [];
        foreach (GumMention mention in d.Mentions.Where(m => m.IsPronoun)) { pronouns.TryAdd(mention.Span.Start, mention.Group); }
        List<GumMention> others = [.. d.Mentions.Where(m => !m.IsPronoun)];
        return new Source(d.Id, d.Text, (token, entity) => pronouns.TryGetValue(token.Start, out string? group) && others.Exists(m => m.Group == group)
            ? GumChains.GroupOf(entity.Mentions.Where(m => m.Form != MentionForm.Pronoun).Select(m => m.Span), others) == group : null);
    })];

    private static TextSpan Span(string start, string name) => int.Parse(start, CultureInfo.InvariantCulture) is int at ? new TextSpan(at, at + name.Length) : default;

    private List<Example> Examples(Source source, AntecedentWeights weights)
    {
        Story story = new() { Id = source.Id, Text = source.Text, Blocks = [.. Paragraphs(source.Text)] };
        ParsedText parsed = analyzer.Analyze(story);
        List<Example> examples = [];
        new EntityRecognizer(weights, (token, candidates) =>
        {
            bool?[] meant = [.. candidates.Select(c => source.Meant(parsed.Tokens[token].Span, c.Mention.Entity))];
            if (!meant.Contains(true) || meant.Contains(null)) { return; }
            examples.Add(new Example([.. candidates.Select(c => c.Signs)], [.. candidates.Select(c => c.Mention.Entity)], [.. meant.Select(m => m!.Value)]));
        }).Recognize(story, parsed);
        return examples;
    }

    private static IEnumerable<Block> Paragraphs(string text)
    {
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (end > at) { yield return new Block(BlockRole.Paragraph, new TextSpan(at, end)); }
            at = end + 2;
        }
    }

    private static double[] Learn(List<Example> examples)
    {
        double[] weights = new double[AntecedentSigns.Count], squares = new double[weights.Length], mean = new double[weights.Length];
        Random random = new(1);
        Example[] order = [.. examples];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (Example example in order)
            {
                AntecedentWeights now = new(weights);
                double[] chances = [.. example.Signs.Select(s => Math.Exp(now.Of(s)))];
                double all = chances.Sum(), right = 0;
                for (int i = 0; i < chances.Length; i++) { right += example.Meant[i] ? chances[i] : 0; }
                for (int i = 0; i < chances.Length; i++)
                {
                    double slope = (chances[i] / all) - (example.Meant[i] ? chances[i] / right : 0);
                    foreach (int sign in example.Signs[i])
                    {
                        double gradient = slope + (Decay * weights[sign] / 10);
                        squares[sign] += gradient * gradient;
                        weights[sign] -= Rate * gradient / Math.Sqrt(squares[sign] + 1e-6);
                    }
                }
            }
            if (epoch >= Epochs / 2) { for (int i = 0; i < mean.Length; i++) { mean[i] += weights[i] / (Epochs - (Epochs / 2)); } }
        }
        return mean;
    }

    private static bool IsRight(Example example, AntecedentWeights weights)
    {
        Dictionary<EntityDraft, (double Chance, bool Meant)> chances = [];
        for (int i = 0; i < example.Signs.Length; i++)
        {
            chances[example.Entities[i]] = (chances.GetValueOrDefault(example.Entities[i]).Chance + Math.Exp(weights.Of(example.Signs[i])), example.Meant[i]);
        }
        return chances.Values.MaxBy(c => c.Chance).Meant;
    }

    private sealed record Source(string Id, string Text, Func<TextSpan, EntityDraft, bool?> Meant);

    private sealed record Example(int[][] Signs, EntityDraft[] Entities, bool[] Meant);
}
