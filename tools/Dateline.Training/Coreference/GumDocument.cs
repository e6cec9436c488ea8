using System.Text;
using Dateline.Text;
using Dateline.Text.Conllu;
using Dateline.Training.Neural;

namespace Dateline.Training.Coreference;

/// <summary>A document of GUM as raw text with its gold names and coreference.</summary>
public sealed class GumDocument
{
    /// <summary>"GUM_news_homeopathic".</summary>
    public required string Id { get; init; }
    /// <summary>"news".</summary>
    public string Genre => Id.Split('_')[1];
    /// <summary>The sentences joined by blanks, paragraphs by empty lines.</summary>
    public required string Text { get; init; }
    /// <summary>Names with PER, ORG, LOC or MISC; see <see cref="EntityNames"/>.</summary>
    public required IReadOnlyList<(TextSpan Span, string Type)> Names { get; init; }
    /// <summary>All mentions: coreference group, span, span of the head words, and whether it is a pronoun.</summary>
    public required IReadOnlyList<GumMention> Mentions { get; init; }

    /// <summary>The documents of a file of the treebank.</summary>
    public static List<GumDocument> Read(string path)
    {
        using StreamReader reader = File.OpenText(path);
        List<GumDocument> documents = [];
        List<ConlluSentence> sentences = [];
        string id = "";
        foreach (ConlluSentence sentence in ConlluReader.Read(reader, path))
        {
            if (Comment(sentence, "# newdoc id") is { } next)
            {
                if (sentences.Count > 0) { documents.Add(Make(id, sentences)); sentences.Clear(); }
                id = next;
            }
            sentences.Add(sentence);
        }
        if (sentences.Count > 0) { documents.Add(Make(id, sentences)); }
        return documents;
    }

    private static string? Comment(ConlluSentence sentence, string key) =>
        sentence.Comments.FirstOrDefault(c => c.StartsWith(key, StringComparison.Ordinal)) is { } line && line.IndexOf('=', StringComparison.Ordinal) is int at and >= 0 ? line[(at + 1)..].Trim() : null;

    private static GumDocument Make(string id, List<ConlluSentence> sentences)
    {
        StringBuilder text = new();
        List<(TextSpan, string)> names = [];
        List<GumMention> mentions = [];
        foreach (ConlluSentence sentence in sentences)
        {
            string line = Comment(sentence, "# text") ?? string.Join(' ', sentence.Words.Select(w => w.Form));
            if (text.Length > 0) { text.Append(sentence.Comments.Any(c => c is "# newpar") ? "\n\n" : " "); }
            TextSpan[] spans = Align(sentence.Words, line, text.Length);
            text.Append(line);
            names.AddRange(EntityNames.Of(sentence).Select(n => (new TextSpan(spans[n.Start].Start, spans[n.End - 1].End), n.Type)));
            foreach (EntityBracket bracket in EntityBracket.Read(sentence.Words))
            {
                if (bracket.Minimal.Count == 0) { continue; }
                mentions.Add(new GumMention(bracket.Group, new TextSpan(spans[bracket.First].Start, spans[bracket.Last].End),
                    new TextSpan(spans[bracket.Minimal.Min()].Start, spans[bracket.Minimal.Max()].End), bracket.First == bracket.Last && sentence.Words[bracket.First].Upos is "PRON"));
            }
        }
        return new GumDocument { Id = id, Text = text.ToString(), Names = names, Mentions = mentions };
    }

    private static TextSpan[] Align(IReadOnlyList<ConlluWord> words, string line, int offset)
    {
        TextSpan[] spans = new TextSpan[words.Count];
        int at = 0;
        for (int i = 0; i < words.Count; i++)
        {
            int found = line.IndexOf(words[i].Form, at, StringComparison.Ordinal);
            int start = found < 0 ? at : found, end = Math.Min(line.Length, start + words[i].Form.Length);
            spans[i] = new TextSpan(offset + start, offset + end);
            at = end;
        }
        return spans;
    }
}

/// <summary>One gold mention.</summary>
public sealed record GumMention(string Group, TextSpan Span, TextSpan Head, bool IsPronoun);
