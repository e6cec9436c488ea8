using System.Diagnostics;
using System.Globalization;
using Dateline.Text;
using Dateline.Text.Conllu;
using Dateline.Training;
using Dateline.Text.Models;

// train --treebanks FOLDER --out FILE [--parser-epochs N] [--tagger-epochs N] …      evaluate --treebanks FOLDER --model FILE
Dictionary<string, string> given = [];
for (int i = 1; i + 1 < args.Length; i += 2) { given[args[i]] = args[i + 1]; }
int Int(string name, int otherwise) => given.TryGetValue(name, out string? v) ? int.Parse(v, CultureInfo.InvariantCulture) : otherwise;
if (args.Length == 0 || args[0] is not ("train" or "evaluate") || !given.TryGetValue("--treebanks", out string? folder))
{
    Console.Error.WriteLine("""
        Trains the English model.
          train    --treebanks FOLDER --out FILE     from en_ewt-train.conllu and en_gum-open-train.conllu
          evaluate --treebanks FOLDER --model FILE   on en_ewt-dev.conllu and en_gum-open-dev.conllu
        """);
    return 2;
}

Stopwatch watch = Stopwatch.StartNew();
void Log(string line) => Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:F0} s  {line}");
TrainingOptions defaults = new() { Log = Log };
TrainingOptions options = defaults with
{
    TaggerEpochs = Int("--tagger-epochs", defaults.TaggerEpochs),
    CrossTaggerEpochs = Int("--cross-tagger-epochs", defaults.CrossTaggerEpochs),
    Folds = Int("--folds", defaults.Folds),
    TaggerMinUpdates = Int("--tagger-min-updates", defaults.TaggerMinUpdates),
    TaggerMargin = Int("--tagger-margin", defaults.TaggerMargin),
    TaggerScale = Int("--tagger-scale", (int)defaults.TaggerScale),
    TaggerMinWeight = Int("--tagger-min-weight", defaults.TaggerMinWeight),
    ParserEpochs = Int("--parser-epochs", defaults.ParserEpochs),
    ParserMinUpdates = Int("--parser-min-updates", defaults.ParserMinUpdates),
    ParserMargin = Int("--parser-margin", defaults.ParserMargin),
    ParserScale = Int("--parser-scale", (int)defaults.ParserScale),
    ParserMinWeight = Int("--parser-min-weight", defaults.ParserMinWeight),
};
string model = given.GetValueOrDefault("--out") ?? given.GetValueOrDefault("--model") ?? "en.model";
if (args[0] == "train")
{
    List<ConlluSentence> source = [.. Treebank.Read(Path.Combine(folder, "en_ewt-train.conllu")), .. Treebank.Read(Path.Combine(folder, "en_gum-open-train.conllu"))];
    ModelTrainer.Train(source, model, options);
    Log($"{model}: {new FileInfo(model).Length:N0} bytes");
}
Analyzer analyzer = Analyzer.Load(model);
Log(analyzer.ModelId);
foreach (string name in (string[])["en_ewt-dev", "en_gum-open-dev"])
{
    List<ConlluSentence> gold = Treebank.Read(Path.Combine(folder, name + ".conllu"));
    Log($"{name}: {Scores.Of(analyzer, gold)}");
    long from = Stopwatch.GetTimestamp();
    foreach (ConlluSentence s in gold) { analyzer.Analyze(s); }
    Log($"{name}: {gold.Sum(s => s.Words.Count) / Stopwatch.GetElapsedTime(from).TotalSeconds:N0} words a second");
}
return 0;
