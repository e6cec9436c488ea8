using AngleSharp.Dom;
using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>Types the parts of a story's page: which is the deck, a caption, a credit, running text; says of each other part why it is none.</summary>
internal sealed class BlockTyper(PageScan scan, ArticleScope scope, HtmlMetadata metadata, HashSet<string> imageTexts, List<DroppedPart> dropped)
{
    /// <summary>Lines that are mostly links are pointers to other stories up to this length.</summary>
    private const int LongestPointer = 160;
    private const double PointerLinks = 0.6;

    /// <summary>So many lines above the headline and behind the body may belong to the story.</summary>
    private const int LongestImageText = 600, LinesAboveHeadline = 8, LinesBehindBody = 8, MostLinesBetween = 40;

    private readonly List<ExtractedBlock> _blocks = [];
    private readonly HashSet<string> _captions = new(StringComparer.Ordinal);
    private readonly Dictionary<IElement, bool> _mixedLists = [];
    private readonly LiveBlog _blog = new(scan.Lengths, metadata.Posts);

    /// <summary>The blocks: kicker, headline, deck, then the rest in page order.</summary>
    public List<ExtractedBlock> Type(FoundHeadline? headline)
    {
        List<PagePart> parts = scan.Parts;
        List<int> deck = DeckFinder.Find(scan, scope, metadata, headline?.Text);
        string bareHeadline = BareText.Of(headline?.Text);
        HashSet<int> used = [.. deck];
        if (headline is not null)
        {
            if (headline.Kicker is { } kicker) { Add(BlockRole.Kicker, kicker); }
            else if (KickerAbove(headline.Part) is int above and >= 0)
            {
                Add(BlockRole.Kicker, parts[above].Text);
                used.Add(above);
            }
            Add(BlockRole.Headline, headline.Text);
        }
        foreach (int i in deck) { Add(BlockRole.Deck, parts[i].Text); }
        for (int i = 0; i < parts.Count; i++)
        {
            if (used.Contains(i) || (headline is not null && i == headline.Part)) { continue; }
            PagePart part = parts[i];
            Place place = PlaceOf(i);
            if (place == Place.Elsewhere) { Drop("outside the article", part); continue; }
            if (BareText.Of(part.Text) is { Length: > 0 } bare && bare == bareHeadline) { Drop("repeats the headline", part); continue; }
            if (part.Role is BlockRole.Caption or BlockRole.Credit || IsImageText(part, bareHeadline)) { Caption(part); continue; }
            if (place is Place.Above or Place.Inside) { Drop("outside the article", part); continue; }
            if (Furniture(part, i) is { } reason) { Drop(reason, part); continue; }
            Body(part, i, place);
        }
        return Pullquotes.Mark(WithoutEmptyHeadings(_blocks));
    }

    private enum Place { Elsewhere, Above, Between, Inside, Body, Behind }

    private Place PlaceOf(int index)
    {
        // Pictures stand between the parts of a body that is cut in parts.
        if (index > scope.FirstBody && index < scope.LastBody && !scope.Holds(scan.Parts[index].Container, scan.Lengths)) { return Place.Inside; }
        if (scope.Holds(scan.Parts[index].Container, scan.Lengths) && index >= Math.Min(scope.FirstBody, scope.Headline < 0 ? scope.FirstBody : scope.Headline) - MostLinesBetween) { return Place.Body; }
        int headline = scope.Headline;
        if (headline >= 0 && headline < scope.FirstBody)
        {
            if (index > headline && index < scope.FirstBody) { return scope.FirstBody - headline <= MostLinesBetween || index - headline <= MostLinesBetween / 2 ? Place.Between : Place.Elsewhere; }
            if (index < headline && index >= headline - LinesAboveHeadline && scan.Lengths.IsInside(scan.Parts[index].Container, scope.Whole)) { return Place.Above; }
        }
        else if (index < scope.FirstBody && index >= scope.FirstBody - LinesAboveHeadline && scan.Lengths.IsInside(scan.Parts[index].Container, scope.Whole)) { return Place.Above; }
        return index > scope.LastBody && index <= scope.LastBody + LinesBehindBody ? Place.Behind : Place.Elsewhere;
    }

    private void Body(PagePart part, int index, Place place)
    {
        BlockRole role = part.Role;
        // Between headline and body stand labels and pictures; running text there is a part of the body set apart.
        if (place == Place.Between && role is BlockRole.Paragraph or BlockRole.Quote && !(part.IsProse && TextLayout.EndsSentence(part.Text))) { Drop("outside the article", part); return; }
        if (place == Place.Between && role is BlockRole.List or BlockRole.Subheading) { Drop("outside the article", part); return; }
        if (role is BlockRole.Deck) { role = BlockRole.Paragraph; }
        if (role is BlockRole.Headline) { role = BlockRole.Subheading; }
        if (role == BlockRole.Paragraph && PageWords.Default.ByPart(part.Text, TextLayout.CountWords(part.Text)) is { } known) { role = known; }
        if (place == Place.Behind && role is not (BlockRole.Correction or BlockRole.Byline)) { Drop("outside the article", part); return; }
        if (role == BlockRole.Boilerplate) { Drop("page furniture", part); return; }
        if (role == BlockRole.Kicker && index > scope.FirstBody) { role = BlockRole.Subheading; }
        if (role == BlockRole.Byline && place == Place.Behind && part.Role == BlockRole.Byline) { Drop("author box", part); return; }
        (BlockRole typed, string? time) = _blog.Of(part, role);
        if (typed == BlockRole.Post && LiveBlog.IsClock(part.Text)) { Drop("time of a post", part); return; }
        _blocks.Add(new ExtractedBlock(typed, part.Text) { Time = time });
    }

    private string? Furniture(PagePart part, int index)
    {
        if (part.Role is BlockRole.Paragraph or BlockRole.List or BlockRole.Subheading && IsPointer(part) && !(part.Role == BlockRole.List && IsInMixedList(part, index))) { return "link to another page"; }
        if (part.Role is BlockRole.Subheading or BlockRole.Paragraph or BlockRole.List or BlockRole.Byline or BlockRole.Quote && FurnitureLines.Reason(part.Text) is { } reason) { return reason; }
        return part.Role == BlockRole.Paragraph && PageWords.Default.ByWhole(part.Text) is not null ? "page furniture" : null;
    }

    private static bool IsPointer(PagePart part) => part.LinkShare > PointerLinks && part.Text.Length < LongestPointer;

    /// <summary>A linked item among items that are not is one of the story's list.</summary>
    private bool IsInMixedList(PagePart part, int index)
    {
        if (part.Container.Closest("ul, ol, dl, table") is not { } list) { return false; }
        if (!_mixedLists.TryGetValue(list, out bool mixed))
        {
            int items = 0, pointers = 0;
            int first = index;
            while (first > 0 && scan.Lengths.IsInside(scan.Parts[first - 1].Container, list)) { first--; }
            for (int i = first; i < scan.Parts.Count && scan.Lengths.IsInside(scan.Parts[i].Container, list); i++)
            {
                if (scan.Parts[i].Role != BlockRole.List) { continue; }
                items++;
                if (IsPointer(scan.Parts[i])) { pointers++; }
            }
            mixed = pointers * 2 <= items;
            _mixedLists[list] = mixed;
        }
        return mixed;
    }

    private void Caption(PagePart part)
    {
        (string caption, string credit) = part.Role == BlockRole.Credit ? ("", part.Text)
            : part.Named is { } named ? (named, HtmlMetadata.Clean(part.Text.Replace(named, "", StringComparison.Ordinal)))
            : CaptionSplitter.Split(part.Text, part.Segments);
        if (part.Named is not null && credit.Length == 0) { (caption, credit) = CaptionSplitter.Split(caption, []); }
        if (caption.Length > 0 && _captions.Add(BareText.Of(caption))) { Add(BlockRole.Caption, caption); }
        if (credit.Length > 0) { Add(BlockRole.Credit, credit); }
    }

    /// <summary>A line that says what an image's alternative text says is its caption, unless the page's description says it too.</summary>
    private bool IsImageText(PagePart part, string headline)
    {
        if (part.Role is BlockRole.List or BlockRole.Byline or BlockRole.Kicker || part.Text.Length >= LongestImageText || imageTexts.Count == 0) { return false; }
        string bare = BareText.Of(part.Text);
        if (bare == headline || BareText.Same(part.Text, metadata.Description)) { return false; }
        if (imageTexts.Contains(bare)) { return true; }
        (string caption, string credit) = CaptionSplitter.Split(part.Text, part.Segments);
        return credit.Length > 0 && imageTexts.Contains(BareText.Of(caption));
    }

    private int KickerAbove(int headline)
    {
        for (int i = headline - 1; i >= 0 && i >= headline - 3; i--)
        {
            if (scan.Parts[i].Role == BlockRole.Kicker && scan.Parts[i].Text.Length < 80) { return i; }
        }
        return -1;
    }

    /// <summary>Headings with no text below them, before the next of their rank, head lists of links and adverts that are gone.</summary>
    private List<ExtractedBlock> WithoutEmptyHeadings(List<ExtractedBlock> blocks)
    {
        List<ExtractedBlock> kept = [];
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Role != BlockRole.Subheading) { kept.Add(blocks[i]); continue; }
            int next = i + 1;
            while (next < blocks.Count && blocks[next].Role is BlockRole.Caption or BlockRole.Credit or BlockRole.Byline or BlockRole.Subheading or BlockRole.Kicker && next - i < 6) { next++; }
            if (next < blocks.Count && blocks[next].Role is BlockRole.Paragraph or BlockRole.List or BlockRole.Quote or BlockRole.Post or BlockRole.Pullquote) { kept.Add(blocks[i]); }
            else { dropped.Add(new DroppedPart("heading of nothing", blocks[i].Text)); }
        }
        return kept;
    }

    private void Add(BlockRole role, string text) => _blocks.Add(new ExtractedBlock(role, text));

    private void Drop(string reason, PagePart part) => dropped.Add(new DroppedPart(reason, part.Text.Length <= 80 ? part.Text : part.Text[..80] + "…"));
}
