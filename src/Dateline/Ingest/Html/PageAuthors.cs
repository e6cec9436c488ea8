using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>Who wrote a story: people named in the page's data, else as printed, else the bodies that stand for them.</summary>
internal static class PageAuthors
{
    private const int LongestAgencyLine = 60;

    /// <summary>The authors.</summary>
    public static IReadOnlyList<string> Find(HtmlMetadata metadata, PageElements elements, PageScan scan, ArticleScope scope)
    {
        // The site's own name as author says that nobody is named.
        List<string> people = [.. metadata.Authors.Where(a => !IsOutlet(a, metadata.Outlet))];
        if (people.Count > 0) { return people; }
        List<string> printed = VisibleAuthors.Find(elements, scan, scope);
        if (printed.Count > 0) { return printed; }
        if (Signature(scan, scope) is { } signed) { return [signed]; }
        return metadata.Authors.Count > 0 ? metadata.Authors : metadata.Bodies;
    }

    /// <summary>The body's first or last paragraph, where it is a name and nothing else.</summary>
    private static string? Signature(PageScan scan, ArticleScope scope)
    {
        foreach (int i in (ReadOnlySpan<int>)[scope.FirstBody - 1, scope.LastBody, scope.LastBody + 1])
        {
            if (i < 0 || i >= scan.Parts.Count || scan.Parts[i].Role != BlockRole.Paragraph || !scope.Holds(scan.Parts[i].Container, scan.Lengths)) { continue; }
            string text = scan.Parts[i].Text;
            string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is < 2 or > 4 || TextLayout.EndsSentence(text) || !Array.TrueForAll(words, w => char.IsUpper(w[0]))) { continue; }
            if (AuthorNames.Read([text]) is [{ } name]) { return name; }
        }
        return null;
    }

    /// <summary>The news agency named as author, or in brackets at the story's end; null when it is the outlet itself.</summary>
    public static string? Agency(HtmlMetadata metadata, IReadOnlyList<string> authors, List<ExtractedBlock> blocks)
    {
        foreach (string name in metadata.Bodies.Concat(authors).Concat(blocks.Where(b => b.Role is BlockRole.Byline or BlockRole.Credit && b.Text.Length <= LongestAgencyLine).Select(b => b.Text.Trim('(', ')', ' '))))
        {
            if (AgencyTable.Default.Find(name) is { } agency && !IsOutlet(agency, metadata.Outlet)) { return agency; }
        }
        return null;
    }

    private static bool IsOutlet(string name, string? outlet)
    {
        string one = BareText.Of(name), other = BareText.Of(outlet);
        return one.Length > 0 && other.Length > 0 && (one == other || (one.Length > 3 && other.StartsWith(one, StringComparison.Ordinal)) || (other.Length > 3 && one.StartsWith(other, StringComparison.Ordinal)));
    }
}
