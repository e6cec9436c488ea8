using Dateline.Text;
using Dateline.Text.Conllu;
using Dateline.Text.Models;
using Dateline.Text.Neural;
using Dateline.Training.Neural;

namespace Dateline.Training;

/// <summary>Reads the corpora, trains teachers and then the network that learns from corpora and teachers, and writes the model file.</summary>
internal sealed class ModelBuilder
{
    private readonly string _folder;
    private readonly TrainingOptions _options;
    private readonly SampleMaker _maker = new();
    private readonly List<ConlluSentence> _trees;
    private readonly List<Sample> _samples;
    private readonly List<(string Name, List<Sample> Samples)> _development;

    /// <param name="folder">The corpora.</param>
    /// <param name="options">Settings of the product's network; the teachers' follow from them.</param>
    /// <param name="withNamesOfTest">Whether to learn from UNER's names in the sentences of EWT test.</param>
    public ModelBuilder(string folder, TrainingOptions options, bool withNamesOfTest)
    {
        (_folder, _options) = (folder, options);
        _trees = [.. Gold("en_ewt-train"), .. Gold("en_gum-open-train")];
        _samples = [.. _maker.ForTraining(_trees), .. NameReader.Read(Path.Combine(folder, "wikigold.conll"))];
        if (withNamesOfTest) { _samples.AddRange(NameReader.Read(Path.Combine(folder, "uner_ewt-test.iob2"))); }
        _development =
        [
            ("ewt", _maker.ForMeasuring(Gold("en_ewt-dev"))),
            ("gum", _maker.ForMeasuring(Gold("en_gum-open-dev"))),
            ("uner", NameReader.Read(Path.Combine(folder, "uner_ewt-dev.iob2"))),
        ];
    }

    /// <summary>Trains what is missing of the teachers in the work folder, then the model; in no passes it is the first teacher.</summary>
    public void Build(string path, string workFolder, int teachers)
    {
        Directory.CreateDirectory(workFolder);
        string[] files = Files(workFolder, teachers);
        Parallel.For(0, teachers, i => { if (!File.Exists(files[i])) { Teach(files[i], i + 1); } });
        if (teachers == 0)
        {
            Teach(path, _options.Seed);
            return;
        }
        EncoderModel[] models = [.. files.Select(f => ModelFile.Read(f).Model.Encoder)];
        if (_options.Epochs == 0)
        {
            Write(path, models[0]);
            return;
        }
        Faculty faculty = new(models, _options);
        foreach ((string name, List<Sample> gold) in _development.Take(2)) { _options.Log($"{teachers} teachers together: {name} {faculty.Score(gold, _maker.Deprel)}"); }
        List<Sample> samples = faculty.JudgeKnown(_samples), open = faculty.Judge(OpenText.Read(_folder));
        _options.Log($"they judged {samples.Count} sentences and {open.Count} more ({open.Sum(s => s.Count)} words) without labels");
        Write(path, new EncoderTrainer(_options).Train(samples, open, _maker.Xpos, _maker.Deprel, _development, models[0]));
    }

    private static string[] Files(string workFolder, int teachers) => [.. Enumerable.Range(1, teachers).Select(seed => Path.Combine(workFolder, $"teacher-{seed}.model"))];

    /// <summary>Name, checksum and width of the teachers in a work folder.</summary>
    public static IReadOnlyList<string> Teachers(string workFolder, int teachers) => [.. Files(workFolder, teachers).Select(f => ModelFile.Read(f)).Select(t => $"{t.Model.Name}+{t.Checksum} (width {t.Model.Encoder.Shape.Width})")];

    /// <summary>F1 of names by the name tags alone: GUM-open dev, UNER EWT dev.</summary>
    public (double Gum, double Uner) Names(string path)
    {
        EncoderModel encoder = ModelFile.Read(path).Model.Encoder;
        return (EncoderScores.Of(encoder, _development[1].Samples).Names, EncoderScores.Of(encoder, _development[2].Samples).Names);
    }

    /// <summary>Trains one teacher.</summary>
    public void Teach(string path, int seed) => Write(path, new EncoderTrainer(_options.ForTeacher(seed)).Train(_samples, [], _maker.Xpos, _maker.Deprel, _development));

    private void Write(string path, EncoderModel encoder)
    {
        TagSet tagSet = Treebank.TagSetOf(_trees);
        ModelFile.Write(path, new LanguageModel { Name = "en-3", TagSet = tagSet, Lemmatizer = LemmaTrainer.Train(_trees, tagSet), Encoder = encoder.With(TagPairCounter.Count(_trees, encoder)) });
    }

    private List<ConlluSentence> Gold(string name) => Treebank.Read(Path.Combine(_folder, name + ".conllu"));
}
