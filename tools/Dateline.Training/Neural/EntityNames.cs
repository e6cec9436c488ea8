using Dateline.Entities;
using Dateline.Text.Conllu;

namespace Dateline.Training.Neural;

/// <summary>
/// The names of a GUM sentence, derived from its <c>Entity=</c> brackets: a mention whose head is a proper noun, cut to the
/// run of proper nouns around the head, and for people without the title before it.
/// </summary>
/// <remarks>
/// "United" in "United States" is an adjective by its part of speech and a proper noun by its tag, so tags decide.
/// The place behind a comma ("Portland, Oregon") is a name of its own, and "the Senator from Alaska" names nobody.
/// </remarks>
public static class EntityNames
{
    /// <summary>The names in text order, none inside another: first word, the word behind the last, and PER, ORG, LOC or MISC.</summary>
    public static List<(int Start, int End, string Type)> Of(ConlluSentence sentence)
    {
        List<EntityBracket> brackets = EntityBracket.Read(sentence.Words);
        HashSet<(int, int)> owners = [.. brackets.Select(b => (b.First, b.Last))];
        List<(int Start, int End, string Type)> names = [.. brackets.Select(b => Name(sentence.Words, b, owners)).OfType<(int, int, string)>()];
        List<(int Start, int End, string Type)> kept = [];
        foreach ((int Start, int End, string Type) name in names.OrderByDescending(n => n.End - n.Start).ThenBy(n => n.Start))
        {
            if (!kept.Exists(k => k.Start < name.End && name.Start < k.End)) { kept.Add(name); }
        }
        kept.Sort();
        return kept;
    }

    private static (int, int, string)? Name(IReadOnlyList<ConlluWord> rows, EntityBracket mention, HashSet<(int, int)> mentions)
    {
        int head = mention.Minimal.FirstOrDefault(m => m < rows.Count && (rows[m].Head ?? 0) - 1 is int governor && (governor < mention.First || governor > mention.Last), -1);
        if (mention.Type is "time" || head < 0) { return null; }
        // "interviewee David Titley": the noun heads, the name is apposed to it.
        if (!IsProper(rows[head])) { head = Enumerable.Range(head + 1, mention.Last - head).FirstOrDefault(i => rows[i].Head == head + 1 && rows[i].Deprel is "flat" or "appos" && i == head + 1 && IsProper(rows[i]), -1); }
        if (head < 0) { return null; }
        bool person = mention.Type is "person";
        int first = head, last = head;
        while (first > mention.First && (IsProper(rows[first - 1]) || Joins(rows, first - 1, mention, person, mentions))) { first--; }
        while (last < mention.Last && (IsProper(rows[last + 1]) || Joins(rows, last + 1, mention, person, mentions))) { last++; }
        while (first < last && !IsProper(rows[first])) { first++; }
        while (last > first && !IsProper(rows[last])) { last--; }
        if (person) { first = BehindTitle(rows, first, last); }
        if (first > last) { return null; }
        bool people = person && (rows[last].Xpos is "NNPS" || (first == last && Knowledge.CountryTable.Default.ByDemonym(rows[last].Form) is not null));
        return (first, last + 1, people ? "MISC" : mention.Type switch { "person" => "PER", "organization" => "ORG", "place" => "LOC", _ => "MISC" });
    }

    private static bool IsProper(ConlluWord word) => word.Xpos is "NNP" or "NNPS";

    // "Bank of England", "Port-au-Prince", "Science & Medicine", "King's College"; but not "Thad's World", where Thad is somebody.
    private static bool Joins(IReadOnlyList<ConlluWord> rows, int i, EntityBracket mention, bool person, HashSet<(int, int)> mentions)
    {
        if (i <= mention.First || i >= mention.Last) { return false; }
        bool proper = IsProper(rows[i - 1]) && IsProper(rows[i + 1]);
        if (rows[i].Form is "-" or "–" or "de" or "van" or "von" or "bin" or "al" or "." or "'") { return proper; }
        if (person) { return false; }
        if (rows[i].Form is "'s" or "’s") { return proper && !Enumerable.Range(mention.First, i - mention.First).Any(k => mentions.Contains((k, i)) || mentions.Contains((k, i - 1))); }
        if (rows[i].Form is "of" or "for" or "&") { return IsProper(rows[i - 1]) && (IsProper(rows[i + 1]) || (rows[i + 1].Form is "the" && i + 2 <= mention.Last && IsProper(rows[i + 2]))); }
        if (rows[i].Form is "the") { return rows[i - 1].Form is "of" or "for" && IsProper(rows[i + 1]); }
        // "Food Standards of Australia and New Zealand": the complement has two halves.
        return rows[i].Form is "and" && proper && Enumerable.Range(mention.First, i - mention.First).Any(k => rows[k].Form is "of" or "for" && k > mention.First && IsProper(rows[k - 1]));
    }

    private static int BehindTitle(IReadOnlyList<ConlluWord> rows, int first, int last)
    {
        for (int start = first; start <= last;)
        {
            int end = last;
            while (end >= start && !NameLexicon.Default.IsTitle(string.Join(' ', Enumerable.Range(start, end - start + 1).Select(k => rows[k].Form)).Replace(" - ", "-", StringComparison.Ordinal), out _)) { end--; }
            if (end < start) { return start; }
            start = end + 1;
        }
        return last + 1;
    }
}
