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
        List<(string Id, string Type, int Start, int[] Minimal)> open = [];
        List<(int Start, int End, NameTag Begin)> names = [];
        for (int i = 0; i < rows.Count; i++)
        {
            string? entity = rows[i].Misc.Split('|').FirstOrDefault(p => p.StartsWith("Entity=", StringComparison.Ordinal))?[7..];
            if (entity is null) { continue; }
            for (int at = 0; at < entity.Length;)
            {
                if (entity[at] == '(')
                {
                    int end = entity.AsSpan(at + 1).IndexOfAny('(', ')');
                    string body = end < 0 ? entity[(at + 1)..] : entity.Substring(at + 1, end);
                    string[] fields = body.Split('-');
                    open.Add((fields[0], fields.Length > 1 ? fields[1] : "", i, Positions(fields)));
                    at += 1 + body.Length;
                    if (at < entity.Length && entity[at] == ')') { Close(rows, open, open.Count - 1, i, names); at++; }
                }
                else
                {
                    int end = entity.IndexOf(')', at);
                    if (end < 0) { break; }
                    string id = entity[at..end];
                    int index = open.FindLastIndex(o => o.Id == id);
                    if (index >= 0) { Close(rows, open, index, i, names); }
                    at = end + 1;
                }
            }
        }
        Mark(sample, names);
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
            if (uner && begin == NameTag.Outside && i > 0 && char.IsUpper(words[i].Form[0])) { sample.Names[i] = Sample.Unknown; }
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

    private static int[] Positions(string[] fields) => fields.Length > 5
        ? [.. fields[5].Split(',').Select(p => int.TryParse(p, out int value) ? value : 0).Where(p => p > 0)] : [];

    private static void Close(IReadOnlyList<ConlluWord> rows, List<(string Id, string Type, int Start, int[] Minimal)> open, int index, int last, List<(int Start, int End, NameTag Begin)> names)
    {
        (string _, string type, int start, int[] minimal) = open[index];
        open.RemoveAt(index);
        if (minimal.Length == 0 || type == "time") { return; }
        int first = start + minimal.Min() - 1, end = Math.Min(start + minimal.Max(), last + 1);
        if (first >= rows.Count || end > rows.Count) { return; }
        while (first < end && rows[first].Upos != "PROPN") { first++; }
        while (end > first && rows[end - 1].Upos != "PROPN") { end--; }
        // The head is the minimal span's word whose own head lies outside it.
        for (int i = first; i < end; i++)
        {
            int head = (rows[i].Head ?? 0) - 1;
            if ((head < start || head > last) && rows[i].Upos == "PROPN") { names.Add((first, end, Kind(type))); return; }
        }
    }

    private static void Mark(Sample sample, List<(int Start, int End, NameTag Begin)> names)
    {
        Array.Fill(sample.Names, (int)NameTag.Outside);
        foreach ((int start, int end, NameTag begin) in names.OrderByDescending(n => n.End - n.Start).ThenBy(n => n.Start))
        {
            if (sample.Names.AsSpan(start, end - start).ContainsAnyExcept((int)NameTag.Outside)) { continue; }
            sample.Names[start] = (int)begin;
            for (int i = start + 1; i < end; i++) { sample.Names[i] = (int)begin.Continued(); }
        }
    }
}
