using Dateline.Text;
using Dateline.Text.Conllu;
using Dateline.Text.Models;

namespace Dateline.Training;

/// <summary>Treebank files as sentences, and the inventories they use.</summary>
internal static class Treebank
{
    /// <summary>The sentences of one CoNLL-U file.</summary>
    public static List<ConlluSentence> Read(string path)
    {
        using StreamReader reader = new(path);
        return [.. ConlluReader.Read(reader, path)];
    }

    /// <summary>The tags and relations of the sentences, the frequent first.</summary>
    public static TagSet TagSetOf(IEnumerable<ConlluSentence> sentences)
    {
        List<ConlluWord> words = [.. sentences.SelectMany(s => s.Words)];
        return new TagSet(
            [.. words.GroupBy(w => (Enum.Parse<Upos>(w.Upos), w.Xpos)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Xpos, StringComparer.Ordinal).ThenBy(g => g.Key.Item1).Take(120).Select(g => g.Key)],
            [.. words.GroupBy(w => w.Deprel).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(64).Select(g => g.Key)]);
    }
}
