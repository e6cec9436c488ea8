using System.Buffers;
using System.Text;

namespace Dateline.Ingest.Html;

/// <summary>Takes out of a page what would make any HTML parser run out of stack, time or memory: endless nesting, giant tags. One pass, linear.</summary>
internal static class MarkupGuard
{
    /// <summary>Longer tags lose their attributes: no news page says anything in them.</summary>
    private const int LongestTag = 16 << 10;

    /// <summary>No element of HTML has a longer name.</summary>
    private const int LongestName = 32;

    /// <summary>Tags, and control characters that stand in no text.</summary>
    private static readonly SearchValues<char> s_stops = SearchValues.Create(
        "<\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000B\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    /// <summary>Elements that never nest, or whose end tag may be missing, so that counting them would mistake a long page for a deep one.</summary>
    private static bool Counts(ReadOnlySpan<char> name) =>
        name is not ("br" or "img" or "hr" or "meta" or "link" or "input" or "source" or "area" or "base" or "col" or "embed" or "param" or "track" or "wbr"
            or "p" or "li" or "dt" or "dd" or "td" or "th" or "tr" or "option" or "thead" or "tbody" or "tfoot" or "colgroup" or "optgroup" or "html" or "head" or "body");

    /// <summary>The page, unchanged when it is harmless; <c>Flattened</c> when tags deeper than the limit were taken out.</summary>
    public static (string Html, bool Flattened) Clean(string html, int maxDepth)
    {
        StringBuilder? output = null;
        int kept = 0, depth = 0;
        bool flattened = false;
        void Replace(int start, int end, ReadOnlySpan<char> by)
        {
            output ??= new StringBuilder(html.Length);
            output.Append(html.AsSpan(kept, start - kept)).Append(by);
            kept = end;
        }

        Span<char> name = stackalloc char[LongestName];
        for (int at = 0; at < html.Length;)
        {
            int next = html.AsSpan(at).IndexOfAny(s_stops);
            if (next < 0) { break; }
            at += next;
            if (html[at] != '<') { Replace(at, at + 1, ""); at++; continue; }
            if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            {
                int close = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
                // A comment that never ends would swallow the story: its opening is no comment then.
                if (close < 0) { Replace(at, at + 4, ""); at += 4; } else { at = close + 3; }
                continue;
            }
            bool end = at + 1 < html.Length && html[at + 1] == '/';
            int nameStart = at + (end ? 2 : 1);
            int nameEnd = nameStart;
            while (nameEnd < html.Length && nameEnd - nameStart < LongestName && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] == '-')) { nameEnd++; }
            if (nameEnd == nameStart) { at++; continue; }
            int tagEnd = TagEnd(html, nameEnd);
            Span<char> lower = name[..html.AsSpan(nameStart, nameEnd - nameStart).ToLowerInvariant(name)];
            if (!end && lower is "script" or "style")
            {
                int close = html.AsSpan(tagEnd).IndexOf(lower is "script" ? "</script" : "</style", StringComparison.OrdinalIgnoreCase);
                at = close < 0 ? tagEnd : tagEnd + close;
                continue;
            }
            if (Counts(lower))
            {
                bool selfClosing = tagEnd >= 2 && html[tagEnd - 2] == '/';
                if (end)
                {
                    if (depth > maxDepth) { Replace(at, tagEnd, " "); flattened = true; }
                    if (depth > 0) { depth--; }
                    at = tagEnd;
                    continue;
                }
                if (!selfClosing && ++depth > maxDepth)
                {
                    Replace(at, tagEnd, " ");
                    flattened = true;
                    at = tagEnd;
                    continue;
                }
            }
            if (tagEnd - at > LongestTag) { Replace(at, tagEnd, string.Concat("<", lower, ">")); }
            at = tagEnd;
        }
        return output is null ? (html, false) : (output.Append(html.AsSpan(kept)).ToString(), flattened);
    }

    /// <summary>Offset after the tag's ">", with quoted values skipped.</summary>
    private static int TagEnd(string html, int at)
    {
        while (at < html.Length)
        {
            int next = html.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (next < 0) { return html.Length; }
            at += next;
            char c = html[at++];
            if (c == '>') { return at; }
            // A quote only opens a value after an equals sign; elsewhere it is a slip of the pen.
            int before = at - 2;
            while (before > 0 && char.IsWhiteSpace(html[before])) { before--; }
            if (html[before] != '=') { continue; }
            int close = html.IndexOf(c, at);
            if (close < 0) { return html.Length; }
            at = close + 1;
        }
        return html.Length;
    }
}
