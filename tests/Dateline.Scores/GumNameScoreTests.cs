using System.Text;
using Dateline.Entities;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Text.Conllu;
using Dateline.Training.Neural;
using Xunit;

namespace Dateline.Scores;

/// <summary>Names of people, organisations and places in GUM's open genres, from raw text through the whole recogniser; gold is derived from the entity brackets.</summary>
public sealed class GumNameScoreTests(ITestOutputHelper output)
{
    /// <summary>Half a standard error below the F1 when the floor was set.</summary>
    private const double Floor = 0.60;

    private static string Corpus => Path.Combine(Workspace.Root, "..", "shared", "data", "treebanks", "en_gum-open-dev.conllu");

    [Fact]
    public void Names_are_found_with_their_kind()
    {
        Assert.SkipWhen(!File.Exists(Corpus), "the corpus is not beside the repository (../shared/data/treebanks)");
        Analyzer analyzer = Analyzer.Default();
        EntityRecognizer recognizer = new();
        int right = 0, spans = 0, gold = 0, found = 0;
        foreach ((string text, HashSet<(int, int, string)> names) in Documents())
        {
            Story story = Paragraphs.Of(text);
            HashSet<(int, int, string)> system = [.. recognizer.Recognize(story, analyzer.Analyze(story)).All.SelectMany(Names)];
            gold += names.Count;
            found += system.Count;
            right += names.Count(system.Contains);
            spans += names.Count(n => system.Any(s => s.Item1 == n.Item1 && s.Item2 == n.Item2));
        }
        double f1 = 2.0 * right / (gold + found);
        output.WriteLine($"F1 {f1:0.0000}, spans alone {2.0 * spans / (gold + found):0.0000}, {gold} names, {found} found, {right} right");
        Assert.True(f1 >= Floor, $"F1 {f1:0.0000}; the floor is {Floor:0.000}");
    }

    private static IEnumerable<(int, int, string)> Names(Entity entity)
    {
        string? kind = entity.Type switch { EntityType.Person => "PER", EntityType.Organization => "ORG", EntityType.Country or EntityType.Place => "LOC", _ => null };
        return kind is null ? [] : entity.Mentions.Where(m => m.Form is MentionForm.Name or MentionForm.Headline).Select(m => (m.Span.Start, m.Span.End, kind));
    }

    private static IEnumerable<(string Text, HashSet<(int, int, string)> Names)> Documents()
    {
        using StreamReader reader = new(Corpus);
        StringBuilder text = new();
        HashSet<(int, int, string)> names = [];
        foreach (ConlluSentence sentence in ConlluReader.Read(reader, Corpus))
        {
            if (sentence.Comments.Any(c => c.StartsWith("# newdoc", StringComparison.Ordinal)) && text.Length > 0)
            {
                yield return (text.ToString(), names);
                text.Clear();
                names = [];
            }
            text.Append(sentence.Comments.Any(c => c.StartsWith("# newpar", StringComparison.Ordinal)) ? "\n\n" : " ");
            string line = sentence.Comments.First(c => c.StartsWith("# text = ", StringComparison.Ordinal))[9..];
            TextSpan[] words = Align(sentence, line, text.Length);
            foreach ((int start, int end, string type) in EntityNames.Of(sentence))
            {
                if (type is not "MISC") { names.Add((words[start].Start, words[end - 1].End, type)); }
            }
            text.Append(line);
        }
        yield return (text.ToString(), names);
    }

    private static TextSpan[] Align(ConlluSentence sentence, string line, int offset)
    {
        int at = 0;
        return [.. sentence.Words.Select(w =>
        {
            int start = line.IndexOf(w.Form, at, StringComparison.Ordinal);
            if (start < 0) { return new TextSpan(offset + at, offset + at); }
            at = start + w.Form.Length;
            return new TextSpan(offset + start, offset + at);
        })];
    }
}
