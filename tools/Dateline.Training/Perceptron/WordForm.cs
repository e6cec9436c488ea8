using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>What the models see of a written word: hashes of its form, its beginnings and endings, its pattern of letters.</summary>
internal struct WordForm
{
    /// <summary>Longest prefix of a word that is hashed; a longer "word" (a pasted key, a line of dashes) costs no more.</summary>
    private const int MaxLength = 64;

    public uint Exact;
    public uint Lower;
    public uint Prefix1;
    public uint Prefix2;
    public uint Prefix3;
    public uint Suffix1;
    public uint Suffix2;
    public uint Suffix3;
    public uint Suffix4;
    public uint Suffix5;
    public uint Shape;

    /// <summary>Stands before the first and after the last word.</summary>
    public static WordForm Outside { get; } = Of("\u0002");

    /// <summary>Hashes a word. Digits count as one, typographic quotes and dashes as the plain ones, except in <see cref="Exact"/>.</summary>
    public static WordForm Of(ReadOnlySpan<char> form)
    {
        if (form.Length > MaxLength) { form = form[..MaxLength]; }
        Span<char> lower = stackalloc char[MaxLength];
        int length = form.Length;
        uint exact = Seed, low = Seed, shape = Seed;
        char last = '\0';
        for (int i = 0; i < length; i++)
        {
            char c = form[i];
            char plain = Plain(c);
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : plain;
            lower[i] = kind == 'X' ? char.ToLowerInvariant(c) : plain;
            exact = Step(exact, char.IsAsciiDigit(c) ? '0' : c);
            low = Step(low, lower[i]);
            if (kind != last) { shape = Step(shape, kind); }
            last = kind;
        }
        WordForm word = default;
        word.Exact = exact;
        word.Lower = low;
        word.Shape = Step(shape, (char)Math.Min(length, 4));
        uint hash = Seed;
        for (int i = 1; i <= 3; i++)
        {
            hash = Step(hash, i <= length ? lower[i - 1] : '\0');
            if (i == 1) { word.Prefix1 = hash; } else if (i == 2) { word.Prefix2 = hash; } else { word.Prefix3 = hash; }
        }
        hash = Seed;
        for (int i = 1; i <= 5; i++)
        {
            hash = Step(hash, i <= length ? lower[length - i] : '\0');
            switch (i)
            {
                case 1: word.Suffix1 = hash; break;
                case 2: word.Suffix2 = hash; break;
                case 3: word.Suffix3 = hash; break;
                case 4: word.Suffix4 = hash; break;
                default: word.Suffix5 = hash; break;
            }
        }
        return word;
    }

    private const uint Seed = 2166136261;

    private static uint Step(uint hash, char c) => (hash ^ c) * 16777619;

    private static char Plain(char c) => c switch
    {
        >= '0' and <= '9' => '0',
        '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' => '-',
        '\u2013' or '\u2014' or '\u2015' => '\u2013',
        _ => c,
    };
}
