using System.Text;
using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>How the text of an element starts.</summary>
internal static class FirstWords
{
    private const int Longest = 80, MostNodes = 400;

    /// <summary>The first characters of the element's text, white space collapsed.</summary>
    public static string Of(IElement element)
    {
        StringBuilder words = new();
        INode? node = element.FirstChild;
        for (int seen = 0; node is not null && !ReferenceEquals(node, element) && seen < MostNodes && words.Length < Longest * 2; seen++)
        {
            if (node is IText text) { words.Append(text.Data).Append(' '); }
            if (node is IElement { LocalName: not ("script" or "style" or "svg") } && node.FirstChild is { } child) { node = child; continue; }
            while (node is not null && node.NextSibling is null && !ReferenceEquals(node, element)) { node = node.Parent; }
            if (node is null || ReferenceEquals(node, element)) { break; }
            node = node.NextSibling;
        }
        string clean = HtmlMetadata.Clean(words.ToString());
        return clean.Length <= Longest ? clean : clean[..Longest] + "…";
    }
}
