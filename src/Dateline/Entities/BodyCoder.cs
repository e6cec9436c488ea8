using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Codes bodies that no table knows by the words of their name and its owner: "Russia's Defense Ministry" is RUS GOV.</summary>
internal sealed class BodyCoder(StoryWords words, PhraseReader phrases, NameLexicon lexicon)
{
    private readonly ParsedText _parsed = words.Parsed;

    /// <summary>Sets country and sector of organisations and of places that bear a country's name.</summary>
    public void Code(IEnumerable<NamePiece> pieces)
    {
        foreach (NamePiece piece in pieces)
        {
            if (piece.Entity is not { Type: EntityType.Organization, Organization: null } body) { continue; }
            body.Sector ??= Sector(piece);
            body.Country ??= Country(piece);
        }
    }

    private string? Sector(NamePiece piece)
    {
        for (int i = piece.First + 1; i < piece.Last; i++)
        {
            if (_parsed.Form(i) is "of" or "for" or "on" && lexicon.OrganizationSector(_parsed.Form(i - 1)) is { } sector) { return sector; }
        }
        for (int start = Math.Max(piece.First, piece.Last - 2); start <= piece.Last; start++)
        {
            if (lexicon.OrganizationSector(words.Phrase(start, piece.Last)) is { } sector) { return sector; }
        }
        int next = piece.Last + 1;
        return next < _parsed.Tokens.Length && _parsed.Tokens[next].Upos == Upos.NOUN && RoleLexicon.Default.Find(_parsed.Tokens[next].Lemma) is { Kind: RoleKind.Body, Sector: { } said } ? said : null;
    }

    private string? Country(NamePiece piece)
    {
        for (int i = piece.First; i <= piece.Last; i++)
        {
            if (CountryTable.Default.ByDemonym(_parsed.Form(i)) is { } people) { return people.Code; }
            for (int end = piece.Last; end >= i; end--)
            {
                if (end - i < 4 && (end > i || i > piece.First || piece.Count > 1) && CountryTable.Default.ByName(words.Phrase(i, end)) is { } country) { return country.Code; }
            }
        }
        int before = piece.First - 1;
        if (before < 1 || _parsed.SentenceIndex(before) != _parsed.SentenceIndex(piece.First)) { return null; }
        if (_parsed.Form(before) is "'s" or "’s" or "'" or "’") { return phrases.At(before - 1).Country; }
        return CountryTable.Default.ByDemonym(_parsed.Form(before))?.Code;
    }
}
