using Dateline.Text.Neural;

namespace Dateline.Text;

/// <summary>One syntactic word with its analysis. Indices are into <see cref="ParsedText.Tokens"/>.</summary>
public readonly record struct Token
{
    /// <summary>Its characters in the story.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Dictionary form, lower case but for names.</summary>
    public required string Lemma { get; init; }

    /// <summary>Universal part of speech.</summary>
    public required Upos Upos { get; init; }

    /// <summary>Penn Treebank tag, e.g. <c>VBD</c>.</summary>
    public required string Xpos { get; init; }

    /// <summary>Index of the governing token in the whole text, -1 for a sentence's root.</summary>
    public required int Head { get; init; }

    /// <summary>Universal Dependencies relation with subtype, e.g. <c>nsubj:pass</c>; interned.</summary>
    public required string Deprel { get; init; }

    /// <summary>The model's reading of the word as part of a name, with the name's kind: evidence, not yet an entity.</summary>
    public NameTag Name { get; init; }

    /// <summary>Number of words that share one written token with this one, on the first of them ("don't": 2); else 0 or 1.</summary>
    public byte MultiwordLength { get; init; }
}
