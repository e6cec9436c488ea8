using Dateline.Text.Models;

namespace Dateline.Text;

/// <summary>Working memory of one analysis at a time, reused from story to story.</summary>
internal sealed class AnalysisBuffers
{
    /// <summary>Lemmas and forms kept as strings; the cache starts anew when it is full, so memory stays bounded.</summary>
    private const int MaxStrings = 1 << 16;

    private readonly HashSet<string> _strings = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public AnalysisBuffers() => _lookup = _strings.GetAlternateLookup<ReadOnlySpan<char>>();

    public ParserState State { get; } = new();
    public WordForm[] Words { get; private set; } = [];
    public byte[] Tags { get; private set; } = [];
    public char[] Chars { get; } = new char[512];
    public List<RawToken> Raw { get; } = [];
    public List<int> SentenceEnds { get; } = [];
    public List<Token> Tokens { get; } = [];
    public List<Sentence> Sentences { get; } = [];

    /// <summary>Makes room for a sentence with padding on both sides.</summary>
    public void Reserve(int words)
    {
        if (Tags.Length >= words) { return; }
        int size = Math.Max(128, words * 3 / 2);
        Words = new WordForm[size + (2 * TaggerFeatures.Padding)];
        Tags = new byte[size];
        Words[0] = Words[1] = WordForm.Outside;
    }

    /// <summary>The string with these characters.</summary>
    public string Share(ReadOnlySpan<char> text)
    {
        if (_lookup.TryGetValue(text, out string? known)) { return known; }
        if (_strings.Count >= MaxStrings) { _strings.Clear(); }
        string made = text.ToString();
        _strings.Add(made);
        return made;
    }
}
