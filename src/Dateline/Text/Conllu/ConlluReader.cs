using System.Globalization;

namespace Dateline.Text.Conllu;

/// <summary>Reads CoNLL-U (universaldependencies.org/format), sentence by sentence.</summary>
public static class ConlluReader
{
    private const int Columns = 10;

    /// <summary>Reads to the end of the text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">Its name in messages.</param>
    /// <exception cref="InvalidDataException">A line is no CoNLL-U; with name, line, what was found and expected.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader, string name)
    {
        List<string> comments = [];
        List<ConlluWord> words = [];
        List<ConlluRange> ranges = [];
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                if (words.Count > 0)
                {
                    yield return Finish(comments, words, ranges, name, number);
                    (comments, words, ranges) = ([], [], []);
                }
                continue;
            }
            if (line[0] == '#')
            {
                comments.Add(line);
                continue;
            }
            string[] cells = line.Split('\t');
            if (cells.Length != Columns)
            {
                throw new InvalidDataException($"{name}({number}): {cells.Length} columns, expected {Columns} separated by tabs. Is this a CoNLL-U file?");
            }
            string id = cells[0];
            int dash = id.IndexOf('-', StringComparison.Ordinal);
            if (id.Contains('.', StringComparison.Ordinal)) { continue; }
            if (dash > 0)
            {
                int first = Number(id[..dash], name, number), last = Number(id[(dash + 1)..], name, number);
                if (first != words.Count + 1 || last < first) { throw new InvalidDataException($"{name}({number}): range {id}, expected one that begins with {words.Count + 1}."); }
                ranges.Add(new ConlluRange(first, last, cells[1], cells[9]));
                continue;
            }
            if (Number(id, name, number) != words.Count + 1) { throw new InvalidDataException($"{name}({number}): word {id}, expected {words.Count + 1}."); }
            words.Add(new ConlluWord
            {
                Form = cells[1],
                Lemma = cells[2],
                Upos = cells[3],
                Xpos = cells[4],
                Features = cells[5],
                Head = cells[6] == "_" ? null : Number(cells[6], name, number),
                Deprel = cells[7],
                Enhanced = cells[8],
                Misc = cells[9],
            });
        }
        if (words.Count > 0) { yield return Finish(comments, words, ranges, name, number); }
    }

    private static ConlluSentence Finish(List<string> comments, List<ConlluWord> words, List<ConlluRange> ranges, string name, int number)
    {
        foreach (ConlluRange range in ranges)
        {
            if (range.Last > words.Count) { throw new InvalidDataException($"{name}({number}): range {range.First}-{range.Last} in a sentence of {words.Count} words."); }
        }
        foreach (ConlluWord word in words)
        {
            if (word.Head > words.Count) { throw new InvalidDataException($"{name}({number}): head {word.Head} in a sentence of {words.Count} words."); }
        }
        return new ConlluSentence { Comments = comments, Words = words, Ranges = ranges };
    }

    private static int Number(string text, string name, int line) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value
            : throw new InvalidDataException($"{name}({line}): \"{text}\" where a number is expected.");
}
