using System.Diagnostics;
using System.Globalization;
using Dateline.Text;
using Dateline.Text.Conllu;
using Dateline.Training;
using Dateline.Training.Coreference;
using Dateline.Training.Neural;
using Dateline.Training.Perceptron;

Dictionary<string, string> given = [];
for (int i = 1; i + 1 < args.Length; i += 2) { given[args[i]] = args[i + 1]; }
int Int(string name, int otherwise) => given.TryGetValue(name, out string? v) ? int.Parse(v, CultureInfo.InvariantCulture) : otherwise;
if (args.Length == 0 || args[0] is not ("train" or "teacher" or "evaluate" or "baseline" or "pronouns") || !given.TryGetValue("--treebanks", out string? folder))
{
    Console.Error.WriteLine("""
        Trains the English model of the language layer.
          train    --treebanks FOLDER --out FILE [--work FOLDER] [--teachers N] [--epochs N] [--seed N] [--workers N] [--uner-test yes|no] [--card FILE]
                   trees of en_ewt-train and en_gum-open-train, names of the latter, wikigold and uner_ewt-test; teachers are trained first and stay in the work folder
          teacher  --treebanks FOLDER --out FILE [--seed N] [--uner-test yes|no]   trains one teacher alone
          evaluate --treebanks FOLDER --model FILE [--test yes|no] [--card FILE]   on en_ewt-dev and en_gum-open-dev, gold tokens; card writes the model card
          pronouns --treebanks FOLDER --model FILE --out TABLE             weights of the signs that he and she go by, from GAP and en_gum-open-train
          baseline --treebanks FOLDER                                      trains the perceptron stack that the encoder has to beat, and evaluates it
        """);
    return 2;
}

Stopwatch watch = Stopwatch.StartNew();
void Log(string line) => Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:F0} s  {line}");
List<ConlluSentence> Gold(string name) => Treebank.Read(Path.Combine(folder, name + ".conllu"));
Scores Measure(string name, Func<ConlluSentence, ConlluSentence> analyze)
{
    Scores scores = Scores.Of(analyze, Gold(name));
    Log($"{name}: {scores}");
    return scores;
}
if (args[0] == "pronouns")
{
    new AntecedentTrainer(Analyzer.Load(given.GetValueOrDefault("--model") ?? "english.model"), folder, Log).Train(given.GetValueOrDefault("--out") ?? "antecedent-weights.tsv");
    return 0;
}
if (args[0] == "baseline")
{
    Baseline baseline = BaselineTrainer.Train([.. Gold("en_ewt-train"), .. Gold("en_gum-open-train")], new PerceptronOptions { Log = Log });
    Measure("en_ewt-dev", baseline.Analyze);
    Measure("en_gum-open-dev", baseline.Analyze);
    return 0;
}
string path = given.GetValueOrDefault("--out") ?? given.GetValueOrDefault("--model") ?? "english.model";
int teachers = Int("--teachers", 2);
string work = given.GetValueOrDefault("--work") ?? Path.Combine(Path.GetTempPath(), "dateline-training");
TrainingOptions options = new() { Log = Log };
options = options with { Epochs = Int("--epochs", options.Epochs), Seed = Int("--seed", options.Seed), Workers = Int("--workers", options.Workers) };
ModelBuilder builder = new(folder, options, withNamesOfTest: given.GetValueOrDefault("--uner-test") != "no");
if (args[0] == "train") { builder.Build(path, work, teachers); }
if (args[0] == "teacher") { builder.Teach(path, options.Seed); }
Analyzer analyzer = Analyzer.Load(path);
Log($"{analyzer.ModelId}: {new FileInfo(path).Length:N0} bytes");
Scores ewt = Measure("en_ewt-dev", analyzer.Analyze), gum = Measure("en_gum-open-dev", analyzer.Analyze);
(double gumNames, double unerNames) = builder.Names(path);
Log($"names by tags alone: en_gum-open-dev {gumNames:F1}  uner_ewt-dev {unerNames:F1}");
if (given.GetValueOrDefault("--test") == "yes") { Measure("en_ewt-test", analyzer.Analyze); }
if (given.TryGetValue("--card", out string? card)) { ModelCard.Write(card, path, analyzer.ModelId, options, ModelBuilder.Teachers(work, teachers), ewt, gum, (gumNames, unerNames)); }
return 0;
