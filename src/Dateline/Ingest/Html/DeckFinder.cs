using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>Finds the deck: the sentence or two under the headline that sum the story up and are no part of its running text.</summary>
internal static class DeckFinder
{
    private const int ShortestDeck = 20, LongestDeck = 900, SharedStart = 50, LinesAboveBody = 24, ShortestHeadingDeck = 40, LongestLoneDeck = 450;

    /// <summary>Indexes of the parts that are the deck, in page order.</summary>
    public static List<int> Find(PageScan scan, ArticleScope scope, HtmlMetadata metadata, string? headline)
    {
        List<int> deck = [];
        string description = BareText.Of(metadata.Description);
        string bareHeadline = BareText.Of(headline);
        int from = scope.Headline >= 0 ? scope.Headline + 1 : Math.Max(0, scope.FirstBody - 6);
        int last = Math.Min(scan.Parts.Count - 1, scope.FirstBody + 1);
        bool text = false;
        for (int i = from; i <= last; i++)
        {
            PagePart part = scan.Parts[i];
            if (part.Text.Length is < ShortestDeck or > LongestDeck || part.LinkShare > 0.5) { continue; }
            string bare = BareText.Of(part.Text);
            if (bare == bareHeadline) { continue; }
            bool aboveBody = i < scope.FirstBody && i > scope.FirstBody - LinesAboveBody;
            bool described = Shares(description, bare);
            bool named = part.Role == BlockRole.Deck;
            bool hinted = part.Hint is ElementRole.MaybeDeck or ElementRole.DeckOrDrop;
            bool heading = part.Role == BlockRole.Subheading;
            bool outside = !scope.Holds(part.Container, scan.Lengths);
            bool is_ = named
                || (described && !text && (hinted || outside || heading || IsSetOff(scan, i)))
                || (hinted && aboveBody && !text && part.Role is BlockRole.Paragraph or BlockRole.Subheading)
                || (heading && aboveBody && !text && part.Text.Length > (outside || i == scope.Headline + 1 ? ShortestHeadingDeck : LongestDeck))
                || (aboveBody && !text && part.Role == BlockRole.Paragraph && part.Text.Length <= LongestLoneDeck && IsAlone(scan, scope, part));
            if (is_ && part.Role is BlockRole.Deck or BlockRole.Paragraph or BlockRole.Subheading)
            {
                deck.Add(i);
                if (!named) { text = true; }
            }
            else if (part.IsProse && i >= scope.FirstBody) { text = true; }
        }
        return deck;
    }

    /// <summary>The only sentence of an element that stands beside the body.</summary>
    private static bool IsAlone(PageScan scan, ArticleScope scope, PagePart part)
    {
        AngleSharp.Dom.IElement? root = scope.Roots.Skip(1).FirstOrDefault(r => scan.Lengths.IsInside(part.Container, r));
        return root is not null && part.IsProse && TextLayout.EndsSentence(part.Text) && scan.Parts.Count(p => p.IsProse && scan.Lengths.IsInside(p.Container, root)) == 1;
    }

    /// <summary>The first paragraph is set off from the next by another class or element: pages print decks in bold so.</summary>
    private static bool IsSetOff(PageScan scan, int index)
    {
        for (int i = index + 1; i < scan.Parts.Count && i <= index + 8; i++)
        {
            if (!scan.Parts[i].IsProse || scan.Parts[i].Role != scan.Parts[index].Role) { continue; }
            AngleSharp.Dom.IElement one = scan.Parts[index].Container, other = scan.Parts[i].Container;
            return one.LocalName != other.LocalName || (one.ClassName ?? "") != (other.ClassName ?? "") || !ReferenceEquals(one.ParentElement, other.ParentElement);
        }
        return false;
    }

    private static bool Shares(string description, string bare)
    {
        if (description.Length < ShortestDeck || bare.Length < ShortestDeck) { return false; }
        int shared = Math.Min(SharedStart, Math.Min(description.Length, bare.Length));
        return description.AsSpan(0, shared).SequenceEqual(bare.AsSpan(0, shared)) && (bare.Length <= description.Length * 2);
    }
}
