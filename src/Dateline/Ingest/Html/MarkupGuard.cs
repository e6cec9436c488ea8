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

    /// <summary>Elements whose content is text to their end tag, whatever stands in it.</summary>
    private static bool IsRawText(ReadOnlySpan<char> name) => name is "script" or "style" or "title" or "textarea" or "xmp" or "iframe" or "noembed" or "noframes";

    /// <summary>The page, unchanged when it is harmless. <c>TooDeep</c> when tags deeper than the limit were taken out, <c>TooMany</c> when those after the last that is kept were; their text stays.</summary>
    public static (string Html, bool TooDeep, bool TooMany) Clean(string html, int maxDepth, int maxElements)
    {
        OpenElements open = new(maxDepth, maxElements);
        StringBuilder? output = null;
        int kept = 0, tagBefore = 0;
        // What was once sought to the page's end in vain is not sought again: the pass stays linear.
        bool endless = false;
        HashSet<string> unclosed = new(StringComparer.Ordinal);
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
                int last = endless ? -1 : html.IndexOf("-->", at + 4, StringComparison.Ordinal);
                endless = last < 0;
                // A comment that never ends would swallow the story: its opening is no comment then.
                if (last < 0) { Replace(at, at + 4, ""); at += 4; } else { at = last + 3; }
                continue;
            }
            bool end = at + 1 < html.Length && html[at + 1] == '/';
            int nameStart = at + (end ? 2 : 1);
            int nameEnd = nameStart;
            while (nameEnd < html.Length && nameEnd - nameStart < LongestName && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] == '-')) { nameEnd++; }
            if (nameEnd == nameStart) { at++; continue; }
            int tagEnd = TagEnd(html, nameEnd);
            Span<char> lower = name[..html.AsSpan(nameStart, nameEnd - nameStart).ToLowerInvariant(name)];
            if (at > tagBefore) { open.Text(); }
            tagBefore = tagEnd;
            bool raw = !end && IsRawText(lower);
            int close = raw ? EndOf(html, tagEnd, lower, unclosed) : -1;
            // A title or frame that never ends would swallow the story; a script that never ends is the end of a page cut short.
            bool swallows = raw && close < 0 && lower is not ("script" or "style");
            if (swallows || !(end ? open.End(lower) : open.Start(lower, html.AsSpan(at, Math.Min(tagEnd - at, LongestTag)))))
            {
                Replace(at, tagEnd, " ");
                at = tagEnd;
                continue;
            }
            if (tagEnd - at > LongestTag) { Replace(at, tagEnd, string.Concat("<", lower, ">")); }
            at = tagEnd;
            if (raw && close >= 0) { at = tagBefore = close; }
        }
        return (output is null ? html : output.Append(html.AsSpan(kept)).ToString(), open.TooDeep, open.TooMany);
    }

    /// <summary>Offset of the end tag of an element whose content is text; -1 when there is none.</summary>
    private static int EndOf(string html, int at, ReadOnlySpan<char> name, HashSet<string> unclosed)
    {
        if (unclosed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) { return -1; }
        while (true)
        {
            int close = html.IndexOf("</", at, StringComparison.Ordinal);
            if (close < 0) { unclosed.Add(name.ToString()); }
            if (close < 0 || html.AsSpan(close + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) { return close; }
            at = close + 2;
        }
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
