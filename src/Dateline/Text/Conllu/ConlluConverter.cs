using System.Globalization;
using System.Text;

namespace Dateline.Text.Conllu;

/// <summary>An analysed text as CoNLL-U sentences: text, paragraphs, multiword ranges and <c>SpaceAfter=No</c> as in the text.</summary>
public static class ConlluConverter
{
    /// <summary>The sentences of a text; each block begins a paragraph.</summary>
    public static IEnumerable<ConlluSentence> FromParsed(ParsedText parsed)
    {
        int block = -1;
        for (int s = 0; s < parsed.Sentences.Length; s++)
        {
            Sentence sentence = parsed.Sentences[s];
            List<string> comments = [];
            if (sentence.Block != block) { comments.Add("# newpar"); }
            block = sentence.Block;
            comments.Add(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {s + 1}"));
            comments.Add("# text = " + OneLine(sentence.Span.In(parsed.Text)));
            yield return Words(parsed, sentence) with { Comments = comments };
        }
    }

    private static ConlluSentence Words(ParsedText parsed, Sentence sentence)
    {
        List<ConlluWord> words = [];
        List<ConlluRange> ranges = [];
        int inRange = 0;
        for (int i = sentence.First; i < sentence.End; i++)
        {
            Token token = parsed.Tokens[i];
            int number = i - sentence.First + 1;
            if (token.MultiwordLength > 1)
            {
                inRange = token.MultiwordLength;
                int last = i + inRange - 1;
                ranges.Add(new ConlluRange(number, number + inRange - 1, parsed.SpanOf(i, last).In(parsed.Text).ToString(), SpaceAfter(parsed, last)));
            }
            words.Add(new ConlluWord
            {
                Form = parsed.Form(i).ToString(),
                Lemma = token.Lemma,
                Upos = token.Upos.ToString(),
                Xpos = token.Xpos,
                Head = token.Head < 0 ? 0 : token.Head - sentence.First + 1,
                Deprel = token.Deprel,
                Misc = inRange > 0 ? "_" : SpaceAfter(parsed, i),
            });
            if (inRange > 0) { inRange--; }
        }
        return new ConlluSentence { Words = words, Ranges = ranges };
    }

    private static string SpaceAfter(ParsedText parsed, int token)
    {
        int end = parsed.Tokens[token].Span.End;
        return token + 1 < parsed.Tokens.Length && parsed.Tokens[token + 1].Span.Start == end ? "SpaceAfter=No" : "_";
    }

    private static string OneLine(ReadOnlySpan<char> text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in text) { line.Append(char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c); }
        return line.ToString();
    }
}
