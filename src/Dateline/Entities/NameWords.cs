using Dateline.Knowledge;
using Dateline.Places;
using Dateline.Text;
using Dateline.Text.Neural;

namespace Dateline.Entities;

/// <summary>Which words of a story may belong to a name, by tag, capitals and tables. Headlines learn from the body what is a name.</summary>
internal sealed class NameWords
{
    private readonly StoryWords _words;
    private readonly ParsedText _parsed;
    private readonly NameLexicon _lexicon;
    private readonly NameWord[] _kinds;
    private readonly bool[] _glued;
    private readonly KnownNames _known;
    private readonly NameBoundaries _boundaries;
    private readonly NameSigns _signs;
    // True for a text that writes "i" for "I", or begins one sentence in four in small letters.
    private bool _careless;
    private readonly HashSet<string> _bodyNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _acronyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _bodyWords = new(StringComparer.OrdinalIgnoreCase);

    public NameWords(StoryWords words, NameLexicon lexicon)
    {
        _words = words;
        _parsed = words.Parsed;
        _lexicon = lexicon;
        _kinds = new NameWord[_parsed.Tokens.Length];
        _glued = new bool[_parsed.Tokens.Length];
        _known = new KnownNames(words, lexicon);
        _boundaries = new NameBoundaries(words, lexicon);
        _signs = new NameSigns(words, lexicon);
        NoteAcronyms();
        CountCapitals();
        for (int pass = 0; pass < 2; pass++)
        {
            for (int s = 0; s < _parsed.Sentences.Length; s++)
            {
                if (_words.Case(s) == SentenceCase.Normal == (pass == 0)) { Classify(s); }
            }
            if (pass == 0) { Confirm(); }
        }
    }

    /// <summary>True when the word stands in lower case somewhere in the story: a common word.</summary>
    public bool IsCommon(ReadOnlySpan<char> form) => _bodyWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form);

    /// <summary>True when the token and the next one belong to one name that a table knows.</summary>
    public bool IsGlued(int token) => _glued[token];

    /// <summary>What the token may be in a name.</summary>
    public NameWord this[int token] => _kinds[token];

    // "kerala", "san francisco": what the model reads as a name must be known, or be part of a longer one.
    private bool IsNameInSmallLetters(int i, ReadOnlySpan<char> form)
    {
        // Where a story keeps its capitals, a word without one is no name: "the Ukrainian air force".
        if (!_careless && !char.IsLower(_parsed.Form(_parsed.SentenceOf(i).First)[0])) { return false; }
        if (_careless && IsCountryInSmallLetters(form)) { return true; }
        if (!char.IsLetter(form[0]) || _lexicon.IsParticle(form, out _) || RoleLexicon.Default.Find(form) is not null) { return false; }
        bool longer = _parsed.Tokens[i].Name.IsInside() || (i + 1 < _parsed.Tokens.Length && _parsed.Tokens[i + 1].Name.IsInside());
        return longer || _lexicon.IsGivenName(form, out _) || Gazetteer.Default.Contains(NameHash.Of(form));
    }

    private static bool IsCountryInSmallLetters(ReadOnlySpan<char> form) => form.Length > 3 && CountryTable.Default.ByName(string.Concat(char.ToUpperInvariant(form[0]).ToString(), form[1..])) is not null;

    // "(TNO)": capitals in brackets name the body before them, here and wherever they stand.
    private void NoteAcronyms()
    {
        for (int i = 1; i + 1 < _kinds.Length; i++)
        {
            if (_parsed.Form(i - 1) is "(" && _parsed.Form(i + 1) is ")" && _words.IsCapitals(i)) { _acronyms.GetAlternateLookup<ReadOnlySpan<char>>().Add(_parsed.Form(i)); }
        }
    }

    private void Classify(int s)
    {
        Sentence sentence = _parsed.Sentences[s];
        SentenceCase mode = _words.Case(s);
        for (int i = sentence.First; i < sentence.End; i++)
        {
            _kinds[i] = mode == SentenceCase.Normal ? InProse(i, sentence) : InHeadline(i, mode);
            if (mode != SentenceCase.Normal) { continue; }
            ReadOnlySpan<char> form = _parsed.Form(i);
            if (_kinds[i] == NameWord.Strong) { _bodyNames.GetAlternateLookup<ReadOnlySpan<char>>().Add(form); }
            else if (form.Length > 0 && char.IsLower(form[0])) { _bodyWords.GetAlternateLookup<ReadOnlySpan<char>>().Add(form); }
        }
        MarkKnown(sentence);
    }

    private void MarkKnown(Sentence sentence)
    {
        for (int i = sentence.First; i + 1 < sentence.End; i++)
        {
            int last = _known.EndOf(i, sentence);
            if (last < 0) { continue; }
            for (; i < last; i++)
            {
                _glued[i] = true;
                if (_words.IsCapitalised(i)) { _kinds[i] = NameWord.Strong; }
            }
            _kinds[last] = NameWord.Strong;
        }
    }

    private NameWord InProse(int i, Sentence sentence)
    {
        Token token = _parsed.Tokens[i];
        ReadOnlySpan<char> form = _parsed.Form(i);
        bool modelled = token.Upos == Upos.PROPN && (token.Name != NameTag.Outside || (_careless && IsCountryInSmallLetters(form)));
        if ((!_words.IsCapitalised(i) && !modelled) || token.Upos is Upos.PUNCT or Upos.SYM || form.Length == 0) { return NameWord.None; }
        if (!_words.IsCapitalised(i)) { return IsNameInSmallLetters(i, form) ? NameWord.Strong : NameWord.None; }
        if (_signs.IsAlone(i, sentence) && CountryTable.Default.ByName(form) is null && !_lexicon.IsGivenName(form, out _)) { return NameWord.None; }
        if (form.Length > 2 && _words.IsCapitals(i) && _lexicon.IsFunctionWord(form) && OrganizationTable.Default.ByName(form) is null && CountryTable.Default.ByName(form) is null) { return NameWord.None; }
        if (_signs.IsOfficeOfMany(i, sentence)) { return NameWord.None; }
        if (_signs.InBrackets(i, sentence) || NameSigns.IsFileName(form)) { return NameWord.None; }
        if (form.IndexOfAny("@<>_") >= 0 || form.Contains("://", StringComparison.Ordinal) || form.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) { return NameWord.None; }
        if (_lexicon.IsGreeting(form) && i + 1 < sentence.End && _words.IsCapitalised(i + 1) && _signs.IsInitial(i, sentence)) { return NameWord.None; }
        if (form is "AM" or "PM" && i > sentence.First && _parsed.Tokens[i - 1].Upos == Upos.NUM) { return NameWord.None; }
        if (KnownOther(i, form) is { } other) { return other; }
        if (i == sentence.First && token.Upos is Upos.PROPN or Upos.X or Upos.NOUN && token.Xpos is not "NNS" && _boundaries.IsAddress(i, sentence.End)) { return NameWord.Strong; }
        if (i > 0 && Sure(i, form)) { return NameWord.Strong; }
        bool initial = _signs.IsInitial(i, sentence);
        if (!initial && token.Upos is not Upos.PRON && _words.IsCapitals(i) && OrganizationTable.Default.ByName(form) is not null) { return NameWord.Strong; }
        if (token.Name != NameTag.Outside && token.Upos is Upos.PROPN or Upos.NOUN or Upos.X or Upos.ADJ or Upos.VERB or Upos.ADV) { return NameWord.Strong; }
        if (token.Upos == Upos.PROPN) { return initial && (_signs.IsCommonAtStart(i, form) || _signs.IsLoneAtStart(i, form, sentence)) ? NameWord.Weak : NameWord.Strong; }
        if (token.Upos is not (Upos.ADJ or Upos.NOUN or Upos.X or Upos.VERB or Upos.NUM or Upos.ADV or Upos.INTJ)) { return NameWord.None; }
        if (CountryTable.Default.ByName(form) is not null) { return NameWord.Strong; }
        if (_signs.IsBareArgument(i) && (_lexicon.IsGivenName(form, out _) || _lexicon.IsSurname(form) || IsRepeated(form))) { return NameWord.Strong; }
        if (!initial) { return NameWord.Weak; }
        // "New Scientist said": tagged as a proper word and hung on the next one.
        if (token.Xpos is "NNP" or "NNPS" && i + 1 < sentence.End && token.Head > i && _words.IsCapitalised(i + 1) && _parsed.Tokens[i + 1].Upos == Upos.PROPN) { return NameWord.Strong; }
        // "Ferit Hoxha": a first name that the tagger takes for a common noun still heads its surname.
        if (i + 1 < sentence.End && _parsed.Is(i + 1, "flat") && _parsed.Tokens[i + 1].Head == i && _parsed.Tokens[i + 1].Upos == Upos.PROPN) { return NameWord.Strong; }
        bool lexical = token.Upos is Upos.NOUN or Upos.ADJ && (_lexicon.IsRoleModifier(form) || _lexicon.StartsTitle(form) || _lexicon.OrganizationSector(form) is not null);
        return lexical ? NameWord.Weak : NameWord.None;
    }

    // Twice or more in the story with a capital, never without.
    private bool IsRepeated(ReadOnlySpan<char> form) => form.Length > 3 && _counts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out int capital) && capital > 1;

    // How often each word stands with a capital; those that also stand without are left out.
    private void CountCapitals()
    {
        HashSet<string> small = new(StringComparer.OrdinalIgnoreCase);
        int begunSmall = _parsed.Sentences.Count(s => char.IsLower(_parsed.Form(s.First)[0]));
        _careless = begunSmall >= 2 && begunSmall * 4 >= _parsed.Sentences.Length;
        for (int i = 0; i < _kinds.Length; i++)
        {
            ReadOnlySpan<char> form = _parsed.Form(i);
            _careless |= form is "i" && _parsed.Tokens[i].Upos == Upos.PRON;
            if (form.Length < 2 || !char.IsLetter(form[0]) || _words.Case(_parsed.SentenceIndex(i)) != SentenceCase.Normal) { continue; }
            if (char.IsLower(form[0])) { small.GetAlternateLookup<ReadOnlySpan<char>>().Add(form); continue; }
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts.GetAlternateLookup<ReadOnlySpan<char>>(), form, out _)++;
        }
        foreach (string word in small) { _counts.Remove(word); }
    }

    private NameWord InHeadline(int i, SentenceCase mode)
    {
        Token token = _parsed.Tokens[i];
        ReadOnlySpan<char> form = _parsed.Form(i);
        if (!_words.IsCapitalised(i) || token.Upos is Upos.PUNCT or Upos.SYM or Upos.NUM) { return NameWord.None; }
        if (KnownOther(i, form) is { } other) { return other; }
        if (_bodyNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form)) { return NameWord.Strong; }
        if (form.Length < 2 || _bodyWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form)) { return NameWord.None; }
        if (CountryTable.Default.ByName(form) is not null || CountryTable.Default.ByCapital(form) is not null) { return NameWord.Strong; }
        if (_lexicon.IsTitle(form, out _) || _lexicon.IsRoleModifier(form)) { return NameWord.Weak; }
        if (token.Upos != Upos.PROPN || RoleLexicon.Default.Find(_parsed.Tokens[i].Lemma) is not null) { return NameWord.None; }
        if (_lexicon.IsGivenName(form, out _) || (mode == SentenceCase.Title && _words.IsCapitals(i))) { return NameWord.Strong; }
        return NameWord.Strong;
    }

    private NameWord? KnownOther(int i, ReadOnlySpan<char> form)
    {
        switch (_lexicon.NotAName(form))
        {
            case NotName.Calendar: return IsPersonOfTheMonth(i, form) ? NameWord.Strong : NameWord.None;
            case NotName.Word: return _parsed.Tokens[i].Upos == Upos.PROPN ? NameWord.Weak : NameWord.None;
            case NotName.Language or NotName.Religion: return NameWord.Demonym;
            default: break;
        }
        return CountryTable.Default.ByDemonym(form) is not null && CountryTable.Default.ByName(form) is null ? NameWord.Demonym : null;
    }

    // A capitalised word inside a sentence, whatever its tag: an acronym, the word behind a given name or a title.
    private bool Sure(int i, ReadOnlySpan<char> form) => (form.Length is > 1 and <= 8 && _words.IsCapitals(i) && _acronyms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form))
        || (_parsed.Tokens[i].Upos is not (Upos.DET or Upos.PRON or Upos.ADP or Upos.AUX or Upos.CCONJ or Upos.SCONJ or Upos.PART or Upos.NUM) && _words.IsCapitalised(i - 1) && _parsed.SentenceIndex(i - 1) == _parsed.SentenceIndex(i) && (_lexicon.IsGivenName(_parsed.Form(i - 1), out _) || _lexicon.IsTitle(_parsed.Form(i - 1), out _)));

    // "Theresa May", "his wife June": a month right behind a given name or a relative.
    private bool IsPersonOfTheMonth(int i, ReadOnlySpan<char> form)
    {
        if (i == 0 || _parsed.Tokens[i].Upos is not (Upos.PROPN or Upos.NOUN)) { return false; }
        if (_kinds[i - 1] == NameWord.Strong && _lexicon.IsGivenName(_parsed.Form(i - 1), out _)) { return true; }
        // "President Jan Kowalczyk", "April Jones".
        if (_lexicon.IsGivenName(form, out _) && i + 1 < _kinds.Length && _parsed.Tokens[i + 1].Upos == Upos.PROPN && _words.IsCapitalised(i + 1) && _lexicon.NotAName(_parsed.Form(i + 1)) is null
            && _lexicon.HeadType(_parsed.Form(i + 1)) is null && _lexicon.OrganizationSector(_parsed.Form(i + 1)) is null) { return true; }
        return _lexicon.IsGivenName(form, out _) && _parsed.Tokens[i - 1].Upos == Upos.NOUN && RoleLexicon.Default.Find(_parsed.Tokens[i - 1].Lemma) is { Kind: RoleKind.Person };
    }

    // A first word that is a name inside another sentence is one here.
    private void Confirm()
    {
        for (int i = 0; i < _kinds.Length; i++)
        {
            if (_kinds[i] is not (NameWord.Weak or NameWord.None) || !_words.IsCapitalised(i) || _parsed.Tokens[i].Upos is not (Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.ADV or Upos.VERB or Upos.X or Upos.INTJ)) { continue; }
            ReadOnlySpan<char> form = _parsed.Form(i);
            bool known = _bodyNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form) && !_bodyWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form);
            if (known && _lexicon.NotAName(form) is null && RoleLexicon.Default.Find(form) is null) { _kinds[i] = NameWord.Strong; }
        }
    }

}

/// <summary>Strong: alone enough for a name. Weak: only beside others. Demonym: "French", "Muslim".</summary>
internal enum NameWord : byte { None, Weak, Demonym, Strong }
