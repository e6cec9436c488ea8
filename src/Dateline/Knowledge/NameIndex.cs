using System.Buffers;

namespace Dateline.Knowledge;

/// <summary>Names to values without a string made on the way: exact case first, then headline capitals, then plain letters for accented ones.</summary>
/// <remarks>"US" is a name and "us" is not; "RUSSIA" is "Russia". Words of three letters and fewer must be written as the table has them.</remarks>
public sealed class NameIndex<T> where T : class
{
    private const int ShortestInCapitals = 4;
    private const int Longest = 96;
    private static readonly SearchValues<char> Odd = SearchValues.Create("\r\n\t\u00A0\u2018\u2019\u02BC\u02BB\u2011\u2010`");

    // Plain dictionaries: freezing ten thousand names costs more at start than it ever saves in a run.
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _anyCase;

    /// <summary>Indexes the names; the first value of a name wins.</summary>
    public NameIndex(IEnumerable<KeyValuePair<string, T>> names)
    {
        Dictionary<string, T> exact = new(StringComparer.Ordinal);
        Dictionary<string, T> anyCase = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, T value) in names)
        {
            exact.TryAdd(name, value);
            string folded = Folding.Fold(name);
            if (!ReferenceEquals(folded, name)) { exact.TryAdd(folded, value); }
            if (name.Length >= ShortestInCapitals) { anyCase.TryAdd(folded, value); }
        }
        _exact = exact.GetAlternateLookup<ReadOnlySpan<char>>();
        _anyCase = anyCase.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of spellings.</summary>
    public int Count => _exact.Dictionary.Count;

    /// <summary>The value of a name, with or without "the" before it; null when the table has none.</summary>
    public T? Find(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > Longest) { return null; }
        if (name.Length > 4 && (name.StartsWith("the ", StringComparison.Ordinal) || name.StartsWith("The ", StringComparison.Ordinal)))
        {
            return FindBare(name) ?? FindBare(name[4..]);
        }
        return FindBare(name);
    }

    private T? FindBare(ReadOnlySpan<char> name)
    {
        if (_exact.TryGetValue(name, out T? value)) { return value; }
        if (name.Length >= ShortestInCapitals && IsCapitals(name) && _anyCase.TryGetValue(name, out value)) { return value; }
        if (name.IndexOfAnyExceptInRange('\u0020', '\u007E') < 0 && name.IndexOfAny(Odd) < 0) { return null; }
        Span<char> plain = stackalloc char[Longest];
        for (int i = 0; i < name.Length; i++)
        {
            plain[i] = name[i] switch
            {
                '\r' or '\n' or '\t' or '\u00A0' => ' ',
                '\u2010' or '\u2011' => '-',
                char c => Folding.Fold(c),
            };
        }
        ReadOnlySpan<char> folded = plain[..name.Length];
        if (_exact.TryGetValue(folded, out value)) { return value; }
        return name.Length >= ShortestInCapitals && IsCapitals(folded) && _anyCase.TryGetValue(folded, out value) ? value : null;
    }

    private static bool IsCapitals(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (char.IsLower(c)) { return false; }
        }
        return true;
    }
}
