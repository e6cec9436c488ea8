using System.Text.Json;
using Dateline.Text;

namespace Dateline.Training.Neural;

/// <summary>Openly licensed text without trees, which teachers judge: GAP's passages from Wikipedia and re3d's documents on security and politics.</summary>
internal static class OpenText
{
    private const int LongestSentence = 80;

    /// <summary>The sentences of <c>gap-*.tsv</c> and <c>re3d-open.jsonl</c> as the product's tokenizer cuts them, each once.</summary>
    public static List<Sample> Read(string folder)
    {
        List<Sample> samples = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in (string[])["gap-development.tsv", "gap-validation.tsv"])
        {
            foreach (string line in File.ReadLines(Path.Combine(folder, name)).Skip(1)) { Add(line.Split('\t')[1], seen, samples); }
        }
        foreach (string line in File.ReadLines(Path.Combine(folder, "re3d-open.jsonl")))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            foreach (string paragraph in document.RootElement.GetProperty("text").GetString()!.Split('\n')) { Add(paragraph, seen, samples); }
        }
        return samples;
    }

    private static void Add(string text, HashSet<string> seen, List<Sample> samples)
    {
        List<RawToken> words = [];
        List<int> ends = [];
        new Tokenizer().Tokenize(text, new TextSpan(0, text.Length), words);
        new SentenceSplitter().Split(text, words, ends);
        int start = 0;
        foreach (int end in ends)
        {
            string[] forms = [.. words[start..end].Select(w => w.Span.In(text).ToString())];
            start = end;
            if (forms.Length is > 2 and <= LongestSentence && seen.Add(string.Join(' ', forms))) { samples.Add(Sample.Bare(forms)); }
        }
    }
}
