namespace Dateline.Entities;

/// <summary>The third-person and relative pronouns: a closed class of the grammar.</summary>
internal static class Pronouns
{
    /// <summary>What a word is as a pronoun, or null.</summary>
    public static Pronoun? Read(ReadOnlySpan<char> word) => word.Length > 10 ? null : word switch
    {
        "he" or "He" or "HE" => new(PronounKind.Personal, Gender.Male, PronounCase.Subject),
        "she" or "She" or "SHE" => new(PronounKind.Personal, Gender.Female, PronounCase.Subject),
        "him" or "Him" => new(PronounKind.Personal, Gender.Male, PronounCase.Object),
        "her" or "Her" => new(PronounKind.Personal, Gender.Female, PronounCase.Any),
        "his" or "His" => new(PronounKind.Personal, Gender.Male, PronounCase.Owner),
        "hers" => new(PronounKind.Personal, Gender.Female, PronounCase.Owner),
        "himself" or "Himself" => new(PronounKind.Personal, Gender.Male, PronounCase.Reflexive),
        "herself" or "Herself" => new(PronounKind.Personal, Gender.Female, PronounCase.Reflexive),
        "it" or "It" => new(PronounKind.Personal, Gender.Neuter, PronounCase.Any),
        "its" or "Its" => new(PronounKind.Personal, Gender.Neuter, PronounCase.Owner),
        "they" or "They" => new(PronounKind.Personal, Gender.Plural, PronounCase.Subject),
        "them" or "Them" => new(PronounKind.Personal, Gender.Plural, PronounCase.Object),
        "their" or "Their" => new(PronounKind.Personal, Gender.Plural, PronounCase.Owner),
        "who" or "whom" or "whose" or "which" or "that" => new(PronounKind.Relative, Gender.Unknown, PronounCase.Any),
        _ => null,
    };
}

/// <summary>A pronoun's kind, gender and case.</summary>
internal readonly record struct Pronoun(PronounKind Kind, Gender Gender, PronounCase Case);

internal enum PronounKind : byte { Personal, Relative }

internal enum PronounCase : byte { Any, Subject, Object, Owner, Reflexive }
