using System.Text;

namespace Dateline.Ingest.Html;

/// <summary>Mends JSON-LD that no parser takes: raw line breaks and quotes inside strings, comments around it, several objects in a row, a missing end.</summary>
internal static class JsonLdRepair
{
    /// <summary>Longer scripts are no description of one story.</summary>
    private const int Longest = 2 << 20;

    /// <summary>The text with what is known to go wrong put right; whether it is JSON now, the parser says. One pass.</summary>
    public static string Mend(string text)
    {
        if (text.Length > Longest) { return ""; }
        StringBuilder mended = new(text.Length + 16);
        Stack<char> open = new();
        bool inside = false;
        int objects = 0;
        for (int i = Start(text); i < text.Length; i++)
        {
            char c = text[i];
            if (inside)
            {
                if (c == '\\')
                {
                    bool known = i + 1 < text.Length && "\"\\/bfnrtu".Contains(text[i + 1], StringComparison.Ordinal);
                    mended.Append(known ? "\\" : "\\\\");
                    if (known) { mended.Append(text[++i]); }
                    continue;
                }
                if (c == '"' && !EndsString(text, i + 1)) { mended.Append("\\\""); continue; }
                if (c < ' ') { mended.Append(' '); continue; }
                inside = c != '"';
                mended.Append(c);
                continue;
            }
            if (c == '"') { inside = true; }
            else if (c is '{' or '[')
            {
                if (open.Count == 0 && objects++ > 0) { mended.Append(','); }
                open.Push(c == '{' ? '}' : ']');
            }
            else if (c is '}' or ']')
            {
                if (open.Count == 0 || open.Pop() != c) { continue; }
            }
            else if (open.Count == 0) { continue; }
            else if (c is ';' or < ' ') { c = ' '; }
            mended.Append(c);
        }
        if (inside) { mended.Append('"'); }
        while (open.TryPop(out char close))
        {
            // A value cut off after its colon or comma.
            string tail = mended.ToString(Math.Max(0, mended.Length - 8), Math.Min(8, mended.Length)).TrimEnd();
            if (tail.EndsWith(':')) { mended.Append("null"); }
            mended.Append(close);
        }
        return objects > 1 ? mended.Insert(0, '[').Append(']').ToString() : mended.ToString();
    }

    private static int Start(string text)
    {
        int start = text.AsSpan().IndexOfAny('{', '[');
        // <![CDATA[ has brackets of its own.
        while (start > 0 && text[start] == '[' && (text[start - 1] == '!' || text.AsSpan(0, start).EndsWith("CDATA", StringComparison.Ordinal)))
        {
            int next = text.AsSpan(start + 1).IndexOfAny('{', '[');
            if (next < 0) { return text.Length; }
            start += 1 + next;
        }
        return start < 0 ? text.Length : start;
    }

    /// <summary>A quote ends its string when what may follow a string follows.</summary>
    private static bool EndsString(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) { at++; }
        if (at >= text.Length) { return true; }
        if (text[at] is '}' or ']' or ':') { return true; }
        if (text[at] != ',') { return false; }
        // After a comma comes the next name or value, and words do not.
        at++;
        while (at < text.Length && char.IsWhiteSpace(text[at])) { at++; }
        return at >= text.Length || text[at] is '"' or '{' or '[' or '}' or ']' or '-' || char.IsAsciiDigit(text[at])
            || text.AsSpan(at).StartsWith("true", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("false", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("null", StringComparison.Ordinal);
    }
}
