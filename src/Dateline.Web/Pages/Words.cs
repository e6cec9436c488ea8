namespace Dateline.Web.Pages;

/// <summary>Words for lists.</summary>
internal static class Words
{
    /// <summary>At most so many characters, on one line.</summary>
    public static string Cut(string text, int most)
    {
        string line = text.ReplaceLineEndings(" ");
        if (line.Length <= most) { return line; }
        int end = char.IsHighSurrogate(line[most - 1]) ? most - 1 : most;
        return line[..end].TrimEnd() + " …";
    }
}
