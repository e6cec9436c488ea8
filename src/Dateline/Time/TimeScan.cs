using System.Buffers;
using Dateline.Text;

namespace Dateline.Time;

/// <summary>The words of one block as the time rules read them. Its own light scan, so that no tagger's error loses a date.</summary>
internal sealed class TimeScan
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private readonly List<TimeWord> _words = [];
    private readonly TimeLexicon _lexicon;

    /// <summary>Scans the block once, left to right.</summary>
    public TimeScan(string text, TextSpan block, TimeLexicon lexicon)
    {
        Text = text;
        _lexicon = lexicon;
        int at = block.Start;
        while (at < block.End)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c)) { at++; continue; }
            int end = at + 1;
            if (char.IsAsciiDigit(c)) { end = ReadNumber(at, block.End); }
            else if (char.IsLetter(c)) { end = ReadWord(at, block.End); }
            else { Add(at, end, WordClass.Mark, 0, null, formatted: false); }
            at = end;
        }
    }

    public string Text { get; }

    /// <summary>Number of words and marks.</summary>
    public int Count => _words.Count;

    /// <summary>The word; an empty one outside the text, so that rules may look around freely.</summary>
    public TimeWord this[int index] => (uint)index < (uint)_words.Count ? _words[index] : default;

    /// <summary>The class of a word; <see cref="WordClass.Other"/> outside the text.</summary>
    public WordClass Class(int index) => this[index].Class;

    /// <summary>The word as written; empty outside the text.</summary>
    public ReadOnlySpan<char> Word(int index) =>
        Text.AsSpan(this[index].Start, this[index].Length);

    /// <summary>True when the word is this one, in any case.</summary>
    public bool Is(int index, string word) => Word(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool Is(int index, string one, string other) => Is(index, one) || Is(index, other);

    /// <summary>True when the mark or word is this one and no blank stands before it.</summary>
    public bool IsGlued(int index, string word) => index > 0 && index < _words.Count && _words[index].Glued && Is(index, word);

    /// <summary>A hyphen or dash of any length.</summary>
    public bool IsDash(int index) => Class(index) == WordClass.Mark && Word(index)[0] is '-' or '–' or '—' or '‐' or '‑' or '−';

    public bool IsApostrophe(int index) => Class(index) == WordClass.Mark && Word(index)[0] is '\'' or '’' or '‘';

    /// <summary>The first word, or one after a full stop: its capital letter says nothing.</summary>
    public bool StartsSentence(int index) =>
        index == 0 || (Class(index - 1) == WordClass.Mark
            && Word(index - 1)[0] is '.' or '!' or '?' or '"' or '“' or ':' or '•' or '\'' or '‘' or '—' or '–');

    /// <summary>Index after a full stop that belongs to an abbreviation ("Oct."), else the index itself.</summary>
    public int SkipDot(int index) => IsGlued(index, ".") ? index + 1 : index;

    /// <summary>True for digits without separators that could be a year of the modern era.</summary>
    public bool IsYear(int index) =>
        Class(index) == WordClass.Digits && !_words[index].Formatted && _words[index].Length == 4
            && _words[index].Value is >= 1000 and <= 2199;

    /// <summary>Plain digits between the bounds, at most two of them.</summary>
    public bool IsSmall(int index, int low, int high) =>
        Class(index) == WordClass.Digits && !_words[index].Formatted && _words[index].Length <= 2
            && _words[index].Value >= low && _words[index].Value <= high;

    /// <summary>True when the neighbour makes a name of the word.</summary>
    public bool IsFalseFriend(int index)
    {
        WordClass kind = Class(index);
        return _lexicon.IsFalseFriend(Word(index - 1), "before", kind) || _lexicon.IsFalseFriend(Word(index + 1), "after", kind)
            || (Is(index - 1, "on") && _lexicon.IsFalseFriend(Word(index - 2), "before-on", kind));
    }

    /// <summary>The holidays whose first word stands here.</summary>
    public IReadOnlyList<(string[] Words, string Day)> Holidays(int index) => _lexicon.HolidaysFrom(Word(index).ToString());

    /// <summary>Characters from one word to another, the second exclusive.</summary>
    public TextSpan SpanOf(int first, int end) => new(_words[first].Start, _words[end - 1].End);

    private int ReadNumber(int at, int limit)
    {
        ReadOnlySpan<char> rest = Text.AsSpan(at, limit - at);
        int length = rest.IndexOfAnyExcept(Digits);
        if (length < 0) { length = rest.Length; }
        bool formatted = false;
        while (length + 1 < rest.Length && rest[length] is ',' or '.' && char.IsAsciiDigit(rest[length + 1]))
        {
            int more = rest[(length + 1)..].IndexOfAnyExcept(Digits);
            int group = more < 0 ? rest.Length - length - 1 : more;
            if (rest[length] == ',' && group != 3) { break; }
            if (rest[length] == '.' && length > 0 && rest[..length].Contains('.')) { break; }
            formatted = true;
            length += 1 + group;
        }
        int value = -1;
        if (!formatted && length <= 9) { value = int.Parse(rest[..length], System.Globalization.CultureInfo.InvariantCulture); }
        int end = at + length;
        // "20th", "2nd" and "1st" are ordinals.
        if (!formatted && length <= 2 && end + 2 <= limit && IsOrdinalEnding(Text.AsSpan(end, 2)) && (end + 2 == limit
            || !char.IsLetterOrDigit(Text[end + 2])))
        {
            Add(at, end + 2, WordClass.Ordinal, value, null, formatted: false);
            return end + 2;
        }
        Add(at, end, WordClass.Digits, value, null, formatted);
        return end;
    }

    private static bool IsOrdinalEnding(ReadOnlySpan<char> two) =>
        two.Equals("th", StringComparison.OrdinalIgnoreCase) || two.Equals("st", StringComparison.OrdinalIgnoreCase)
        || two.Equals("nd", StringComparison.OrdinalIgnoreCase) || two.Equals("rd", StringComparison.OrdinalIgnoreCase);

    private int ReadWord(int at, int limit)
    {
        int end = at + 1;
        while (end < limit && char.IsLetter(Text[end])) { end++; }
        if (_lexicon.TryGet(Text.AsSpan(at, end - at), out TimeLexicon.Entry entry)) { Add(at, end, entry.Class,
            entry.Value, entry.Code, formatted: false); }
        else { Add(at, end, WordClass.Other, 0, null, formatted: false); }
        return end;
    }

    private void Add(int start, int end, WordClass kind, int value, string? code,
        bool formatted) => _words.Add(new TimeWord(start, end, kind, value)
    {
        Capital = char.IsUpper(Text[start]),
        Glued = _words.Count > 0 && _words[^1].End == start,
        Formatted = formatted,
        Code = code,
    });
}
