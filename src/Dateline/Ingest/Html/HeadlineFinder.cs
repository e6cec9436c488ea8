using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>The headline of a page.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Part">Index of the part that prints it; -1 when none does.</param>
/// <param name="Kicker">What the same heading prints before it.</param>
internal sealed record FoundHeadline(string Text, int Part, string? Kicker);

/// <summary>Chooses between the headings that a page prints and the titles that its data names: the one most of them agree on.</summary>
internal static class HeadlineFinder
{
    // Weights by what held on the development pages: printed words count more than named ones, and data written for the story more than the window's title.
    private const double StoryTitle = 3.2, OpenGraphTitle = 1, CopiedTitle = 0.4, WindowTitle = 0.5, PrintedAsHeadline = 1.2, PrintedInPart = 1.1, InsideStory = 0.3;

    private const int LongestHeadline = 300;

    /// <summary>The headline, or null when the page neither prints nor names one.</summary>
    public static FoundHeadline? Find(PageScan scan, IReadOnlyList<AngleSharp.Dom.IElement> roots, HtmlMetadata metadata)
    {
        Dictionary<string, double> named = new(StringComparer.Ordinal);
        foreach (NamedTitle title in metadata.Titles)
        {
            string bare = BareText.Of(title.Text);
            named[bare] = named.GetValueOrDefault(bare) + title.Source switch
            {
                TitleSource.Story => StoryTitle,
                TitleSource.OpenGraph => OpenGraphTitle,
                TitleSource.Copy => CopiedTitle,
                _ => WindowTitle,
            };
        }
        // "Kicker: headline" in the story's data, where OpenGraph has the headline alone.
        if (metadata.Titles.FirstOrDefault(t => t.Source == TitleSource.Story) is { } own && metadata.Titles.FirstOrDefault(t => t.Source == TitleSource.OpenGraph) is { } shared
            && own.Text.EndsWith(": " + shared.Text, StringComparison.OrdinalIgnoreCase)) { named[BareText.Of(shared.Text)] += StoryTitle; }
        FoundHeadline? best = null;
        double bestScore = 0;
        foreach (NamedTitle title in metadata.Titles) { Offer(new FoundHeadline(title.Text, -1, null), named[BareText.Of(title.Text)]); }
        bool first = true;
        for (int i = 0; i < scan.Parts.Count; i++)
        {
            PagePart part = scan.Parts[i];
            if (part.Level == 0 && part.Role != BlockRole.Headline || part.Text.Length is < 3 or > LongestHeadline || part.Text[0] is ':' or ',') { continue; }
            bool top = part.Role == BlockRole.Headline;
            double place = roots.Any(r => scan.Lengths.IsInside(part.Container, r)) || first ? InsideStory : 0;
            double agreed = Math.Max(named.GetValueOrDefault(BareText.Of(part.Text)), Starts(metadata.Titles, part.Text) ? WindowTitle : 0);
            if (top || agreed > 0) { Offer(new FoundHeadline(part.Text, i, null), agreed + (top ? PrintedAsHeadline : PrintedInPart) + place); }
            for (int k = 0; k < part.Segments.Count; k++)
            {
                double agrees = named.GetValueOrDefault(BareText.Of(part.Segments[k]));
                // ": and so it goes on" is no headline of its own.
                if (agrees == 0 || !(char.IsLetterOrDigit(part.Segments[k][0]) || "\"'“‘„«¿¡$€£(".Contains(part.Segments[k][0], StringComparison.Ordinal))) { continue; }
                string before = string.Join(' ', part.Segments.Take(k));
                // The whole heading may be the data's headline too, "Kicker: headline"; the part says which is which.
                Offer(new FoundHeadline(part.Segments[k], i, before.Length > 0 ? before.TrimEnd(':', ' ') : null), agreed + agrees + PrintedInPart + place);
            }
            if (top) { first = false; }
        }
        // The words may be the data's and yet stand on the page in part: below a shorter heading, or with other quotation marks.
        return best is { Part: < 0 } ? best with { Part = Nearest(scan, best.Text) } : best;

        void Offer(FoundHeadline offered, double score)
        {
            if (score <= bestScore) { return; }
            best = offered;
            bestScore = score;
        }
    }

    /// <summary>True when a title is the heading and a site's name behind a dash or bar.</summary>
    private static bool Starts(IReadOnlyList<NamedTitle> titles, string heading) =>
        titles.Any(t => t.Text.Length > heading.Length + 3 && t.Text.StartsWith(heading, StringComparison.OrdinalIgnoreCase) && t.Text[heading.Length] == ' ' && t.Text[heading.Length + 1] is '-' or '–' or '—' or '|' or '·' or ':');

    /// <summary>Index of the heading that shares most of the title, else of the first main heading; -1 for none.</summary>
    private static int Nearest(PageScan scan, string title)
    {
        string bare = BareText.Of(title);
        int top = -1;
        for (int i = 0; i < scan.Parts.Count; i++)
        {
            PagePart part = scan.Parts[i];
            if (part.Level == 0 && part.Role != BlockRole.Headline) { continue; }
            string own = BareText.Of(part.Text);
            if (own.Length >= 12 && (own.Contains(bare, StringComparison.Ordinal) || bare.Contains(own, StringComparison.Ordinal))) { return i; }
            if (top < 0 && part.Role == BlockRole.Headline && part.Text.Length > 15) { top = i; }
        }
        return top;
    }
}
