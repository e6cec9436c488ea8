using System.Net;
using System.Text;

namespace Dateline.Ingest.Xml;

/// <summary>Writes the elements below one as HTML, so that XHTML in a feed is read as any page is.</summary>
internal static class MarkupText
{
    /// <summary>The inner markup with prefixes taken off, and elements renamed.</summary>
    public static string Inner(LooseElement element, Func<string, string>? rename = null)
    {
        string Name(LooseElement of) => rename?.Invoke(of.Local) ?? of.Local;

        StringBuilder html = new();
        Stack<(LooseElement Element, int Next)> open = new([(element, 0)]);
        while (open.TryPop(out (LooseElement Element, int Next) at))
        {
            if (at.Next >= at.Element.Nodes.Count)
            {
                if (open.Count > 0 && !IsVoid(at.Element.Local)) { html.Append("</").Append(Name(at.Element)).Append('>'); }
                continue;
            }
            open.Push((at.Element, at.Next + 1));
            LooseNode node = at.Element.Nodes[at.Next];
            if (node.Element is not { } below)
            {
                html.Append(WebUtility.HtmlEncode(node.Text));
                continue;
            }
            html.Append('<').Append(Name(below));
            foreach ((string name, string value) in below.Attributes)
            {
                if (!name.Contains(':', StringComparison.Ordinal)) { html.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"'); }
            }
            html.Append('>');
            open.Push((below, 0));
        }
        return html.ToString();
    }

    private static bool IsVoid(string name) => name.ToLowerInvariant() is "br" or "img" or "hr" or "input" or "meta" or "link" or "wbr" or "embed" or "source" or "col" or "area";
}
