using System.Collections.Frozen;
using System.Globalization;
using Dateline.Knowledge;

namespace Dateline.Quantities;

/// <summary>What a bound does to a number.</summary>
internal enum BoundKind : byte { None, Above, AtLeast, AtMost, Below, Near }

/// <summary>What a word is in a quantity.</summary>
internal enum QuantityWordClass : byte { None, Number, Scale, Glued, Vague, Percent }

/// <summary>The words of quantities, from <c>knowledge/en/quantity-*.tsv</c>.</summary>
internal sealed class QuantityLexicon
{
    private static readonly Lazy<QuantityLexicon> Shared = new(() => new QuantityLexicon());
    private readonly FrozenDictionary<string, (QuantityWordClass Class, decimal Value)>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _currencyWords;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _labels;
    private readonly FrozenDictionary<string, (string[] Words, BoundKind Kind)[]>.AlternateLookup<ReadOnlySpan<char>> _boundsByLast;
    private readonly (string Sign, string Code)[] _signs;

    private QuantityLexicon()
    {
        TsvTable words = TsvTable.Embedded("en/quantity-words.tsv");
        _words = words.Rows.ToFrozenDictionary(
            r => words.Cell(r, "word"),
            r => (Enum.Parse<QuantityWordClass>(words.Cell(r, "class"), ignoreCase: true),
                decimal.TryParse(words.Cell(r, "value"), NumberStyles.None, CultureInfo.InvariantCulture, out decimal value) ? value : 0m),
            StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        TsvTable currencies = TsvTable.Embedded("en/quantity-currencies.tsv");
        _currencyWords = currencies.Rows.Where(r => currencies.Cell(r, "kind") == "word")
            .ToFrozenDictionary(r => currencies.Cell(r, "words"), r => currencies.Cell(r, "code"),
                StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _signs = [.. currencies.Rows.Where(r => currencies.Cell(r, "kind") == "sign")
            .Select(r => (currencies.Cell(r, "words"), currencies.Cell(r, "code"))).OrderByDescending(s => s.Item1.Length)];

        TsvTable labels = TsvTable.Embedded("en/quantity-labels.tsv");
        _labels = labels.Rows.Select(r => labels.Cell(r,
            "word")).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        TsvTable bounds = TsvTable.Embedded("en/quantity-bounds.tsv");
        _boundsByLast = bounds.Rows
            .Select(r => (Words: bounds.Cell(r, "words").Split(' '), Kind: Enum.Parse<BoundKind>(bounds.Cell(r,
                "bound"), ignoreCase: true)))
            .GroupBy(b => b.Words[^1], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(b => b.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The tables of this build.</summary>
    public static QuantityLexicon Default => Shared.Value;

    public (QuantityWordClass Class, decimal Value) Word(ReadOnlySpan<char> word) => _words.TryGetValue(word,
        out (QuantityWordClass, decimal) entry) ? entry : default;

    /// <summary>The ISO 4217 code of "dollars", "euros"; null for other words.</summary>
    public string? Currency(ReadOnlySpan<char> word) => _currencyWords.TryGetValue(word, out string? code) ? code : null;

    /// <summary>The currency sign that ends the text, with its length: "$", "US$".</summary>
    public (string Code, int Length)? SignBefore(ReadOnlySpan<char> text)
    {
        foreach ((string sign, string code) in _signs)
        {
            if (text.EndsWith(sign, StringComparison.Ordinal)) { return (code, sign.Length); }
            // "Rs 500": a sign of letters may stand apart.
            if (char.IsLetter(sign[0]) && text.EndsWith(" ", StringComparison.Ordinal)
                && text[..^1].EndsWith(sign, StringComparison.Ordinal)) { return (code, sign.Length + 1); }
        }
        return null;
    }

    /// <summary>A word that numbers things instead of counting them: "Article 5", "Flight 370".</summary>
    public bool IsLabel(ReadOnlySpan<char> word) => _labels.Contains(word);

    /// <summary>The bounds whose last word this is, the longest first.</summary>
    public IReadOnlyList<(string[] Words, BoundKind Kind)> BoundsEnding(ReadOnlySpan<char> word) =>
        _boundsByLast.TryGetValue(word, out (string[], BoundKind)[]? found) ? found : [];
}
