using Dateline.Knowledge;
using Dateline.Places;
using Dateline.Text;
using static Dateline.Entities.NameEvidence;

namespace Dateline.Entities;

/// <summary>What a name's own words tell of its type, as points; the same for every occurrence.</summary>
internal sealed class FormEvidence(StoryWords words, NameLexicon lexicon, DateOnly? day, OfficeHolderTable offices)
{
    private const int LargePlace = 30_000;

    private readonly ParsedText _parsed = words.Parsed;

    /// <summary>Adds the points of a name.</summary>
    public void Add(NamePiece piece, TypeScores scores)
    {
        ReadOnlySpan<char> text = piece.Text, first = _parsed.Form(piece.First), last = _parsed.Form(piece.Last);
        bool several = piece.Count > 1;
        if (CountryTable.Default.ByName(text) is not null) { scores[EntityType.Country] += Table + 2; }
        else if (CountryTable.Default.ByMetonym(text) is not null) { scores[EntityType.Organization] += Table; }
        else if (CountryTable.Default.ByCapital(text) is not null) { scores[EntityType.Place] += Table; }
        else if (OrganizationTable.Default.ByName(text) is not null) { scores[EntityType.Organization] += Table; }
        else if (OfficeTerm(text, titled: piece.Title is not null) is not null) { scores[EntityType.Person] += Neighbour; }
        // "IRIS-T" is a missile: in prose nobody's name is all capitals.
        bool given = lexicon.IsGivenName(first, out _) && (piece.Headline || !words.IsCapitals(piece.First) || lexicon.IsTitle(first, out _));
        if (given) { scores[EntityType.Person] += several ? OwnWord : Neighbour; }
        if (lexicon.IsSurname(last)) { scores[EntityType.Person] += several ? Preposition : Verb; }
        AddGazetteer(piece, scores);
        if (several && HasInitial(piece)) { scores[EntityType.Person] += Neighbour; }
        if (last is "Jr." or "Sr." or "Jr" or "Sr" or "II" or "III") { scores[EntityType.Person] += Neighbour; }
        AddHeads(piece, first, last, several, given, scores);
        if (piece.Count == 1 && words.IsCapitals(piece.First) && !piece.Headline) { scores[EntityType.Organization] += Verb + Hint; }
        // News tells a person's full name before the surname alone: a lone strange word is rather a body.
        if (!several && !given) { scores[EntityType.Organization] += Hint / 2; }
        if (several && piece.Count <= 4 && AllLetters(piece)) { scores[EntityType.Person] += Hint; }
    }

    /// <summary>The office that a full name held, or that a surname holds on the day of the story; without a day, the surname's only country decides.</summary>
    public OfficeTerm? OfficeTerm(ReadOnlySpan<char> name, bool titled)
    {
        if (day is { } known) { return offices.Find(name, known); }
        if (!name.Contains(' ')) { return titled || !lexicon.IsGivenName(name, out _) ? offices.OnlyHead(name) : null; }
        return offices.Terms(name) is { Count: > 0 } terms ? terms[^1] : null;
    }

    private void AddHeads(NamePiece piece, ReadOnlySpan<char> first, ReadOnlySpan<char> last, bool several, bool given, TypeScores scores)
    {
        int complement = Complement(piece);
        if (complement > 0)
        {
            ReadOnlySpan<char> head = _parsed.Form(complement - 1);
            if (lexicon.OrganizationSector(head) is not null) { scores[EntityType.Organization] += OwnWord + 1; }
            // "Centre for Disease Control": what is for something is no mere place.
            else if (lexicon.HeadType(head) is { } type) { scores[type == EntityType.Place && _parsed.Form(complement) is not "of" ? EntityType.Organization : type] += OwnWord; }
            else { scores[EntityType.Organization] += Hint; }
            return;
        }
        if (lexicon.OrganizationSector(last) is not null && (several || !given))
        {
            scores[EntityType.Organization] += several ? OwnWord + (lexicon.HeadType(last) is null ? 1 : 0) : Verb + Hint;
        }
        if (lexicon.HeadType(last) is { } own && several) { scores[own] += OwnWord; }
        if (several && lexicon.OpeningType(first) is { } opening) { scores[opening] += opening == EntityType.Event ? OwnWord + Neighbour : OwnWord; }
        if (lexicon.IsParticle(first, out _) && several) { scores[EntityType.Organization] += Hint; }
    }

    // A city of a hundred thousand is rather meant than a hamlet that shares a person's surname.
    private void AddGazetteer(NamePiece piece, TypeScores scores)
    {
        bool surname = piece.Count == 1 && lexicon.IsSurname(piece.Text);
        double points = 0;
        foreach (int hit in Gazetteer.Default.Find(NameHash.Of(piece.Text)))
        {
            bool large = Gazetteer.Default.Population(hit) >= LargePlace || Gazetteer.Default.Kind(hit) is not (PlaceKind.City or PlaceKind.Admin2);
            points = Math.Max(points, !large ? Hint : surname ? Neighbour : piece.Count > 1 ? Table - Neighbour : OwnWord);
        }
        scores[EntityType.Place] += points;
    }

    private int Complement(NamePiece piece)
    {
        for (int i = piece.First + 1; i < piece.Last; i++)
        {
            if (_parsed.Form(i) is "of" or "for" or "on" or "against") { return i; }
        }
        return -1;
    }

    private bool HasInitial(NamePiece piece)
    {
        for (int i = piece.First; i < piece.Last; i++)
        {
            ReadOnlySpan<char> form = _parsed.Form(i);
            if (form.Length is 1 or 2 && char.IsUpper(form[0]) && (form.Length == 1 || form[1] == '.') && form is not "&") { return true; }
        }
        return false;
    }

    private bool AllLetters(NamePiece piece)
    {
        for (int i = piece.First; i <= piece.Last; i++)
        {
            foreach (char c in _parsed.Form(i))
            {
                if (!char.IsLetter(c) && c is not ('-' or '.' or '\'' or '’')) { return false; }
            }
        }
        return true;
    }
}
