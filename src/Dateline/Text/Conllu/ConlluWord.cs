namespace Dateline.Text.Conllu;

/// <summary>A syntactic word of a CoNLL-U sentence.</summary>
public sealed record ConlluWord
{
    public required string Form { get; init; }
    public string Lemma { get; init; } = "_";
    public string Upos { get; init; } = "_";
    public string Xpos { get; init; } = "_";
    public string Features { get; init; } = "_";

    /// <summary>Number of the governing word, from 1; 0 for the root; null where the file has "_".</summary>
    public int? Head { get; init; }
    public string Deprel { get; init; } = "_";
    public string Enhanced { get; init; } = "_";
    public string Misc { get; init; } = "_";
}
