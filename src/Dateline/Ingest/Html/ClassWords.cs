using System.Collections.Frozen;
using AngleSharp.Dom;
using Dateline.Knowledge;

namespace Dateline.Ingest.Html;

/// <summary>What the names of an element say, and why it is dropped if it is.</summary>
internal readonly record struct NamedRole(ElementRole Role, string Reason);

/// <summary>Reads the class and id names of elements by <c>knowledge/html/class-words.tsv</c>.</summary>
internal static class ClassWords
{
    private const int LongestNames = 600, LongestPhrase = 24;

    private static readonly Lazy<FrozenDictionary<string, NamedRole>> s_words = new(() =>
    {
        TsvTable table = TsvTable.Embedded("html/class-words.tsv");
        return table.Rows.ToFrozenDictionary(
            row => table.Cell(row, "words"), row => new NamedRole(Role(table.Cell(row, "role")), table.Cell(row, "reason")), StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>The role that the element's names give it; a name for furniture wins.</summary>
    public static NamedRole Of(IElement element)
    {
        NamedRole first = Names(element.ClassName);
        if (first.Role == ElementRole.Drop) { return first; }
        NamedRole second = Names(element.Id);
        return second.Role == ElementRole.Drop || first.Role == ElementRole.Unknown ? second.Role == ElementRole.Unknown ? first : second : first;
    }

    private static NamedRole Names(string? names)
    {
        NamedRole found = default;
        if (string.IsNullOrEmpty(names)) { return found; }
        ReadOnlySpan<char> text = names.AsSpan(0, Math.Min(names.Length, LongestNames));
        foreach (Range range in text.SplitAny(" \t\n\r"))
        {
            ReadOnlySpan<char> name = text[range];
            // "print:hidden", "md:flex", "w-[20em]", a page builder's "elementor-widget": how it looks, not what it is.
            if (name.IsEmpty || name.IndexOfAny(':', '[') >= 0 || name.StartsWith("elementor", StringComparison.Ordinal)) { continue; }
            NamedRole role = Name(name);
            if (role.Role == ElementRole.Drop) { return role; }
            if (found.Role == ElementRole.Unknown) { found = role; }
        }
        return found;
    }

    /// <summary>A name cut at inner capitals and at what is no letter; two or three parts in a row may be one phrase, and the phrase counts before its parts.</summary>
    private static NamedRole Name(ReadOnlySpan<char> name)
    {
        FrozenDictionary<string, NamedRole>.AlternateLookup<ReadOnlySpan<char>> words = s_words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> phrase = stackalloc char[LongestPhrase * 3 + 4];
        NamedRole found = default;
        int firstLength = 0, secondLength = 0;
        for (int start = 0; start < name.Length;)
        {
            if (!char.IsLetter(name[start])) { start++; continue; }
            int end = start + 1;
            while (end < name.Length && char.IsLetter(name[end]) && !(char.IsUpper(name[end]) && char.IsLower(name[end - 1]))) { end++; }
            ReadOnlySpan<char> part = name[start..end];
            start = end;
            if (part.Length > LongestPhrase) { firstLength = secondLength = 0; continue; }
            // phrase holds the two parts before, then this one.
            part.CopyTo(phrase[(firstLength + secondLength)..]);
            int whole = firstLength + secondLength + part.Length;
            NamedRole role = default;
            bool known = words.TryGetValue(phrase[..whole], out role) || words.TryGetValue(phrase[firstLength..whole], out role) || words.TryGetValue(part, out role);
            if (known && role.Role == ElementRole.Drop) { return role; }
            // The last part is the noun: "author-image-caption" is a caption.
            if (known) { found = role; }
            phrase[firstLength..whole].CopyTo(phrase);
            firstLength = secondLength;
            secondLength = part.Length + 1;
            phrase[firstLength + secondLength - 1] = ' ';
        }
        return found;
    }

    private static ElementRole Role(string name) => name switch
    {
        "drop" => ElementRole.Drop,
        "drop-small" => ElementRole.DropSmall,
        "deck" => ElementRole.Deck,
        "deck-maybe" => ElementRole.MaybeDeck,
        "deck-or-drop" => ElementRole.DeckOrDrop,
        "byline" => ElementRole.Byline,
        "caption" => ElementRole.Caption,
        "credit" => ElementRole.Credit,
        "kicker" => ElementRole.Kicker,
        "pullquote" => ElementRole.Pullquote,
        "post" => ElementRole.Post,
        "correction" => ElementRole.Correction,
        _ => throw new InvalidDataException($"knowledge/html/class-words.tsv: role is \"{name}\"; see knowledge/html/SOURCE.md for those there are."),
    };
}
