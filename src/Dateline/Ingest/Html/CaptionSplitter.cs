using Dateline.Text;

namespace Dateline.Ingest.Html;

/// <summary>Cuts the credit off a caption: by the elements it is made of, by its words, by a bracket or sign at its end.</summary>
internal static class CaptionSplitter
{
    private const int MostCreditWords = 9, LongestCredit = 90;

    /// <summary>The caption and its credit; either may be empty.</summary>
    public static (string Caption, string Credit) Split(string text, IReadOnlyList<string> segments)
    {
        text = text.Trim();
        if (segments.Count > 1)
        {
            int first = segments.Count;
            while (first > 0 && IsCredit(segments[first - 1], first > 1)) { first--; }
            if (first < segments.Count)
            {
                string caption = string.Join(' ', segments.Take(first));
                (string inner, string more) = Split(caption, []);
                return (inner, string.Join(' ', segments.Skip(first).Prepend(more).Where(s => s.Length > 0)));
            }
        }
        if (text.Length == 0) { return ("", ""); }
        TextUnit unit = new() { Span = new TextSpan(0, text.Length), AfterBlank = true, EndsSentence = TextLayout.EndsSentence(text), Words = TextLayout.CountWords(text), HasInnerSentenceEnd = TextLayout.InnerSentenceEnd(text) >= 0 };
        if (CaptionFinder.Credit(text, unit, mayBeHeadline: false) is { } credit) { return (Trimmed(text[..credit.Start]), text[credit.Start..]); }
        int at = Mark(text);
        return at >= 0 ? (Trimmed(text[..at]), text[at..].Trim()) : (text, "");
    }

    /// <summary>Where a credit starts that a sign announces: "… © dpa | Jane Doe", "… [Photo = Agency]", "… (Dok. IGI)", "… Foto: Jane Doe", "… / Jane Doe".</summary>
    private static int Mark(string text)
    {
        foreach (string sign in (ReadOnlySpan<string>)["©", "(c)", "Foto:", "Fotos:", "Bild:", "Quelle:", "(Quelle:", "Source:", "Crédit", "Photo:", "Credit:", "Créditos:", "Fuente:", "FOTO:", "PHOTO:", "Ảnh:", "Ljósmynd", "Fotoğraf:", "Фото:", "[사진", "写真", "사진="])
        {
            int found = text.LastIndexOf(sign, StringComparison.Ordinal);
            if (found >= 0 && text.Length - found <= LongestCredit && (found == 0 || !char.IsLetterOrDigit(text[found - 1]) || sign[0] is '写' or '[')) { return found > 0 && text[found - 1] == '(' ? found - 1 : found; }
        }
        if (text[^1] is ')' or ']')
        {
            int open = text.LastIndexOfAny(['(', '[']);
            // A bracket after the caption's full stop, or of names alone.
            if (open > 10 && text.Length - open <= LongestCredit && IsNames(text[(open + 1)..^1]) && (text[open - 1] != ' ' || TextLayout.EndsSentence(text.AsSpan(0, open)) || text[^1] == ']')) { return open; }
        }
        int slash = text.LastIndexOf(" / ", StringComparison.Ordinal);
        return slash > 20 && text.Length - slash <= LongestCredit / 2 && IsNames(text[(slash + 3)..]) ? slash + 1 : -1;
    }

    private static bool IsCredit(string segment, bool afterCaption)
    {
        if (segment.Length > LongestCredit || TextLayout.CountWords(segment) > MostCreditWords) { return false; }
        if (Mark(segment) == 0 || Stories.AgencyTable.Default.StartsWith(segment, out _)) { return true; }
        ReadOnlySpan<char> bare = segment.AsSpan().Trim("()[]|/–—-• ");
        return bare.Length == 0 || (afterCaption && !TextLayout.EndsSentence(segment) && IsNames(bare.ToString()));
    }

    /// <summary>Capitalised words and the small words of names.</summary>
    private static bool IsNames(string words)
    {
        int count = 0;
        foreach (string word in words.Split([' ', '/', ',', '|', '.', ':', '-', '='], StringSplitOptions.RemoveEmptyEntries))
        {
            if (++count > MostCreditWords) { return false; }
            if (char.IsLower(word[0]) && word is not ("von" or "van" or "de" or "der" or "da" or "via" or "und" or "and" or "for" or "by" or "dpa" or "picture" or "alliance" or "imago" or "for" or "the" or "of" or "epa" or "afp" or "via" or "pool" or "file" or "handout" or "image" or "images")) { return false; }
        }
        return count > 0;
    }

    private static string Trimmed(string caption) => caption.TrimEnd(' ', '|', '/', '-', '–', '—', '(', '[', '•');
}
