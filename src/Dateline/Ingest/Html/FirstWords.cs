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
        NodeCursor cursor = new(element);
        for (int seen = 0; seen < MostNodes && words.Length < Longest * 2 && cursor.NextOrUp() is { } node; seen++)
        {
            if (node is IText text) { words.Append(text.Data).Append(' '); }
            if (node is IElement { LocalName: not ("script" or "style" or "svg") }) { cursor.Enter(node); }
        }
        string clean = HtmlMetadata.Clean(words.ToString());
        return clean.Length <= Longest ? clean : clean[..Longest] + "…";
    }
}
