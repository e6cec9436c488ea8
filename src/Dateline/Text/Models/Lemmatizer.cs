using System.Collections.Immutable;

namespace Dateline.Text.Models;

/// <summary>Lemmas by the word itself where the training data hold an exception, else by the longest known ending under its tag.</summary>
/// <remarks>Keys are hashes of (form, tag) and (ending, tag) in one open-addressed table.</remarks>
internal sealed class Lemmatizer
{
    /// <summary>Longest ending with a rule of its own.</summary>
    public const int MaxSuffix = 6;

    /// <summary>Longer words are their own lemma.</summary>
    public const int MaxForm = 64;

    private readonly uint[] _keys;
    private readonly ushort[] _values;
    private readonly ImmutableArray<LemmaScript> _scripts;

    /// <summary>Takes a table whose size is a power of two; key 0 is an empty slot.</summary>
    public Lemmatizer(uint[] keys, ushort[] values, ImmutableArray<LemmaScript> scripts)
    {
        _keys = keys;
        _values = values;
        _scripts = scripts;
        LongestAppend = scripts.IsEmpty ? 0 : scripts.Max(s => s.Append.Length);
    }

    /// <summary>Characters that a lemma may be longer than its form.</summary>
    public int LongestAppend { get; }

    public ReadOnlySpan<uint> Keys => _keys;
    public ReadOnlySpan<ushort> Values => _values;
    public ImmutableArray<LemmaScript> Scripts => _scripts;

    /// <summary>Writes the lemma; the target holds at least the form's length and <see cref="LongestAppend"/>.</summary>
    public int Lemmatize(ReadOnlySpan<char> form, uint tag, Span<char> target)
    {
        if (form.Length > MaxForm)
        {
            form.CopyTo(target);
            return form.Length;
        }
        int script = Find(FormKey(form, tag));
        for (int length = Math.Min(MaxSuffix, form.Length); script < 0 && length >= 0; length--)
        {
            script = Find(SuffixKey(form[^length..], tag));
        }
        return script >= 0 ? _scripts[script].Apply(form, target) : LemmaScript.Lower.Apply(form, target);
    }

    public static uint FormKey(ReadOnlySpan<char> form, uint tag) => Key(form, tag, 1, lower: false);

    public static uint SuffixKey(ReadOnlySpan<char> suffix, uint tag) => Key(suffix, tag, 2, lower: true);

    private static uint Key(ReadOnlySpan<char> text, uint tag, uint kind, bool lower)
    {
        uint hash = 2166136261;
        foreach (char raw in text)
        {
            char c = raw is '\u2019' or '\u2018' or '`' ? '\'' : raw;
            hash = (hash ^ (lower ? char.ToLowerInvariant(c) : c)) * 16777619;
        }
        return FeatureHash.Of(kind, hash, tag, (uint)text.Length) | 1;
    }

    private int Find(uint key)
    {
        int mask = _keys.Length - 1;
        for (int i = (int)(key >> 1) & mask, probes = 0; probes <= mask; i = (i + 1) & mask, probes++)
        {
            if (_keys[i] == key) { return _values[i]; }
            if (_keys[i] == 0) { return -1; }
        }
        return -1;
    }
}
