using Dateline.Text.Neural;

namespace Dateline.Text;

/// <summary>Working memory of one analysis at a time, reused from story to story.</summary>
internal sealed class AnalysisBuffers
{
    /// <summary>Lemmas and forms kept as strings; the cache starts anew when it is full, so memory stays bounded.</summary>
    private const int MaxStrings = 1 << 16;

    private readonly HashSet<string> _strings = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public AnalysisBuffers(EncoderModel model)
    {
        _lookup = _strings.GetAlternateLookup<ReadOnlySpan<char>>();
        Encoder = new Encoder(model);
    }

    public Encoder Encoder { get; }
    public char[] Chars { get; } = new char[512];
    /// <summary>Words of the block at hand.</summary>
    public List<RawToken> BlockRaw { get; } = [];
    /// <summary>Words of the story.</summary>
    public List<RawToken> Raw { get; } = [];
    public List<string> Forms { get; } = [];
    public List<int> SentenceEnds { get; } = [];
    public List<Sentence> Sentences { get; } = [];
    /// <summary>Sentence bounds inside the encoder's batch.</summary>
    public List<int> Starts { get; } = [];
    public Upos[] Upos { get; private set; } = [];
    public int[] Xpos { get; private set; } = [];
    /// <summary>Index of the head among the story's words, -1 for a root.</summary>
    public int[] Heads { get; private set; } = [];
    public int[] Deprel { get; private set; } = [];
    public NameTag[] Names { get; private set; } = [];

    /// <summary>Forgets the last story.</summary>
    public void Clear()
    {
        Raw.Clear();
        Forms.Clear();
        Sentences.Clear();
    }

    /// <summary>Makes room for the analysis of all words.</summary>
    public void Reserve()
    {
        if (Upos.Length >= Forms.Count) { return; }
        int size = Math.Max(1024, Forms.Count * 3 / 2);
        (Upos, Xpos, Heads, Deprel, Names) = (new Upos[size], new int[size], new int[size], new int[size], new NameTag[size]);
    }

    /// <summary>The word without a head.</summary>
    public int RootOf(Sentence sentence)
    {
        int root = sentence.First;
        while (root + 1 < sentence.End && Heads[root] >= 0) { root++; }
        return root;
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
