namespace Dateline.Entities;

/// <summary>All occurrences of one name string in a story, typed together.</summary>
internal sealed class NameGroup(string text)
{
    /// <summary>The name as first written.</summary>
    public string Text { get; } = text;

    /// <summary>The name's words that carry it: no initials, no suffix, no "the".</summary>
    public string[] Words { get; } = Split(text);

    public List<NamePiece> Pieces { get; } = [];

    public TypeScores Scores { get; } = new();

    public EntityType Type { get; set; } = EntityType.Other;

    /// <summary>True when the model reads a name in some occurrence.</summary>
    public bool Modelled { get; set; }

    /// <summary>Points behind <see cref="Type"/>.</summary>
    public double Points { get; set; }

    public EntityDraft? Entity { get; set; }

    private int[]? _starts;

    /// <summary>True when the other's words end this name ("Macron"), or begin it.</summary>
    public bool EndsWith(NameGroup tail) => tail.Words.Length < Words.Length && Matches(Words.AsSpan()[^tail.Words.Length..], tail.Words);

    /// <summary>True when the other's words begin this name.</summary>
    public bool StartsWith(NameGroup start) => start.Words.Length < Words.Length && Matches(Words.AsSpan()[..start.Words.Length], start.Words);

    /// <summary>First token of the last occurrence before a token, -1 for none.</summary>
    public int LastBefore(int token)
    {
        _starts ??= [.. Pieces.Select(p => p.First).Order()];
        int at = Array.BinarySearch(_starts, token);
        at = at < 0 ? ~at - 1 : at - 1;
        return at < 0 ? -1 : _starts[at];
    }

    private static bool Matches(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (!a[i].Equals(b[i], StringComparison.OrdinalIgnoreCase)) { return false; }
        }
        return a.Length > 0;
    }

    private static string[] Split(string text)
    {
        string[] all = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] kept = [.. all.Where(w => !IsInitial(w) && w.TrimEnd('.') is not ("Jr" or "Sr" or "II" or "III" or ",")).Select(w => w.TrimEnd(','))];
        return kept.Length > 0 ? kept : all;
    }

    private static bool IsInitial(string word) => word.Length == 2 && char.IsUpper(word[0]) && word[1] == '.';
}
