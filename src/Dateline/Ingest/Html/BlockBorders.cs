namespace Dateline.Ingest.Html;

/// <summary>Where the text of a page is cut: at the borders of block elements, and at two line breaks.</summary>
internal static class BlockBorders
{
    /// <summary>True for elements that stand on lines of their own.</summary>
    public static bool IsBlock(string name) => name is "p" or "div" or "section" or "article" or "main" or "header" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "li"
        or "blockquote" or "figure" or "figcaption" or "table" or "tr" or "td" or "th" or "tbody" or "thead" or "dl" or "dt" or "dd" or "pre" or "address" or "hr" or "center" or "details" or "summary" or "body"
        or "aside" or "footer" or "nav" or "form" or "fieldset" or "caption";

    /// <summary>A run of text cut where two line breaks follow each other; one alone is a blank.</summary>
    public static IEnumerable<string> Pieces(string raw)
    {
        int start = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\n') { continue; }
            int end = i + 1, feeds = 1;
            while (end < raw.Length && char.IsWhiteSpace(raw[end]))
            {
                if (raw[end] == '\n') { feeds++; }
                end++;
            }
            if (feeds >= 2)
            {
                yield return raw[start..i];
                start = end;
            }
            i = end - 1;
        }
        yield return raw[start..];
    }
}
