namespace Dateline.Ingest;

/// <summary>What a line looks like, whatever its words say.</summary>
internal static class LineShape
{
    /// <summary>"• one", "* one", "1. one", "- one".</summary>
    public static bool IsListItem(ReadOnlySpan<char> words)
    {
        if (words.Length < 3) { return false; }
        if ("•*·▪■►‣-–".Contains(words[0], StringComparison.Ordinal)) { return words[1] is ' ' or '\t' or '\u00A0'; }
        int digits = 0;
        while (digits < words.Length && char.IsAsciiDigit(words[digits])) { digits++; }
        return digits is 1 or 2 && words.Length > digits + 2 && words[digits] is '.' or ')' && words[digits + 1] is ' ' or '\t';
    }

    /// <summary>A short line that does not end as a sentence.</summary>
    public static bool IsLine(TextUnit unit) => !unit.EndsSentence && unit.Words <= (unit.HasInnerSentenceEnd ? 20 : 40);
}
