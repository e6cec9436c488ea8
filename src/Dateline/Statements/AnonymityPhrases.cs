using Dateline.Knowledge;

namespace Dateline.Statements;

/// <summary>Words by which a story says that a source wants no name: "on condition of anonymity", "asked not to be named".</summary>
internal sealed class AnonymityPhrases
{
    /// <summary>The phrases of <c>knowledge/en/anonymity-phrases.tsv</c>.</summary>
    public IReadOnlyList<string> All { get; } = Read();

    /// <summary>True when one of them begins at the offset.</summary>
    public bool BeginsAt(string text, int start)
    {
        foreach (string phrase in All)
        {
            if (text.AsSpan(start).StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) { return true; }
        }
        return false;
    }

    /// <summary>"on condition of anonymity because they were not authorised to speak": what gives the reason is no statement either; it ends with a comma or mark.</summary>
    public bool Explains(string text, int sentence, int offset)
    {
        ReadOnlySpan<char> before = text.AsSpan(sentence, offset - sentence);
        int start = before.LastIndexOfAny(",.;:\"\u201C\u201D") + 1;
        foreach (string phrase in All)
        {
            int at = before[start..].IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if ((at >= 0 && GivesReason(before[(start + at + phrase.Length)..])) || Overlaps(text, phrase, sentence + start, offset)) { return true; }
        }
        return false;
    }

    private static bool GivesReason(ReadOnlySpan<char> words) =>
        words.Contains(" because ", StringComparison.Ordinal) || words.Contains(" since ", StringComparison.Ordinal) || words.Contains(" as ", StringComparison.Ordinal);

    /// <summary>True when the phrase holds the offset: "not authorised to".</summary>
    private static bool Overlaps(string text, string phrase, int from, int offset)
    {
        int start = Math.Max(from, offset - phrase.Length), end = Math.Min(text.Length, offset + phrase.Length);
        int at = text.AsSpan(start, end - start).IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && start + at <= offset && start + at + phrase.Length > offset;
    }

    private static string[] Read()
    {
        TsvTable table = TsvTable.Embedded("en/anonymity-phrases.tsv");
        return [.. table.Rows.Select(row => table.Cell(row, "phrase"))];
    }
}
