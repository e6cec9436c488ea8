using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>The words the tokenizer and the sentence splitter know: <c>knowledge/en/abbreviations.tsv</c> and its neighbours.</summary>
internal sealed class TokenTables
{
    private static readonly Lazy<TokenTables> Shared = new(() => new TokenTables());
    private readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _contractions;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _units;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _starters;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _attributions;

    private TokenTables()
    {
        TsvTable abbreviations = TsvTable.Embedded("en/abbreviations.tsv");
        _abbreviations = abbreviations.Rows
            .ToFrozenDictionary(r => abbreviations.Cell(r, "abbreviation"), r => Kind(abbreviations, r), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        TsvTable contractions = TsvTable.Embedded("en/contractions.tsv");
        _contractions = contractions.Rows
            .ToFrozenDictionary(r => contractions.Cell(r, "form"), r => Lengths(contractions, r), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixes = Words("en/hyphen-prefixes.tsv", "prefix", StringComparer.OrdinalIgnoreCase);
        _units = Words("en/unit-endings.tsv", "unit", StringComparer.Ordinal);
        _attributions = Words("en/quote-attributions.tsv", "word", StringComparer.Ordinal);
        _starters = Words("en/sentence-starters.tsv", "word", StringComparer.Ordinal);
    }

    /// <summary>The tables of this build.</summary>
    public static TokenTables Default => Shared.Value;

    /// <summary>The kind of a form that ends with its period.</summary>
    public AbbreviationKind Abbreviation(ReadOnlySpan<char> form)
    {
        if (_abbreviations.TryGetValue(form, out AbbreviationKind kind)) { return kind; }
        if (form.Length == 2 && char.IsUpper(form[0]) && form[1] == '.') { return AbbreviationKind.Initial; }
        return IsAcronym(form) ? AbbreviationKind.Acronym : InCapitals(form);
    }

    /// <summary>Lengths of the words that a contraction written without its apostrophe, or with an odd one, is cut into.</summary>
    public bool TryContraction(ReadOnlySpan<char> form, out int[] lengths)
    {
        bool found = _contractions.TryGetValue(form, out int[]? cut);
        lengths = cut ?? [];
        return found;
    }

    /// <summary>A beginning that stays with its hyphenated word: "non-aligned" is one word, "long-range" three.</summary>
    public bool IsHyphenPrefix(ReadOnlySpan<char> word) => _prefixes.Contains(word);

    /// <summary>A unit that is written against its number: "300km" is two words, "20th" one.</summary>
    public bool IsUnit(ReadOnlySpan<char> word) => _units.Contains(word);

    /// <summary>A capitalised word that, after an abbreviation, begins a sentence.</summary>
    public bool IsSentenceStarter(ReadOnlySpan<char> word) => _starters.Contains(word);

    /// <summary>A verb form that hands a quotation to its speaker: "asked".</summary>
    public bool IsAttributionVerb(ReadOnlySpan<char> word) => _attributions.Contains(word);

    /// <summary>The kind of a title or month in capitals ("GEN.", "SEPT."), as datelines and headlines have them.</summary>
    private AbbreviationKind InCapitals(ReadOnlySpan<char> form)
    {
        if (form.Length is < 3 or > 8 || form[..^1].ContainsAnyExceptInRange('A', 'Z')) { return AbbreviationKind.None; }
        Span<char> title = stackalloc char[form.Length];
        form.ToLowerInvariant(title);
        title[0] = form[0];
        return _abbreviations.TryGetValue(title, out AbbreviationKind kind) && kind is AbbreviationKind.Title or AbbreviationKind.Month or AbbreviationKind.Company
            ? kind : AbbreviationKind.None;
    }

    private static bool IsAcronym(ReadOnlySpan<char> form)
    {
        if (form.Length is < 4 or > 16 || form.Length % 2 != 0) { return false; }
        for (int i = 0; i < form.Length; i += 2)
        {
            if (!char.IsLetter(form[i]) || form[i + 1] != '.') { return false; }
        }
        return true;
    }

    private static AbbreviationKind Kind(TsvTable table, string[] row) => table.Cell(row, "kind") switch
    {
        "title" => AbbreviationKind.Title,
        "month" => AbbreviationKind.Month,
        "day" => AbbreviationKind.Day,
        "number" => AbbreviationKind.Number,
        "company" => AbbreviationKind.Company,
        "latin" => AbbreviationKind.Latin,
        "ending" => AbbreviationKind.Ending,
        "place" => AbbreviationKind.Place,
        string other => throw new InvalidDataException($"knowledge/{table.Name}: kind \"{other}\" of {row[0]} is unknown. Use title, month, day, number, company, latin, ending or place."),
    };

    private static int[] Lengths(TsvTable table, string[] row) => [.. table.Cell(row, "words").Split(' ').Select(w => w.Length)];

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string name, string column, StringComparer comparer)
    {
        TsvTable table = TsvTable.Embedded(name);
        return table.Rows.Select(r => table.Cell(r, column)).ToFrozenSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
