using Dateline.Text.Conllu;
using Dateline.Text.Neural;

namespace Dateline.Training.Neural;

/// <summary>Name labels from the corpora that have them: GUM's entities with a proper head, UNER and wikigold.</summary>
internal static class NameReader
{
    /// <summary>Takes the names of a GUM sentence from its <c>Entity=</c> brackets; a sentence without any leaves its labels unknown.</summary>
    public static void FromEntities(ConlluSentence sentence, Sample sample)
    {
        IReadOnlyList<ConlluWord> rows = sentence.Words;
        if (!rows.Any(r => r.Misc.Contains("Entity=", StringComparison.Ordinal))) { return; }
        Array.Fill(sample.Names, (int)NameTag.Outside);
        foreach ((int start, int end, string type) in EntityNames.Of(sentence))
        {
            NameTag begin = Kind(type);
            sample.Names[start] = (int)begin;
            for (int i = start + 1; i < end; i++) { sample.Names[i] = (int)begin.Continued(); }
        }
    }

    /// <summary>Reads IOB2 (UNER) or IO (wikigold) columns; forms and name labels only.</summary>
    public static List<Sample> Read(string path)
    {
        List<Sample> samples = [];
        List<(string Form, string Tag)> words = [];
        bool uner = path.EndsWith(".iob2", StringComparison.Ordinal);
        foreach (string line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0) { samples.Add(Make(words, uner)); words.Clear(); }
                continue;
            }
            if (line[0] == '#' && line.Length > 1 && line[1] == ' ' && uner) { continue; }
            string[] cells = uner ? line.Split('\t') : line.Split(' ');
            words.Add(uner ? (cells[1], cells[2]) : (cells[0], cells[1]));
        }
        return samples;
    }

    private static Sample Make(List<(string Form, string Tag)> words, bool uner)
    {
        Sample sample = Sample.Bare([.. words.Select(w => w.Form)]);
        string previous = "O";
        for (int i = 0; i < words.Count; i++)
        {
            string tag = words[i].Tag;
            NameTag begin = tag.Length < 3 ? NameTag.Outside : Kind(tag[2..]);
            bool inside = tag[0] == 'I' && previous.Length > 2 && previous[2..] == tag[2..];
            sample.Names[i] = (int)(inside ? begin.Continued() : begin);
            // UNER has no fourth kind: a capitalised word it leaves out may still name something.
            if (uner && begin == NameTag.Outside && i > 0 && char.IsUpper(words[i].Form[0])) { sample.Names[i] = Sample.NoneOfThree; }
            previous = tag;
        }
        return sample;
    }

    private static NameTag Kind(string type) => type switch
    {
        "PER" or "person" => NameTag.BeginPerson,
        "ORG" or "organization" => NameTag.BeginOrganization,
        "LOC" or "place" => NameTag.BeginPlace,
        "OTH" => NameTag.Outside,
        _ => NameTag.BeginOther,
    };
}
