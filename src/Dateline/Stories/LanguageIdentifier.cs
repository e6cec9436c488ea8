using System.Globalization;
using Dateline.Knowledge;

namespace Dateline.Stories;

/// <summary>A language by its code and English name.</summary>
/// <param name="Code">ISO 639-1, or 639-3 where that has none.</param>
/// <param name="Name">English name.</param>
public sealed record LanguageName(string Code, string Name);

/// <summary>Names the language of a text: by its script, then by its frequent words and their letter sequences.</summary>
/// <remarks>Tables in <c>knowledge/languages</c>. Read once, immutable, thread-safe.</remarks>
public sealed class LanguageIdentifier
{
    private const int MostLetters = 4000, FewestLetters = 40, FewestWords = 12, MostWords = 600;

    /// <summary>Share of words, weighted, that a text of the language has at least; texts of others stay below half of it.</summary>
    private const double Enough = 0.11;

    /// <summary>The best must lead by this factor: Danish and Norwegian differ by little, but by so much.</summary>
    private const double Lead = 1.04;

    /// <summary>Letter sequences decide between languages that share their words, and no more.</summary>
    private const double SequenceWeight = 0.12;

    private static readonly Lazy<LanguageIdentifier> s_embedded = new(() => new LanguageIdentifier());
    private readonly List<Script> _scripts = [];
    private readonly Dictionary<string, List<Profile>> _profiles = new(StringComparer.Ordinal);

    private LanguageIdentifier()
    {
        TsvTable scripts = TsvTable.Embedded("languages/scripts.tsv"), words = TsvTable.Embedded("languages/frequent-words.tsv");
        foreach (string[] row in scripts.Rows)
        {
            string code = scripts.Cell(row, "language");
            _scripts.Add(new Script(scripts.Cell(row, "script"), (char)Hex(scripts.Cell(row, "from")), (char)Hex(scripts.Cell(row, "to")), code.Length == 0 ? null : new LanguageName(code, scripts.Cell(row, "name"))));
        }
        foreach (IGrouping<string, string[]> script in words.Rows.GroupBy(row => words.Cell(row, "script"), StringComparer.Ordinal))
        {
            Dictionary<string, int> sharing = script.SelectMany(row => words.Cell(row, "words").Split(' ')).GroupBy(word => word, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
            _profiles[script.Key] = [.. script.Select(row => new Profile(new LanguageName(words.Cell(row, "language"), words.Cell(row, "name")), words.Cell(row, "words").Split(' '), sharing))];
        }
    }

    /// <summary>The tables of this build.</summary>
    public static LanguageIdentifier Default => s_embedded.Value;

    /// <summary>Every language that can be named.</summary>
    public IEnumerable<LanguageName> Languages => _scripts.Select(script => script.Language).OfType<LanguageName>().Concat(_profiles.Values.SelectMany(list => list).Select(profile => profile.Language));

    /// <summary>The language of a code such as <c>de</c> or <c>de-AT</c>; null for none that is known.</summary>
    public LanguageName? ByCode(string? code) => code is null ? null : Languages.FirstOrDefault(language => code.Split('-', '_')[0].Equals(language.Code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The language of a text, from its first thousands of letters; null when it is too short or like none.</summary>
    public LanguageName? Identify(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[_scripts.Count];
        int letters = 0;
        foreach (char c in text)
        {
            if (!char.IsLetter(c)) { continue; }
            for (int i = 0; i < _scripts.Count; i++)
            {
                if (c >= _scripts[i].From && c <= _scripts[i].To) { counts[i]++; break; }
            }
            if (++letters == MostLetters) { break; }
        }
        if (letters < FewestLetters) { return null; }
        int best = 0;
        for (int i = 1; i < counts.Length; i++) { if (counts[i] > counts[best]) { best = i; } }
        if (counts[best] < letters / 2 && !(IsEastAsian(_scripts[best].Name) && counts[best] > letters / 4)) { return null; }
        // Japanese writes most of its words in Chinese letters, between them its own.
        if (_scripts[best].Name is "Han" && _scripts.FindIndex(s => s.Name == "Kana") is >= 0 and int kana && counts[kana] * 20 > counts[best]) { return _scripts[kana].Language; }
        return _scripts[best].Language ?? (_profiles.TryGetValue(_scripts[best].Name, out List<Profile>? profiles) ? ByWords(text, profiles) : null);
    }

    private static bool IsEastAsian(string script) => script is "Han" or "Kana";

    private static LanguageName? ByWords(ReadOnlySpan<char> text, List<Profile> profiles)
    {
        Span<double> scores = profiles.Count <= 128 ? stackalloc double[profiles.Count] : new double[profiles.Count];
        int words = 0;
        Span<char> lower = stackalloc char[32];
        for (int start = 0; start < text.Length && words < MostWords;)
        {
            while (start < text.Length && !IsOfWord(text[start])) { start++; }
            int end = start;
            while (end < text.Length && IsOfWord(text[end])) { end++; }
            if (end == start) { break; }
            if (end - start <= lower.Length)
            {
                words++;
                int length = text[start..end].ToLowerInvariant(lower);
                for (int i = 0; i < profiles.Count; i++) { scores[i] += profiles[i].Score(lower[..length]); }
            }
            start = end;
        }
        int best = 0, second = -1;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) { (best, second) = (i, best); }
            else if (second < 0 || scores[i] > scores[second]) { second = i; }
        }
        return words >= FewestWords && scores[best] / words >= Enough && (second < 0 || scores[best] >= scores[second] * Lead) ? profiles[best].Language : null;
    }

    /// <summary>Letters, marks on them, and the joiner inside Persian words.</summary>
    private static bool IsOfWord(char c) => char.IsLetter(c) || c is '\u200C' or '\u2018' or '\u02BB' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed record Script(string Name, char From, char To, LanguageName? Language);

    /// <summary>A language's words, each weighing less the more languages share it, and the sequences of three letters in them.</summary>
    private sealed class Profile
    {
        private readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> _words;
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _sequences;

        public Profile(LanguageName language, string[] words, Dictionary<string, int> sharing)
        {
            Language = language;
            Dictionary<string, double> weights = new(StringComparer.Ordinal);
            HashSet<string> sequences = new(StringComparer.Ordinal);
            foreach (string word in words)
            {
                weights[word] = 1 / Math.Sqrt(sharing[word]);
                string padded = $" {word} ";
                for (int i = 0; i + 3 <= padded.Length; i++) { sequences.Add(padded.Substring(i, 3)); }
            }
            (_words, _sequences) = (weights.GetAlternateLookup<ReadOnlySpan<char>>(), sequences.GetAlternateLookup<ReadOnlySpan<char>>());
        }

        public LanguageName Language { get; }

        public double Score(ReadOnlySpan<char> word)
        {
            double score = _words.TryGetValue(word, out double weight) ? weight : 0;
            Span<char> padded = stackalloc char[word.Length + 2];
            padded[0] = padded[^1] = ' ';
            word.CopyTo(padded[1..]);
            int known = 0, all = padded.Length - 2;
            for (int i = 0; i < all; i++) { if (_sequences.Contains(padded.Slice(i, 3))) { known++; } }
            return score + (all == 0 ? 0 : SequenceWeight * known / all);
        }
    }
}
