namespace Dateline.Ingest;

/// <summary>Lines that name who wrote: "By Jane Doe, Political Correspondent".</summary>
internal static class Byline
{
    private const int MostWords = 14;

    /// <summary>Under the headline: "By" and names.</summary>
    public static bool IsAtTop(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) || TextLayout.CountWords(line) > MostWords || line.IndexOfAny("?!\"“") >= 0) { return false; }
        int first = 0;
        foreach (Range range in line[3..].Trim().Split(' '))
        {
            ReadOnlySpan<char> word = line[3..].Trim()[range];
            if (word.IsEmpty) { continue; }
            if (first++ < 2 && !char.IsUpper(word[0])) { return false; }
        }
        return first >= 2 && !TextLayout.EndsSentence(line);
    }
}
