namespace Dateline.Text.Neural;

/// <summary>The rows of the embedding tables that a word's spelling selects: form, character n-grams, prefix, suffix, shape.</summary>
/// <remarks>Hashed features after Serra and Karatzoglou, "Getting deep recommenders fit: Bloom embeddings" (2017); n-grams after Bojanowski et al. (2017).
/// Digits count as zeros, typographic quotation marks and dashes as their plain twins.</remarks>
public static class TokenFeatures
{
    /// <summary>Fixed rows per token, before its n-grams: two of the form, prefix, suffix, shape.</summary>
    public const int Fixed = 5;

    /// <summary>At most so many n-grams count; longer words give those of their ends.</summary>
    public const int MaxNgrams = 40;

    private const int MaxLength = 32;

    /// <summary>Writes <see cref="Fixed"/> rows and then n-gram rows; returns how many were written.</summary>
    public static int Extract(ReadOnlySpan<char> form, EncoderShape shape, Span<int> rows)
    {
        Span<char> word = stackalloc char[MaxLength + 2];
        Span<char> pattern = stackalloc char[MaxLength];
        int length = 0, patternLength = 0, run = 0;
        char previous = '\0';
        bool longWord = form.Length > MaxLength;
        word[length++] = '<';
        for (int i = 0; i < form.Length; i++)
        {
            if (longWord && i == MaxLength / 2) { i = form.Length - (MaxLength / 2); }
            char c = Plain(form[i]);
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            run = kind == previous ? run + 1 : 1;
            previous = kind;
            if (run <= 3) { pattern[patternLength++] = kind; }
            word[length++] = char.IsDigit(c) ? '0' : char.ToLowerInvariant(c);
        }
        word[length++] = '>';
        ReadOnlySpan<char> lower = word[1..(length - 1)];
        ulong whole = Hash(lower, 17);
        rows[0] = (int)(whole % (ulong)shape.FormRows);
        rows[1] = (int)((whole >> 32) * 2654435761UL % (ulong)shape.FormRows);
        rows[2] = (int)(Hash(lower[..Math.Min(3, lower.Length)], 23) % (ulong)shape.AffixRows);
        rows[3] = (int)(Hash(lower[Math.Max(0, lower.Length - 3)..], 29) % (ulong)shape.AffixRows);
        rows[4] = (int)(Hash(pattern[..patternLength], 31) % (ulong)shape.ShapeRows);
        int count = Fixed;
        for (int n = 2; n <= 5; n++)
        {
            for (int i = 0; i + n <= length; i++)
            {
                if (n == 2 && i > 0 && i + n < length) { continue; }
                if (count == Fixed + MaxNgrams) { return count; }
                rows[count++] = (int)(Hash(word.Slice(i, n), 37) % (ulong)shape.NgramRows);
            }
        }
        return count;
    }

    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201B' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' => '-',
        '\u2014' or '\u2015' => '-',
        _ => c,
    };

    private static ulong Hash(ReadOnlySpan<char> text, ulong seed)
    {
        ulong hash = 14695981039346656037UL ^ (seed * 0x9E3779B97F4A7C15UL);
        foreach (char c in text) { hash = (hash ^ c) * 1099511628211UL; }
        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9UL;
        return hash ^ (hash >> 32);
    }
}
