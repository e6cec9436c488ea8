using System.Text;
using AngleSharp.Dom;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Ingest.Html;

/// <summary>Puts a page's parts together to a text with blocks: headline, deck, then the rest in page order, separated by blank lines.</summary>
internal static class HtmlBlocks
{
    public static StoryParts Assemble(List<PagePart> all, IElement article, HtmlMetadata metadata)
    {
        string? headline = Headline(all, article, metadata);
        List<(BlockRole Role, string Text)> blocks = [];
        if (headline is not null) { blocks.Add((BlockRole.Headline, headline)); }
        string? deck = Deck(all, headline, metadata);
        if (deck is not null) { blocks.Add((BlockRole.Deck, deck)); }

        HashSet<string> captions = new(StringComparer.Ordinal);
        for (int i = 0; i < all.Count; i++)
        {
            PagePart part = all[i];
            if (!IsInside(part.Container, article) || part.Text == headline || part.Text == deck || part.Role == BlockRole.Headline) { continue; }
            if (part.Role is BlockRole.Paragraph or BlockRole.List && part.LinkShare > 0.6 && part.Text.Length < 160) { continue; }
            if (part.Role == BlockRole.Paragraph && PageWords.Default.ByWhole(part.Text) is not null) { continue; }
            if (part.Role == BlockRole.Subheading && !FollowedByText(all, i, article)) { continue; }
            if (part.Role == BlockRole.Caption && !captions.Add(part.Text)) { continue; }
            BlockRole role = part.Role is BlockRole.Deck ? BlockRole.Paragraph : part.Role;
            if (role == BlockRole.Paragraph && PageWords.Default.ByPart(part.Text, TextLayout.CountWords(part.Text)) is { } known) { role = known; }
            blocks.Add((role, part.Text));
        }
        return Join(blocks);
    }

    private static string? Headline(List<PagePart> all, IElement article, HtmlMetadata metadata)
    {
        List<PagePart> titles = [.. all.Where(p => p.Role == BlockRole.Headline)];
        if (titles.Count == 0) { return metadata.Title; }
        // Of several, the one the page's own title repeats; else the one in the article; else the first.
        PagePart? known = metadata.Title is { } title ? titles.Find(t => title.Contains(t.Text, StringComparison.OrdinalIgnoreCase) || t.Text.Contains(title, StringComparison.OrdinalIgnoreCase)) : null;
        if (known is not null) { return known.Text; }
        if (metadata.Title is not null && titles.TrueForAll(t => t.Text.Length < 20)) { return metadata.Title; }
        return (titles.Find(t => IsInside(t.Container, article)) ?? titles[0]).Text;
    }

    private static string? Deck(List<PagePart> all, string? headline, HtmlMetadata metadata)
    {
        if (all.Find(p => p.Role == BlockRole.Deck && p.Text.Length >= 20 && p.Text != headline) is { } named) { return named.Text; }
        // A short paragraph or second heading that the page's description repeats is its deck.
        PagePart? described = metadata.Description is { Length: > 30 } description
            ? all.Find(p => p.Role == BlockRole.Subheading && p.Text.Length > 20 && description.StartsWith(p.Text, StringComparison.OrdinalIgnoreCase)) : null;
        return described?.Text;
    }

    private static bool FollowedByText(List<PagePart> all, int index, IElement article)
    {
        for (int i = index + 1; i < all.Count && i <= index + 3; i++)
        {
            if (all[i].IsProse || all[i].Role == BlockRole.List) { return IsInside(all[i].Container, article); }
        }
        return false;
    }

    private static bool IsInside(IElement element, IElement article)
    {
        for (IElement? up = element; up is not null; up = up.ParentElement)
        {
            if (ReferenceEquals(up, article)) { return true; }
        }
        return false;
    }

    private static StoryParts Join(List<(BlockRole Role, string Text)> blocks)
    {
        StringBuilder text = new();
        List<Block> spans = [];
        foreach ((BlockRole role, string words) in blocks)
        {
            if (text.Length > 0) { text.Append("\n\n"); }
            spans.Add(new Block(role, new TextSpan(text.Length, text.Length + words.Length)));
            text.Append(words);
        }
        return new StoryParts { Text = text.ToString(), Blocks = spans };
    }
}
