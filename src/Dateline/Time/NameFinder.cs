using Dateline.Text;

namespace Dateline.Time;

/// <summary>Finds a full name as written, with or without an initial in the middle: "Donald Trump", "Donald J. Trump".</summary>
internal static class NameFinder
{
    /// <summary>Every place of the name, in text order.</summary>
    public static List<TextSpan> All(string text, string name)
    {
        List<TextSpan> found = [];
        int blank = name.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0) { return found; }
        ReadOnlySpan<char> given = name.AsSpan(0, blank + 1), rest = name.AsSpan(blank + 1);
        for (int at = 0; at < text.Length;)
        {
            int hit = text.AsSpan(at).IndexOf(given, StringComparison.Ordinal);
            if (hit < 0) { break; }
            int start = at + hit, next = start + given.Length;
            at = next;
            if (next + 2 < text.Length && char.IsUpper(text[next]) && text[next + 1] == '.' && text[next + 2] == ' ') { next += 3; }
            int end = next + rest.Length;
            bool whole = text.AsSpan(next).StartsWith(rest, StringComparison.Ordinal) && (end == text.Length || !char.IsLetter(text[end]))
                && (start == 0 || !char.IsLetter(text[start - 1]));
            if (whole) { found.Add(new TextSpan(start, end)); }
        }
        return found;
    }
}
