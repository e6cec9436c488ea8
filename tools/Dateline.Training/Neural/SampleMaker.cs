using Dateline.Text;
using Dateline.Text.Conllu;

namespace Dateline.Training.Neural;

/// <summary>Gold sentences as samples, with the inventories of tags and relations they use.</summary>
internal sealed class SampleMaker
{
    private readonly List<string> _xpos = [];
    private readonly List<string> _deprel = [];

    public IReadOnlyList<string> Xpos => _xpos;
    public IReadOnlyList<string> Deprel => _deprel;

    /// <summary>Samples of training sentences: their tags and relations join the inventories.</summary>
    public List<Sample> ForTraining(IEnumerable<ConlluSentence> sentences) => [.. sentences.Select(s => Make(s, extend: true))];

    /// <summary>Samples of sentences to measure on; what training never saw is unknown.</summary>
    public List<Sample> ForMeasuring(IEnumerable<ConlluSentence> sentences) => [.. sentences.Select(s => Make(s, extend: false))];

    private Sample Make(ConlluSentence sentence, bool extend)
    {
        Sample sample = Sample.Bare([.. sentence.Words.Select(w => w.Form)]);
        for (int i = 0; i < sample.Count; i++)
        {
            ConlluWord word = sentence.Words[i];
            sample.Upos[i] = Enum.TryParse(word.Upos, out Upos upos) ? (int)upos : Sample.Unknown;
            sample.Xpos[i] = Index(_xpos, word.Xpos, extend);
            sample.Heads[i] = (word.Head ?? 0) - 1;
            sample.Deprel[i] = Index(_deprel, word.Deprel, extend);
        }
        NameReader.FromEntities(sentence, sample);
        return sample;
    }

    private static int Index(List<string> names, string name, bool extend)
    {
        int at = names.IndexOf(name);
        if (at < 0 && extend) { at = names.Count; names.Add(name); }
        return at < 0 ? Sample.Unknown : at;
    }
}
