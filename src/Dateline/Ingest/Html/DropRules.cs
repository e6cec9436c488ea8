using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>Which elements are no part of any story, and why: by element, attribute and class, unless they hold most of the page's text.</summary>
internal sealed class DropRules(TextLengths lengths, string? host)
{
    private readonly OtherStories _others = new(lengths, host);

    /// <summary>What a sure name marks as furniture is believed up to this share of the page's text; comments may outweigh a story.</summary>
    private const double MostFurniture = 0.75;

    /// <summary>Letters up to which a doubtful name ("promo", "paywall") is believed.</summary>
    private const int SmallFurniture = 500;

    /// <summary>Elements up to which it is looked through.</summary>
    private const int MostInFurniture = 2000;

    /// <summary>Letters in paragraphs from which a folded part of a page is text.</summary>
    private const int FoldedText = 250;

    /// <summary>The reason to drop the element, or null to keep it; empty for what is no text at all.</summary>
    public string? Reason(IElement element, bool insideHeading)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "svg" or "template" or "iframe" or "object" or "canvas" or "select" or "textarea" or "noscript" or "link" or "meta" or "input" or "math":
                return "";
            case "video" or "audio":
                return "player";
            case "button" when !insideHeading && !HoldsHeading(element):
                return "button";
            case "dialog" or "menu" or "label":
                return "control";
            // A caption shown to screen readers alone is a caption all the same.
            case "html" or "body" or "main" or "figcaption":
                return null;
        }
        NamedRole named = ClassWords.Of(element);
        if (named.Role == ElementRole.Pullquote) { return null; }
        string? reason = ByElement(element);
        if (reason is not null) { return lengths.HoldsMost(element) ? null : reason; }
        if (_others.IsTeaser(element)) { return lengths.HoldsMost(element) ? null : "other stories"; }
        // An article element is the story or another story, whatever its names mention.
        if (element.LocalName == "article" && lengths.HoldsMost(element)) { return null; }
        return named.Role switch
        {
            // Slots for adverts are put around paragraphs too.
            ElementRole.Drop when named.Reason == "advert" && lengths.ProseOf(element) > SmallFurniture / 2 => null,
            ElementRole.Drop => lengths.HoldsMost(element, MostFurniture) ? null : named.Reason,
            // Some sites mark each paragraph that the paywall hides.
            ElementRole.DropSmall when lengths.Of(element) <= SmallFurniture && lengths.ElementsIn(element) <= MostInFurniture && !IsText(element.LocalName) && element.QuerySelector("h1") is null && !(named.Reason == "furniture" && IsPicture(element)) => lengths.HoldsMost(element) ? null : named.Reason,
            _ => null,
        };
    }

    private static bool IsPicture(IElement element) =>
        (element.ClassName is { } names && (names.Contains("image", StringComparison.OrdinalIgnoreCase) || names.Contains("photo", StringComparison.OrdinalIgnoreCase))) || element.QuerySelector("figcaption") is not null;

    private static bool IsText(string name) => name is "p" or "li" or "ul" or "ol" or "blockquote" or "tr" or "td" or "tbody" or "table" or "h1" or "h2" or "h3" or "h4";

    private string? ByElement(IElement element)
    {
        switch (element.LocalName)
        {
            case "nav": return "navigation";
            case "aside": return "aside";
            case "footer" when element.ParentElement?.LocalName is not ("blockquote" or "figure"): return "footer";
            case "form": return "form";
        }
        if (element.HasAttribute("hidden") && element.GetAttribute("hidden") is not "until-found") { return "hidden"; }
        // Folded sections are hidden from screen readers until they are opened, and are text all the same.
        if (element.GetAttribute("aria-hidden") == "true" && lengths.ProseOf(element) < FoldedText) { return "hidden"; }
        return element.GetAttribute("role") switch
        {
            "navigation" => "navigation",
            "complementary" => "aside",
            "contentinfo" => "footer",
            "search" or "form" => "form",
            "dialog" or "alertdialog" => "control",
            _ => null,
        };
    }

    /// <summary>A button that unfolds a question's answer holds the question.</summary>
    private static bool HoldsHeading(IElement button) => button.FirstElementChild?.LocalName is "h2" or "h3" or "h4" or "h5";
}
