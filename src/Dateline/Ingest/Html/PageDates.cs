using AngleSharp.Dom;
using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>When a story was published, where the page's data does not say: time elements near the headline, the address, printed lines, data in scripts.</summary>
/// <remarks>A date labelled as a change ("Updated …") is the story's <c>modified</c> and never its <c>published</c>.</remarks>
internal static class PageDates
{
    private const int LongestLine = 160, LinesAbove = 4, LinesBelow = 12, LongestScript = 400_000;

    /// <summary>Published and modified, as ISO 8601 or as written; null where nothing says.</summary>
    public static (string? Published, string? Modified) Find(HtmlMetadata metadata, PageElements elements, PageScan scan, ArticleScope scope, string? address)
    {
        DayOrder order = OrderOf(metadata.Language, metadata.Url ?? address);
        string? published = Readable(metadata.Published, order), modified = Readable(metadata.Modified, order);
        if (published is not null) { return (published, modified); }
        DateOnly? inAddress = UrlDate.Find(metadata.Url) ?? UrlDate.Find(address);
        (string? timePublished, string? timeModified) = Times(elements, scan, scope, order);
        if (timePublished is not null && (inAddress is not { } day || Near(timePublished, day))) { return (timePublished, modified ?? timeModified); }
        if (inAddress is { } known) { return (PublicationDate.Of(known).Text, modified ?? timeModified); }
        (DateOnly? printed, DateOnly? printedChange) = Lines(scan.Parts, scope, order);
        modified ??= timeModified ?? (printedChange is { } change ? PublicationDate.Of(change).Text : null);
        if (printed is { } line) { return (PublicationDate.Of(line).Text, modified); }
        return (InScripts(elements), modified);
    }

    private static string? Readable(string? date, DayOrder order)
    {
        if (date is null) { return null; }
        if (PublicationDate.Parse(date) is { Day.Year: > 1900 } parsed) { return parsed.Text; }
        return WrittenDate.Find(date, order) is { } day ? PublicationDate.Of(day).Text : null;
    }

    private static bool Near(string text, DateOnly day) => PublicationDate.Parse(text) is { } parsed && Math.Abs(parsed.Day.DayNumber - day.DayNumber) <= 1;

    private static (string? Published, string? Modified) Times(PageElements elements, PageScan scan, ArticleScope scope, DayOrder order)
    {
        string? published = null, modified = null;
        foreach (IElement time in elements.Times)
        {
            int at = scan.Lengths.OrderOf(time);
            if (at < scope.TopOrder - ArticleScope.Near / 3 || at > scope.EndOrder + ArticleScope.Near / 3) { continue; }
            // Times inside a list of other stories stand in links or article elements of their own.
            if (time.Closest("a[href] article, aside, footer, nav") is not null || !scan.Lengths.IsInside(time, scope.Whole)) { continue; }
            string? value = Readable(time.GetAttribute("datetime") ?? time.GetAttribute("content"), order) ?? (WrittenDate.Find(HtmlMetadata.Clean(time.TextContent), order) is { } day ? PublicationDate.Of(day).Text : null);
            if (value is null) { continue; }
            string around = Around(time);
            if (DateLabels.IsChange(around) && !DateLabels.IsPublication(around)) { modified ??= value; }
            else { published ??= value; }
        }
        return (published, modified);
    }

    /// <summary>Names of the element and its parent, and the words before it.</summary>
    private static string Around(IElement time)
    {
        string before = time.PreviousSibling?.TextContent is { Length: < LongestLine } text ? text : "";
        string own = time.TextContent is { Length: < LongestLine } words ? words : "";
        return $"{time.ClassName} {time.GetAttribute("itemprop")} {time.ParentElement?.ClassName} {before} {own}";
    }

    private static (DateOnly? Published, DateOnly? Modified) Lines(List<PagePart> parts, ArticleScope scope, DayOrder order)
    {
        DateOnly? published = null, modified = null;
        int centre = scope.Headline >= 0 ? scope.Headline : scope.FirstBody;
        int last = Math.Min(parts.Count - 1, Math.Max(centre + LinesBelow, scope.FirstBody));
        // Below the headline first, then above it, then at the story's end.
        foreach (int i in Enumerable.Range(centre, Math.Max(0, last - centre + 1)).Concat(Enumerable.Range(1, LinesAbove).Select(k => centre - k)).Concat(Enumerable.Range(scope.LastBody, 6)))
        {
            if (i < 0 || i >= parts.Count || parts[i].Text.Length > LongestLine || parts[i].LinkShare > 0.9 && parts[i].Role != BlockRole.Byline) { continue; }
            string text = parts[i].Text;
            if (TextLayout.CountWords(text) > 24 || WrittenDate.Find(text, order) is not { } day) { continue; }
            bool labelled = DateLabels.IsPublication(text) || (i > 0 && parts[i - 1].Text.Length < 40 && DateLabels.IsPublication(parts[i - 1].Text));
            bool change = DateLabels.IsChange(text) || (i > 0 && parts[i - 1].Text.Length < 40 && DateLabels.IsChange(parts[i - 1].Text) && !labelled);
            if (change && !labelled) { modified ??= day; }
            else if (i == scope.FirstBody && TextLayout.EndsSentence(text)) { continue; }
            else { published ??= day; }
        }
        return (published, modified);
    }

    private static string? InScripts(PageElements elements)
    {
        foreach (string script in elements.JsonLd.Concat(elements.DataScripts))
        {
            ReadOnlySpan<char> text = script.AsSpan(0, Math.Min(script.Length, LongestScript));
            foreach (string key in (ReadOnlySpan<string>)["datePublished", "publishedDate", "publishDate", "publicationDate", "publication_date", "published_at", "publishedAt", "date_published", "datepublished", "pubDate"])
            {
                int at = text.IndexOf(key, StringComparison.Ordinal);
                if (at < 0) { continue; }
                ReadOnlySpan<char> value = text[(at + key.Length)..].TrimStart("\\\"': =");
                int end = value.IndexOfAny("\"'\\,;}");
                if (end is >= 8 and < 40 && PublicationDate.Parse(value[..end].ToString()) is { Day.Year: > 1990 } date) { return date.Text; }
            }
        }
        return null;
    }

    /// <summary>American English writes the month first; so do pages in English without a region under no country's domain.</summary>
    private static DayOrder OrderOf(string? language, string? url)
    {
        if (language is null) { return DayOrder.Unknown; }
        if (language.Equals("en-US", StringComparison.OrdinalIgnoreCase) || language.Equals("en_US", StringComparison.OrdinalIgnoreCase)) { return DayOrder.MonthFirst; }
        if (!language.StartsWith("en", StringComparison.OrdinalIgnoreCase)) { return DayOrder.DayFirst; }
        if (language.Length > 2) { return DayOrder.DayFirst; }
        string host = Uri.TryCreate(url, UriKind.Absolute, out Uri? address) ? address.Host : "";
        return host.EndsWith(".com", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".us", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".org", StringComparison.OrdinalIgnoreCase) ? DayOrder.MonthFirst : DayOrder.DayFirst;
    }
}
