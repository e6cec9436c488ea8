using AngleSharp.Dom;
using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>What a run of text is by the elements around it.</summary>
internal sealed class PartRoles(TextLengths lengths)
{
    /// <summary>Bylines, kickers and credits are shorter, in letters; captions and decks too.</summary>
    private const int LongestLabel = 250, LongestCaption = 900, LongestItem = 2500, LongestPicture = 500, MostInPicture = 500;

    /// <summary>A time element in a paragraph of this many letters is a word of its sentence.</summary>
    private const int ShortestSentence = 60;

    /// <summary>The role inside an element that stands inside another role.</summary>
    public (BlockRole Role, ElementRole Hint) Of(IElement element, BlockRole outer, ElementRole outerHint)
    {
        NamedRole names = ClassWords.Of(element);
        int letters = lengths.Of(element);
        if (names.Role is ElementRole.Unknown or ElementRole.DropSmall && letters is > 0 and <= LongestPicture && lengths.ElementsIn(element) <= MostInPicture && IsPicture(element)) { names = new NamedRole(ElementRole.Caption, "-"); }
        BlockRole? named = names.Role switch
        {
            ElementRole.Post => BlockRole.Post,
            ElementRole.Correction when letters <= LongestCaption => BlockRole.Correction,
            // A class that names the author on the whole article says nothing about its paragraphs.
            ElementRole.Byline or ElementRole.Kicker or ElementRole.Credit when letters > LongestLabel => null,
            _ when letters > LongestCaption => null,
            ElementRole.Deck => BlockRole.Deck,
            ElementRole.Byline => BlockRole.Byline,
            ElementRole.Caption => BlockRole.Caption,
            ElementRole.Credit => BlockRole.Credit,
            ElementRole.Kicker => BlockRole.Kicker,
            ElementRole.Pullquote => BlockRole.Pullquote,
            _ => null,
        };
        ElementRole hint = names.Role is ElementRole.MaybeDeck or ElementRole.DeckOrDrop && letters <= LongestCaption ? names.Role : outerHint;
        return (Settle(element, outer, named, Own(element, letters)), hint);
    }

    /// <summary>An element that calls itself an image and holds one: what else it holds is the caption.</summary>
    private static bool IsPicture(IElement element) =>
        element.LocalName is "div" or "section" or "p" or "span" && element.ClassName is { Length: > 0 and < 400 } names
        && (names.Contains("image", StringComparison.OrdinalIgnoreCase) || names.Contains("photo", StringComparison.OrdinalIgnoreCase) || names.Contains("picture", StringComparison.OrdinalIgnoreCase) || names.Contains("img", StringComparison.OrdinalIgnoreCase))
        && element.QuerySelector("img, picture") is not null && element.QuerySelector("h1, h2, h3, time, li, table, blockquote") is null;

    private BlockRole? Own(IElement element, int letters) => element.LocalName switch
    {
        "h1" => BlockRole.Headline,
        "h2" or "h3" or "h4" or "h5" or "h6" => BlockRole.Subheading,
        // Old pages lay themselves out in lists: an item with a story in it is none.
        "li" or "dd" or "dt" when letters <= LongestItem => BlockRole.List,
        "blockquote" => BlockRole.Quote,
        "figcaption" => BlockRole.Caption,
        "figure" when letters <= LongestCaption && lengths.ElementsIn(element) <= MostInPicture && element.QuerySelector("table, blockquote, li") is null => BlockRole.Caption,
        "time" when letters > 0 && lengths.Of(element.ParentElement ?? element) < ShortestSentence => BlockRole.Byline,
        "address" when letters <= LongestLabel => BlockRole.Byline,
        _ => null,
    };

    private static BlockRole Settle(IElement element, BlockRole outer, BlockRole? named, BlockRole? own)
    {
        switch (outer)
        {
            case BlockRole.Caption:
                return named == BlockRole.Credit || element.LocalName == "cite" ? BlockRole.Credit : BlockRole.Caption;
            case BlockRole.Byline or BlockRole.Credit or BlockRole.Kicker or BlockRole.Headline or BlockRole.Pullquote:
                return outer == BlockRole.Headline && named == BlockRole.Kicker ? BlockRole.Kicker : outer;
            case BlockRole.Correction:
                return own == BlockRole.Subheading ? BlockRole.Subheading : outer;
            case BlockRole.Post:
                return named is BlockRole.Byline or BlockRole.Caption or BlockRole.Credit ? named.Value : own is BlockRole.Subheading or BlockRole.Headline or BlockRole.Caption or BlockRole.Byline ? own.Value : outer;
            case BlockRole.Subheading:
                return named is BlockRole.Kicker or BlockRole.Deck ? named.Value : outer;
        }
        if (own is BlockRole.Headline or BlockRole.Subheading && named is BlockRole.Byline or BlockRole.Credit or BlockRole.Caption) { return own.Value; }
        return named ?? own ?? (outer is BlockRole.List or BlockRole.Quote or BlockRole.Deck ? outer : BlockRole.Paragraph);
    }
}
