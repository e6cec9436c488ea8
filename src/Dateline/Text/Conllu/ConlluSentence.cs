namespace Dateline.Text.Conllu;

/// <summary>A sentence of a CoNLL-U file. Empty nodes (<c>8.1</c>) are not kept.</summary>
public sealed record ConlluSentence
{
    /// <summary>Comment lines with their "#", in order.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];
    public required IReadOnlyList<ConlluWord> Words { get; init; }
    public IReadOnlyList<ConlluRange> Ranges { get; init; } = [];
}
