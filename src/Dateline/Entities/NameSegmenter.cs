using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Neural;

namespace Dateline.Entities;

/// <summary>Cuts a run of name words into names: "European Council President Charles Michel" is a body, a title and a person.</summary>
internal sealed class NameSegmenter(StoryWords words, NameWords kinds, NameLexicon lexicon, IReadOnlySet<string> surnames)
{
    private const int LongestTitle = 5;
    private readonly ParsedText _parsed = words.Parsed;

    /// <summary>The names of a run, in text order.</summary>
    public void Segment(int first, int last, List<NamePiece> into)
    {
        int start = first;
        for (int i = first; i <= last; i++)
        {
            int titleLast = TitleAt(i, last, out Title title);
            if (titleLast < 0 || !IsTitleHere(start, i, titleLast, last)) { continue; }
            int name = titleLast + 1;
            // "Prof. Dr. Angela Smith": the last title stands next to the name, the first one with a role is kept.
            while (name <= last && TitleAt(name, last, out Title second) is int more and >= 0 && more < last && !lexicon.IsGivenName(_parsed.Form(name), out _))
            {
                title = new Title(title.Role.Length > 0 ? title.Role : second.Role, title.Gender == Gender.Unknown ? second.Gender : title.Gender);
                (titleLast, name) = (more, more + 1);
            }
            // "Mr. President", "Madam Chief Justice": an office is all that follows.
            if (name <= last && TitleAt(name, last, out Title office) == last && office.Role.Length > 0 && !lexicon.IsSurname(_parsed.Form(last)) && !surnames.Contains(_parsed.Form(last).ToString())) { return; }
            (NamePiece? affiliation, int demonym, int titleFirst) = Before(start, i, into);
            if (name > last || !NameEnd(name, last, out int end)) { return; }
            // The body that the model cut off from its president.
            if (affiliation is null && demonym < 0 && into.Count > 0 && into[^1].Last == titleFirst - 1) { affiliation = into[^1]; }
            into.Add(Piece(name, end, title, titleFirst, titleLast, demonym, affiliation));
            start = end + 1;
            while (start <= last && kinds[start] == NameWord.None && !OpensName(start)) { start++; }
            i = start - 1;
        }
        if (start <= last) { Bare(start, last, into); }
    }

    private int TitleAt(int token, int last, out Title title)
    {
        title = default;
        if (!lexicon.StartsTitle(_parsed.Form(token)) && !_parsed.Form(token).Contains('.') && !_parsed.Form(token).Contains('-')) { return -1; }
        for (int end = Math.Min(last, token + LongestTitle - 1); end >= token; end--)
        {
            if (lexicon.IsTitle(words.Phrase(token, end), out title)) { return Portfolio(end, last); }
        }
        return -1;
    }

    // "Minister of Defense", "Minister of Foreign Affairs": the portfolio is the title's.
    private int Portfolio(int title, int last)
    {
        int end = title;
        if (end + 2 > last || _parsed.Form(end + 1) is not "of" || !lexicon.IsRoleModifier(_parsed.Form(end + 2))) { return end; }
        end += 2;
        while (end < last && (lexicon.IsRoleModifier(_parsed.Form(end + 1)) || (_parsed.Form(end + 1) is "and" && end + 1 < last && lexicon.IsRoleModifier(_parsed.Form(end + 2))))) { end++; }
        return end;
    }

    // "Stephen King", "Justice Department", "General Assembly", "Attorney's Office" hold title words and no title.
    private bool IsTitleHere(int start, int titleFirst, int titleLast, int last)
    {
        bool single = titleFirst == titleLast;
        // "Burger King": the model reads the word inside a name.
        if (single && titleLast == last && titleFirst > start && _parsed.Tokens[titleFirst].Name.IsInside()) { return false; }
        // "Muhammed Sheikh Khalil": it goes on with a name that the model has begun before.
        if (single && titleFirst > start && _parsed.Tokens[titleFirst].Name == NameTag.InsidePerson && lexicon.IsGivenName(_parsed.Form(start), out _)) { return false; }
        if (single && titleFirst > start && lexicon.IsGivenName(_parsed.Form(titleFirst - 1), out _) && (titleLast == last || IsJoiner(titleLast + 1))) { return false; }
        if (single && titleLast == last && titleFirst == start && surnames.Contains(_parsed.Form(titleFirst).ToString())) { return false; }
        if (titleLast == last) { return titleFirst > start || RoleLexicon.Default.Find(words.Phrase(titleFirst, titleLast)) is not null; }
        if (_parsed.Form(titleLast + 1) is "'s" or "’s" or "'" or "’") { return false; }
        if (_parsed.Form(titleLast + 1) is "of" or "for" or "on" or "and") { return true; }
        int end = titleLast + 1;
        while (end < last && !IsJoiner(end + 1)) { end++; }
        ReadOnlySpan<char> tail = _parsed.Form(end);
        bool headed = lexicon.OrganizationSector(tail) is not null || lexicon.HeadType(tail) is EntityType.Place;
        return !headed || lexicon.IsGivenName(_parsed.Form(titleLast + 1), out _) || end - titleLast > 1 && titleFirst > start;
    }

    private bool IsJoiner(int token) => token < _parsed.Tokens.Length && kinds[token] == NameWord.None;

    // The name ends before another title ("… Macron President Putin" of a headline) or a joiner that is not part of a person's name.
    private bool NameEnd(int name, int last, out int end)
    {
        end = last;
        if (kinds[name] == NameWord.None && !lexicon.IsParticle(_parsed.Form(name), out _)) { return false; }
        for (int i = name; i <= last; i++)
        {
            if (_parsed.Form(i) is "of" or "for" or "on" or "and" or "&" or "against" or "the") { end = i - 1; break; }
        }
        return end >= name;
    }

    // What stands before the title: "U.S.", "French", "European Council", "Indiana House", "Deputy Trade".
    private (NamePiece? Affiliation, int Demonym, int TitleFirst) Before(int start, int title, List<NamePiece> into)
    {
        int demonym = -1, first = start;
        while (first < title && (kinds[first] == NameWord.Demonym || lexicon.IsRoleModifier(_parsed.Form(first))))
        {
            if (kinds[first] == NameWord.Demonym && OrganizationEnd(first, title) >= 0) { break; }
            if (kinds[first] == NameWord.Demonym && demonym < 0) { demonym = first; }
            first++;
        }
        int modifiers = title;
        if (first < title && OrganizationEnd(first, title) is int body and >= 0) { modifiers = body + 1; }
        else
        {
            while (modifiers > first && lexicon.IsRoleModifier(_parsed.Form(modifiers - 1))) { modifiers--; }
            // "Deputy Trade Minister": a known country or a single unknown word is a body; a chain behind a country is the role's.
            if (first < modifiers && CountryAt(first, modifiers - 1) is int country and >= 0) { modifiers = country + 1; }
        }
        if (first >= modifiers) { return (null, demonym, demonym >= 0 ? demonym + 1 : Math.Min(first, start)); }
        NamePiece affiliation = Piece(first, modifiers - 1, null, -1, -1, -1, null);
        into.Add(affiliation);
        return (affiliation, demonym, modifiers);
    }

    private int OrganizationEnd(int first, int title)
    {
        for (int i = title - 1; i >= first; i--)
        {
            if (i > first && lexicon.OrganizationSector(_parsed.Form(i)) is not null && !(lexicon.IsRoleModifier(_parsed.Form(i)) && i == first)) { return i; }
        }
        return -1;
    }

    private int CountryAt(int first, int last)
    {
        for (int i = last; i >= first; i--)
        {
            if (CountryTable.Default.ByName(words.Phrase(first, i)) is not null || CountryTable.Default.ByCapital(words.Phrase(first, i)) is not null) { return i; }
        }
        return -1;
    }

    // A run without title: "American Kevin King" loses its demonym, "Israeli Defense Forces" keeps it.
    private void Bare(int start, int last, List<NamePiece> into)
    {
        int first = start, demonym = -1;
        while (first <= last && (kinds[first] is NameWord.Demonym || (kinds[first] == NameWord.None && !OpensName(first)) || (first < last && lexicon.IsRoleModifier(_parsed.Form(first)) && kinds[first] == NameWord.Weak && lexicon.IsGivenName(_parsed.Form(first + 1), out _))))
        {
            if (kinds[first] == NameWord.Demonym) { demonym = first; }
            first++;
        }
        if (first > last) { return; }
        if (demonym >= 0 && KeepsDemonym(first, last)) { (first, demonym) = (start, -1); }
        else if (demonym < 0 && first > start && lexicon.OrganizationSector(_parsed.Form(last)) is not null) { first = start; }
        bool strong = false;
        for (int i = first; i <= last; i++) { strong |= kinds[i] == NameWord.Strong || (kinds[i] == NameWord.Weak && first < last && lexicon.OrganizationSector(_parsed.Form(i)) is not null); }
        if (!strong && !(first == last && IsLoneName(first))) { return; }
        into.Add(Piece(first, last, null, -1, -1, demonym, null));
    }

    // "al-Qaida", "de Blasio": a small word that belongs to the name.
    private bool OpensName(int token) => lexicon.IsParticle(_parsed.Form(token), out _);

    private bool KeepsDemonym(int first, int last)
    {
        if (lexicon.IsGivenName(_parsed.Form(first), out _) && first < last) { return false; }
        if (lexicon.OrganizationSector(_parsed.Form(last)) is not null || lexicon.HeadType(_parsed.Form(last)) is not null) { return true; }
        if (lexicon.OrganizationSector(_parsed.Form(first)) is not null) { return true; }
        return _parsed.Tokens[first - 1].Upos == Upos.PROPN && kinds[first] != NameWord.Strong;
    }

    // A capitalised common noun inside a sentence is a name only where its tag is unsure and no role noun explains it.
    private bool IsLoneName(int token) => kinds[token] == NameWord.Weak && token > _parsed.SentenceOf(token).First && !kinds.IsCommon(_parsed.Form(token))
        && (_parsed.Tokens[token].Upos is Upos.PROPN or Upos.X or Upos.ADV || _parsed.Is(token, "nsubj")) && _parsed.Tokens[token - 1].Upos != Upos.PUNCT
        && RoleLexicon.Default.Find(_parsed.Form(token)) is null && lexicon.NotAName(_parsed.Form(token)) is null;

    private NamePiece Piece(int first, int last, Title? title, int titleFirst, int titleLast, int demonym, NamePiece? affiliation) => new()
    {
        First = first,
        Last = last,
        Title = title,
        TitleFirst = titleFirst,
        TitleLast = titleLast,
        Demonym = demonym,
        Affiliation = affiliation,
        Text = Capitalised(Blanks(words.Phrase(first, last))),
        Headline = words.Case(_parsed.SentenceIndex(first)) != SentenceCase.Normal,
    };

    // "vietnam" is looked up as "Vietnam".
    private static string Capitalised(string text) => text.Any(char.IsUpper) ? text
        : string.Create(text.Length, text, (span, from) => { for (int i = 0; i < span.Length; i++) { span[i] = i == 0 || from[i - 1] == ' ' ? char.ToUpperInvariant(from[i]) : from[i]; } });

    private static string Blanks(ReadOnlySpan<char> text) => text.IndexOfAny("\n\r\t\u00A0") >= 0
        ? string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : text.ToString();
}
