using System.Collections.Frozen;
using System.Globalization;
using Dateline.Knowledge;

namespace Dateline.Time;

/// <summary>The words of time expressions, from <c>knowledge/en/time-*.tsv</c>.</summary>
internal sealed class TimeLexicon
{
    private static readonly Lazy<TimeLexicon> Shared = new(() => new TimeLexicon());
    private readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenSet<(string Neighbour, string Side, WordClass Class)> _falseFriends;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _falseNeighbours;
    private readonly FrozenDictionary<string, (string[] Words, string Day)[]> _holidays;

    private TimeLexicon()
    {
        TsvTable words = TsvTable.Embedded("en/time-words.tsv");
        Dictionary<string, Entry> entries = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in words.Rows)
        {
            if (!Enum.TryParse(words.Cell(row, "class"), ignoreCase: true, out WordClass kind))
            {
                throw new InvalidDataException($"knowledge/{words.Name}: '{words.Cell(row, "word")}' has the unknown class '{words.Cell(row, "class")}'.");
            }
            string value = words.Cell(row, "value");
            bool number = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int parsed);
            entries.Add(words.Cell(row, "word"), new Entry(kind, parsed, number ? null : value));
        }
        _holidays = Holidays(entries);
        _words = entries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        TsvTable friends = TsvTable.Embedded("en/time-false-friends.tsv");
        HashSet<(string, string, WordClass)> pairs = [];
        HashSet<string> neighbours = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in friends.Rows)
        {
            neighbours.Add(friends.Cell(row, "neighbour"));
            pairs.Add((friends.Cell(row, "neighbour"), friends.Cell(row, "side"),
                Enum.Parse<WordClass>(friends.Cell(row, "class"), ignoreCase: true)));
        }
        _falseFriends = pairs.ToFrozenSet();
        _falseNeighbours = neighbours.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The tables of this build.</summary>
    public static TimeLexicon Default => Shared.Value;

    /// <summary>What the list knows of the word, in any case.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out Entry entry) => _words.TryGetValue(word, out entry);

    /// <summary>True when the neighbour makes a name of the word: "Bloody Sunday" (side <c>before</c>), "Sunday Times" (<c>after</c>).</summary>
    public bool IsFalseFriend(ReadOnlySpan<char> neighbour, string side, WordClass kind) =>
        _falseNeighbours.TryGetValue(neighbour, out string? known) && _falseFriends.Contains((known, side, kind));

    /// <summary>The holidays whose first word this is, longest name first, with their day as the table writes it.</summary>
    public IReadOnlyList<(string[] Words, string Day)> HolidaysFrom(string first) => _holidays.TryGetValue(first,
        out (string[], string)[]? found) ? found : [];

    private static FrozenDictionary<string, (string[] Words, string Day)[]> Holidays(Dictionary<string, Entry> entries)
    {
        TsvTable table = TsvTable.Embedded("en/time-holidays.tsv");
        List<(string[] Words, string Day)> all = [];
        foreach (string[] row in table.Rows)
        {
            string[] name = table.Cell(row, "name").Split([' ', '\'', '.'], StringSplitOptions.RemoveEmptyEntries);
            all.Add((name, table.Cell(row, "day")));
            entries.TryAdd(name[0], new Entry(WordClass.Holiday, 0, name[0]));
        }
        return all.GroupBy(h => h.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(h => h.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>One row: class, number, and code where the value is none.</summary>
    internal readonly record struct Entry(WordClass Class, int Value, string? Code);
}
