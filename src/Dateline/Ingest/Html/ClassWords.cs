using System.Collections.Frozen;
using AngleSharp.Dom;
using Dateline.Knowledge;

namespace Dateline.Ingest.Html;

/// <summary>What an element is for, by its class and id names.</summary>
internal enum ElementRole
{
    /// <summary>Its names say nothing.</summary>
    Unknown,
    /// <summary>No part of the story.</summary>
    Drop,
    Deck,
    Byline,
    Caption,
    Credit,
    Kicker,
}

/// <summary>Reads the class and id names of elements by <c>knowledge/html/class-words.tsv</c>.</summary>
internal static class ClassWords
{
    private const int LongestNames = 400;

    private static readonly Lazy<FrozenDictionary<string, ElementRole>> s_words = new(() =>
    {
        TsvTable table = TsvTable.Embedded("html/class-words.tsv");
        return table.Rows.ToFrozenDictionary(row => table.Cell(row, "word"), row => Role(table.Cell(row, "role")), StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>The role that the element's names give it; a name for furniture wins.</summary>
    public static ElementRole Of(IElement element)
    {
        ElementRole first = Names(element.ClassName);
        ElementRole second = first == ElementRole.Drop ? ElementRole.Unknown : Names(element.Id);
        return second == ElementRole.Drop || first == ElementRole.Unknown ? second == ElementRole.Unknown ? first : second : first;
    }

    private static ElementRole Names(string? names)
    {
        if (string.IsNullOrEmpty(names)) { return ElementRole.Unknown; }
        ReadOnlySpan<char> text = names.AsSpan(0, Math.Min(names.Length, LongestNames));
        FrozenDictionary<string, ElementRole>.AlternateLookup<ReadOnlySpan<char>> words = s_words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        ElementRole found = ElementRole.Unknown;
        for (int start = 0; start < text.Length;)
        {
            if (!char.IsAsciiLetter(text[start])) { start++; continue; }
            int end = start + 1;
            while (end < text.Length && char.IsAsciiLetter(text[end]) && !(char.IsUpper(text[end]) && char.IsLower(text[end - 1]))) { end++; }
            if (words.TryGetValue(text[start..end], out ElementRole role))
            {
                if (role == ElementRole.Drop) { return role; }
                if (found == ElementRole.Unknown) { found = role; }
            }
            start = end;
        }
        return found;
    }

    private static ElementRole Role(string name) => name switch
    {
        "drop" => ElementRole.Drop,
        "deck" => ElementRole.Deck,
        "byline" => ElementRole.Byline,
        "caption" => ElementRole.Caption,
        "credit" => ElementRole.Credit,
        "kicker" => ElementRole.Kicker,
        _ => throw new InvalidDataException($"knowledge/html/class-words.tsv: role is \"{name}\"; expected drop, deck, byline, caption, credit or kicker."),
    };
}
