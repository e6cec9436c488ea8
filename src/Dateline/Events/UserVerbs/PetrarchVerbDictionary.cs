using System.Security.Cryptography;
using System.Text;

namespace Dateline.Events.UserVerbs;

/// <summary>A user's verb dictionary in the format of PETRARCH (and TABARI before it): verbs with default codes, and patterns around them.</summary>
/// <seealso href="docs/how-to/own-dictionaries.md"/>
public sealed class PetrarchVerbDictionary
{
    private readonly Dictionary<string, List<PetrarchVerb>> _verbs;

    private PetrarchVerbDictionary(Dictionary<string, List<PetrarchVerb>> verbs, int patterns, string hash) => (_verbs, PatternCount, Hash) = (verbs, patterns, hash);

    /// <summary>Forms of verbs it lists.</summary>
    public int FormCount => _verbs.Count;

    /// <summary>Patterns it lists.</summary>
    public int PatternCount { get; }

    /// <summary>First characters of the SHA-256 of its text, for the record's options.</summary>
    public string Hash { get; }

    /// <summary>Reads a dictionary.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="text">Its lines.</param>
    /// <exception cref="InvalidDataException">With file, line and reason.</exception>
    public static PetrarchVerbDictionary Parse(string name, string text)
    {
        PetrarchVerbParser parser = new(name);
        int line = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines()) { parser.Line(++line, raw); }
        return new PetrarchVerbDictionary(parser.Verbs, parser.PatternCount, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]);
    }

    /// <summary>Entries for a form or lemma in lower case; those of several words first.</summary>
    internal IReadOnlyList<PetrarchVerb> Find(string word) => _verbs.TryGetValue(word, out List<PetrarchVerb>? found) ? found : [];
}
