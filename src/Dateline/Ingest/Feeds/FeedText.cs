using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dateline.Ingest.Html;
using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Feeds;

/// <summary>Texts of a feed, which may be plain, escaped HTML, or markup of their own.</summary>
internal static class FeedText
{
    private const int LongestTitle = 2000;

    /// <summary>A title or name in plain words: markup taken off, white space collapsed; null when nothing is left.</summary>
    public static string? Plain(LooseElement? element) => element is null ? null : Plain(element.Text, Kind(element));

    /// <summary>As above, for a value that is known to be plain or may be HTML.</summary>
    public static string? Plain(string? text, TextKind kind = TextKind.Unknown)
    {
        if (text is null) { return null; }
        if (kind != TextKind.Plain && IsMarkup(text) && text.Length <= LongestTitle)
        {
            using IHtmlDocument page = new HtmlParser().ParseDocument(MarkupGuard.Clean(text, 64, 200).Html);
            text = page.Body?.TextContent ?? text;
        }
        string clean = HtmlMetadata.Clean(text);
        return clean.Length > 0 ? clean : null;
    }

    /// <summary>A body: HTML or plain text, one of which is null.</summary>
    public static (string? Html, string? Text) Body(LooseElement element)
    {
        if (element.Elements.Any()) { return (MarkupText.Inner(element), null); }
        TextKind kind = Kind(element);
        string text = kind == TextKind.Base64 ? Decoded(element.Text) : element.Text;
        if (string.IsNullOrWhiteSpace(text)) { return default; }
        return kind == TextKind.Html || (kind != TextKind.Plain && IsMarkup(text)) ? (text, null) : (null, text);
    }

    /// <summary>What Atom's attributes say; RSS says nothing.</summary>
    private static TextKind Kind(LooseElement element)
    {
        if (element.Attribute("mode") is "base64") { return TextKind.Base64; }
        return element.Attribute("type")?.ToLowerInvariant() switch
        {
            "text" => TextKind.Plain,
            "html" or "text/html" => TextKind.Html,
            _ => TextKind.Unknown,
        };
    }

    /// <summary>A tag or a character reference.</summary>
    public static bool IsMarkup(string text)
    {
        for (int at = text.AsSpan().IndexOfAny('<', '&'); at >= 0 && at + 2 < text.Length;)
        {
            char next = text[at + 1];
            if (text[at] == '<' ? char.IsAsciiLetter(next) || next is '/' or '!' : (char.IsAsciiLetter(next) || next == '#') && text.AsSpan(at, Math.Min(12, text.Length - at)).Contains(';')) { return true; }
            int further = text.AsSpan(at + 1).IndexOfAny('<', '&');
            at = further < 0 ? -1 : at + 1 + further;
        }
        return false;
    }

    private static string Decoded(string base64)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int length) ? TextDecoder.Decode(bytes.AsSpan(0, length)).Text : WebUtility.HtmlDecode(base64);
    }
}

/// <summary>How a text of a feed is written.</summary>
internal enum TextKind
{
    /// <summary>Not said: HTML if it looks like HTML.</summary>
    Unknown,
    /// <summary>Characters as they stand.</summary>
    Plain,
    /// <summary>Escaped HTML.</summary>
    Html,
    /// <summary>Atom 0.3: bytes.</summary>
    Base64,
}
