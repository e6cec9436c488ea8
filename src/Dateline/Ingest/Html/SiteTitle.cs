namespace Dateline.Ingest.Html;

/// <summary>Takes the site's name off a page's title: "Ministers meet | World | Example News".</summary>
internal static class SiteTitle
{
    private const int LongestTail = 60, ShortestTitle = 10, ShortestBeforeBar = 20, MostSectionWords = 4;

    private static readonly string[] s_separators = [" | ", " – ", " — ", " - ", " :: ", " • ", " · ", " » ", " « ", " : "];

    /// <summary>The title without a tail that names the outlet; null for none.</summary>
    public static string? WithoutSite(string? title, string? outlet)
    {
        if (string.IsNullOrEmpty(title)) { return null; }
        string bareOutlet = BareText.Of(outlet);
        // "Headline | Section | Site": the site first, then a section before a bar.
        for (int cuts = 0; cuts < 3; cuts++)
        {
            int at = LastSeparator(title, out int length);
            if (at < ShortestTitle || title.Length - at > LongestTail) { break; }
            string tail = BareText.Of(title.AsSpan(at + length));
            bool site = bareOutlet.Length > 2 && tail.Length > 0 && (bareOutlet.Contains(tail, StringComparison.Ordinal) || tail.Contains(bareOutlet, StringComparison.Ordinal));
            // Behind a bar a few words name a section; "BUDGET 3.0 | What is in it for you" is all headline.
            bool bar = title[at + 1] is '|' or '•' or '»' && at >= ShortestBeforeBar && TextLayout.CountWords(title.AsSpan(at + length)) <= MostSectionWords;
            if (!site && !bar) { break; }
            title = title[..at].TrimEnd();
        }
        return title;
    }

    private static int LastSeparator(string title, out int length)
    {
        int last = -1;
        length = 0;
        foreach (string separator in s_separators)
        {
            int at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= last) { continue; }
            last = at;
            length = separator.Length;
        }
        return last;
    }
}
