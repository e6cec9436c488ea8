using Dateline.Entities;
using Dateline.Text;

namespace Dateline.Store.Redacting;

/// <summary>Takes a person out of a story's records: the name's letters become blocks, so that every offset still fits, and what was known of the person goes.</summary>
internal static class Redactor
{
    /// <summary>Stands for a letter or digit that was taken out.</summary>
    public const char Block = '█';

    /// <summary>Words of a name that are shorter say nothing of whom they mean.</summary>
    private const int ShortestPart = 3;

    /// <summary>The records without the persons whose names' hashes are among these; the same records when they name none of them.</summary>
    public static StoryRecords Redact(StoryRecords records, IReadOnlySet<string> hashes)
    {
        if (hashes.Count == 0) { return records; }
        Entity[] persons = [.. records.Entities.Where(e => hashes.Contains(NameHash.Of(e.Name)))];
        string[] authors = [.. (records.Story.Authors ?? []).Where(a => hashes.Contains(NameHash.Of(a)))];
        if (persons.Length == 0 && authors.Length == 0) { return records; }
        string text = records.Story.Text;
        char[] kept = text.ToCharArray();
        foreach (Entity person in persons)
        {
            string[] parts = [.. person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            foreach (Mention mention in person.Mentions)
            {
                // A name, or a part of one; "the minister" and "he" name nobody.
                if (parts.Any(part => mention.Span.In(text).Contains(part, StringComparison.OrdinalIgnoreCase))) { Cover(kept, text, mention.Span, parts); }
            }
            CoverAll(kept, text, person.Name);
            foreach (string part in parts.Skip(1).Where(p => p.Length >= ShortestPart)) { CoverAll(kept, text, part); }
        }
        foreach (string author in authors) { CoverAll(kept, text, author); }
        string redacted = new(kept);
        HashSet<string> ids = [.. persons.Select(p => p.Id)];
        return records with
        {
            Story = records.Story with { Text = redacted, Authors = records.Story.Authors?.Where(a => !authors.Contains(a)).ToArray() is { Length: > 0 } left ? left : null, Redacted = (records.Story.Redacted ?? 0) + persons.Length + authors.Length, },
            Entities = [.. records.Entities.Select(e => ids.Contains(e.Id) ? e with { Name = Covered(e.Name), Role = null, Wikidata = null, Code = null } : Mentions(e, persons) ? e with { Name = Without(e.Name, persons) } : e)],
        };
    }

    private static bool Mentions(Entity other, Entity[] persons) => persons.Any(p => other.Name.Contains(p.Name, StringComparison.OrdinalIgnoreCase));

    private static string Without(string name, Entity[] persons)
    {
        foreach (Entity person in persons) { name = name.Replace(person.Name, Covered(person.Name), StringComparison.OrdinalIgnoreCase); }
        return name;
    }

    private static string Covered(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? Block : c));

    /// <summary>Covers the words of a mention that are the name's, not its title.</summary>
    private static void Cover(char[] kept, string text, TextSpan span, string[] parts)
    {
        foreach (string part in parts)
        {
            for (int at = text.IndexOf(part, span.Start, span.Length, StringComparison.OrdinalIgnoreCase); at >= 0 && at < span.End;)
            {
                Fill(kept, at, part.Length);
                int next = at + part.Length;
                at = next >= span.End ? -1 : text.IndexOf(part, next, span.End - next, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    /// <summary>Covers the words wherever they stand whole, also where no mention was found: in a caption, a byline, another's words.</summary>
    private static void CoverAll(char[] kept, string text, string words)
    {
        for (int at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) { Fill(kept, at, words.Length); }
        }
    }

    private static void Fill(char[] kept, int start, int length)
    {
        for (int i = start; i < start + length; i++)
        {
            // Half of a pair stays, or the offsets in code points would shift.
            if (char.IsLetterOrDigit(kept[i])) { kept[i] = Block; }
        }
    }
}
