using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Neural;

namespace Dateline.Entities;

/// <summary>Runs of words that may hold a name or several: "U.S. Defense Secretary Mark Esper", "Ministry of Foreign Affairs".</summary>
internal sealed class NameRunFinder(StoryWords words, NameWords kinds, NameLexicon lexicon)
{
    private const int LongestRun = 16;
    private readonly ParsedText _parsed = words.Parsed;
    private readonly NameBoundaries _boundaries = new(words, lexicon);

    /// <summary>Runs of all sentences, in text order, as <c>[First, Last]</c>.</summary>
    public List<(int First, int Last)> Find()
    {
        List<(int, int)> runs = [];
        foreach (Sentence sentence in _parsed.Sentences)
        {
            for (int i = sentence.First; i < sentence.End; i++)
            {
                if (kinds[i] == NameWord.None || _boundaries.IsOpening(i, sentence)) { continue; }
                int last = End(i, sentence.End);
                runs.Add((Start(i, sentence.First), last));
                i = last;
            }
        }
        return runs;
    }

    // "al-Qaida", "de Blasio said": a particle opens the name.
    private int Start(int first, int begin)
    {
        int i = first;
        if (kinds[first] != NameWord.Strong) { return first; }
        if (i - 2 >= begin && _parsed.Form(i - 1) is "-" or "–" && words.Touches(i - 2) && words.Touches(i - 1) && lexicon.IsParticle(_parsed.Form(i - 2), out _)) { return i - 2; }
        while (i - 1 >= begin && _parsed.Tokens[i - 1].Upos == Upos.PROPN && kinds[i - 1] == NameWord.None && lexicon.IsParticle(_parsed.Form(i - 1), out bool free) && free) { i--; }
        return i;
    }

    private int End(int first, int end)
    {
        int last = first;
        while (last + 1 < end && last - first < LongestRun)
        {
            int next = kinds.IsGlued(last) ? last + 1 : kinds[last + 1] != NameWord.None ? last + 1 : Inside(last + 1, end) is int inside and >= 0 ? inside : Bridge(first, last, end);
            // "Regards, Debra Perlingiere" + "Priscilla": where the model sees a new name begin right behind another, one begins.
            if (next == last + 1 && !kinds.IsGlued(last) && _boundaries.Between(first, next, end)) { break; }
            if (next < 0 || (next == last + 1 && !kinds.IsGlued(last) && !(first == last && lexicon.IsGivenName(_parsed.Form(last), out _)) && Begins(last, next))) { break; }
            last = next;
        }
        return last;
    }

    // A title, a given name or an initial goes on into what follows whatever the model says.
    private bool Begins(int last, int next) => kinds[last] != NameWord.Demonym && _parsed.Tokens[next].Name.IsBegin() && _parsed.Tokens[last].Name != NameTag.Outside
        && !lexicon.StartsTitle(_parsed.Form(last)) && lexicon.OpeningType(_parsed.Form(last)) is null && !(_parsed.Form(last).Length <= 2 && _parsed.Form(last)[^1] == '.')
        && (!lexicon.IsGivenName(_parsed.Form(last), out _) || lexicon.IsGivenName(_parsed.Form(next), out _));

    // A joiner that the model reads as inside one name: the word behind it.
    private int Inside(int joiner, int end)
    {
        int i = joiner;
        while (i < end && i - joiner < 3 && kinds[i] == NameWord.None && _parsed.Tokens[i].Name.IsInside()) { i++; }
        if (_parsed.Form(joiner) is "and" && (IsPlaceLike(joiner - 1) || (lexicon.OrganizationSector(_parsed.Form(joiner - 1)) is not null && Headed(joiner + 1, end)))) { return -1; }
        if (_parsed.Tokens[joiner].Name == NameTag.InsidePerson && _parsed.Form(joiner) is "and" or "," or "/" or "of") { return -1; }
        return i > joiner && i < end && kinds[i] != NameWord.None && _parsed.Tokens[i].Name.IsInside() && _parsed.Form(joiner) is not ("," or "-" or "–" or "—" or "(" or ")" or "\"" or "\u201C" or "\u201D") ? i : -1;
    }

    /// <summary>The name word reached over a joiner behind <paramref name="last"/>, or -1.</summary>
    private int Bridge(int first, int last, int end)
    {
        int joiner = last + 1, next = last + 2;
        if (next >= end) { return -1; }
        ReadOnlySpan<char> form = _parsed.Form(joiner);
        if (form is "-" or "–" or "‑") { return words.Touches(last) && words.Touches(joiner) ? Hyphen(last, next, end) : -1; }
        if (form is "&" or "/" or "@") { return form is "&" && kinds[next] != NameWord.None ? next : -1; }
        if (form is ",") { return IsSuffix(next) || (first == last && IsTurned(first, next, end)) ? next : -1; }
        if (form is "'s" or "’s" or "'" or "’") { return IsShop(first, last, next, end) ? next : Possessive(last, next); }
        if (lexicon.IsParticle(form, out bool free)) { return Particle(last, joiner, free, end); }
        if (form is "of" or "for" or "on" or "against") { return Complement(first, last, form, next, end); }
        if (form is "and") { return And(first, last, next, end); }
        return -1;
    }

    private int Hyphen(int last, int next, int end)
    {
        // "Mazar-i-Sharif", "Port-au-Prince": a small word between two hyphens.
        if (kinds[next] is NameWord.None && next + 2 < end && _parsed.Form(next + 1) is "-" && words.Touches(next) && words.Touches(next + 1) && kinds[next + 2] == NameWord.Strong) { return next + 2; }
        if (kinds[next] is NameWord.None) { return char.IsLower(_parsed.Form(next)[0]) && kinds[last] == NameWord.Strong && IsNameTail(next) ? next : -1; }
        // "Iran-Russia talks": two countries, two names.
        return CountryTable.Default.ByName(_parsed.Form(last)) is not null && CountryTable.Default.ByName(_parsed.Form(next)) is not null ? -1 : next;
    }

    // "Kim Jong-un": the lower-case half of a hyphenated given name.
    private bool IsNameTail(int token) => _parsed.Tokens[token].Upos == Upos.PROPN && _parsed.Form(token).Length <= 4;

    // "“Lenhart, Matthew” wrote": surname first, within quotation marks.
    private bool IsTurned(int surname, int given, int end) => surname > 0 && given + 1 < end && _parsed.Form(surname - 1) is "\"" or "“" && _parsed.Form(given + 1) is "\"" or "”"
        && kinds[given] == NameWord.Strong && lexicon.IsGivenName(_parsed.Form(given), out _) && !lexicon.IsGivenName(_parsed.Form(surname), out _);

    private bool IsSuffix(int token) => _parsed.Form(token) is "Jr." or "Jr" or "Sr." or "Sr" or "Inc." or "Inc" or "Ltd." or "Ltd" or "LLC" or "L.P." or "PLC" or "S.A." or "Co.";

    // "the U.S. Attorney's Office", "Korean People's Army": the owner is a role, not somebody.
    private int Possessive(int last, int next)
    {
        if (kinds[next] == NameWord.None || RoleLexicon.Default.Find(_parsed.Tokens[last].Lemma) is null && RoleLexicon.Default.Find(_parsed.Form(last)) is null) { return -1; }
        return kinds[last] == NameWord.Demonym ? -1 : next;
    }

    // "Ray's Pizza": a person's name and what is sold under it.
    private bool IsShop(int first, int last, int next, int end)
    {
        if (first != last || kinds[next] == NameWord.None || !(lexicon.IsGivenName(_parsed.Form(last), out _) || lexicon.IsSurname(_parsed.Form(last)))) { return false; }
        while (next + 1 < end && kinds[next + 1] != NameWord.None) { next++; }
        return lexicon.OrganizationSector(_parsed.Form(next)) is "BUS" && OrganizationTable.Default.ByName(_parsed.Form(last)) is null && CountryTable.Default.ByName(_parsed.Form(last)) is null;
    }

    private int Particle(int last, int joiner, bool free, int end)
    {
        int i = joiner;
        bool glued = false;
        while (i < end && lexicon.IsParticle(_parsed.Form(i), out bool own))
        {
            free &= own;
            i++;
            if (i < end && _parsed.Form(i) is "-" or "–" && words.Touches(i - 1)) { (glued, i) = (true, i + 1); }
        }
        if (i >= end || kinds[i] != NameWord.Strong || kinds[last] is NameWord.Demonym) { return -1; }
        return free || glued ? i : -1;
    }

    private int Complement(int first, int last, ReadOnlySpan<char> joiner, int next, int end)
    {
        if (_parsed.Form(next) is "the" or "The") { next++; }
        if (next >= end || kinds[next] is NameWord.None) { return -1; }
        ReadOnlySpan<char> head = _parsed.Form(last);
        if (IsTitleAt(first, last)) { return joiner is "of" && (lexicon.IsTitle(words.Phrase(last, next), out _) || (next == last + 2 && lexicon.IsRoleModifier(_parsed.Form(next)))) ? next : -1; }
        if (IsSuffix(last)) { return -1; }
        if (lexicon.OrganizationSector(head) is { } sector) { return joiner is not "on" || sector is "GOV" or "LEG" ? next : -1; }
        return joiner is "of" && (lexicon.HeadType(head) is not null || Sovereign(head)) ? next : -1;
    }

    private static bool Sovereign(ReadOnlySpan<char> head) =>
        RoleLexicon.Default.Find(head) is { Kind: RoleKind.Body };

    private bool IsTitleAt(int first, int last) => lexicon.IsTitle(_parsed.Form(last), out _)
        || (last > first && lexicon.IsTitle(words.Phrase(last - 1, last), out _));

    // "Department of Health and Human Services": one complement with two halves; "Food and Drug Administration": the head stands last.
    private int And(int first, int last, int next, int end)
    {
        if (kinds[next] is not (NameWord.Strong or NameWord.Weak) || words.Case(_parsed.SentenceIndex(next)) != SentenceCase.Normal) { return -1; }
        ReadOnlySpan<char> form = _parsed.Form(next);
        if (CountryTable.Default.ByName(form) is not null || lexicon.IsTitle(form, out _)
            || (lexicon.IsGivenName(form, out _) && _parsed.Tokens[next].Name is NameTag.BeginPerson or NameTag.InsidePerson)) { return -1; }
        bool complement = false;
        for (int i = first + 1; i < last; i++) { complement |= _parsed.Form(i) is "of" or "for" or "on" && lexicon.OrganizationSector(_parsed.Form(i - 1)) is not null; }
        if (complement) { return IsPlaceLike(last) ? -1 : next; }
        bool article = first > 0 && _parsed.Form(first - 1) is "the" or "The";
        return article && first == last && CountryTable.Default.ByName(_parsed.Form(last)) is null && Headed(next, end) && !Headed(last, last + 1) ? next : -1;
    }

    private bool IsPlaceLike(int token) => CountryTable.Default.ByName(_parsed.Form(token)) is not null || CountryTable.Default.ByCapital(_parsed.Form(token)) is not null;

    private bool Headed(int from, int end)
    {
        int i = from;
        while (i + 1 < end && kinds[i + 1] != NameWord.None) { i++; }
        return lexicon.OrganizationSector(_parsed.Form(i)) is not null;
    }
}
