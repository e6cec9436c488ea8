using Dateline.Knowledge;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Reads a noun phrase for what it says of an actor: the role noun, the country and the body it belongs to.</summary>
internal sealed class PhraseReader
{
    private const int LongestNoun = 4;
    /// <summary>Words before the noun: a headline's verb looks like one more noun of the chain ("police detain hostel bosses").</summary>
    private const int HeadlineModifiers = 2, LongestPhrase = 12;
    private readonly StoryWords _words;
    private readonly ParsedText _parsed;
    private readonly NamePiece?[] _pieceAt;

    public PhraseReader(StoryWords words, IEnumerable<NamePiece> pieces)
    {
        _words = words;
        _parsed = words.Parsed;
        _pieceAt = new NamePiece?[_parsed.Tokens.Length];
        foreach (NamePiece piece in pieces)
        {
            for (int i = piece.First; i <= piece.Last; i++) { _pieceAt[i] = piece; }
            for (int i = Math.Max(piece.TitleFirst, 0); i <= piece.TitleLast; i++) { _pieceAt[i] = piece; }
        }
    }

    /// <summary>The name, or its title, that the token belongs to.</summary>
    public NamePiece? NameAt(int token) => _pieceAt[token];

    /// <summary>The role noun that ends at the token, the longest that the table knows: "prime minister" before "minister".</summary>
    public RoleNoun? RoleAt(int noun, out int first)
    {
        Sentence sentence = _parsed.SentenceOf(noun);
        string lemma = _parsed.Tokens[noun].Lemma;
        for (int start = Math.Max(sentence.First, noun - LongestNoun + 1); start < noun; start++)
        {
            if (_pieceAt[start] is { } piece && piece.TitleFirst < 0) { continue; }
            // "secretary-general" is written without blanks.
            string glue = _words.Touches(noun - 1) ? "" : " ";
            string phrase = string.Concat(_words.Phrase(start, noun - 1), glue, lemma).Replace('’', '\'');
            if (RoleLexicon.Default.Find(phrase) is { } longer) { first = start; return longer; }
        }
        first = noun;
        return RoleLexicon.Default.Find(_parsed.Form(noun)) ?? RoleLexicon.Default.Find(lemma);
    }

    /// <summary>First token of the phrase headed by the noun, with article and modifiers, without preposition or conjunction.</summary>
    public int Left(int noun)
    {
        int left = noun, bound = _words.Case(_parsed.SentenceIndex(noun)) != SentenceCase.Normal || _words.Block(_parsed.SentenceIndex(noun)) == BlockRole.Headline ? HeadlineModifiers : LongestPhrase;
        ReadOnlySpan<int> children = _parsed.Children(noun);
        for (int i = children.Length - 1; i >= 0; i--)
        {
            int child = children[i];
            if (child > noun) { continue; }
            bool modifier = _parsed.Is(child, "det") || _parsed.Is(child, "amod") || _parsed.Is(child, "compound") || _parsed.Is(child, "nummod")
                || _parsed.Is(child, "nmod") || _parsed.Is(child, "flat") || _parsed.Is(child, "advmod");
            // "On Friday a court": what has its own preposition stands before the phrase, not in it.
            modifier &= _parsed.Child(child, "case") < 0 || _parsed.Tokens[child].Deprel is "nmod:poss";
            if (!modifier || _parsed.Right(child) < left - 2 || _parsed.Left(child) < noun - bound || _parsed.Tokens[child].Xpos is "PRP") { break; }
            left = Math.Min(left, _parsed.Left(child));
        }
        while (left < noun && _parsed.Tokens[left].Upos == Upos.PUNCT && _parsed.Form(left) is not ("\"" or "“" or "'" or "‘")) { left++; }
        return left;
    }

    /// <summary>Country and body that the phrase's modifiers name: "Azerbaijani forces", "EU leaders", "the head of Hamas".</summary>
    public Affiliation Affiliation(int noun)
    {
        Affiliation found = default;
        foreach (int child in _parsed.Children(noun))
        {
            bool before = child < noun && (_parsed.Is(child, "amod") || _parsed.Is(child, "compound") || _parsed.Is(child, "nmod") || _parsed.Is(child, "flat"));
            bool after = child > noun && _parsed.Is(child, "nmod") && _parsed.Child(child, "case") is int preposition and >= 0
                && _parsed.Form(preposition) is "of" or "for" or "from" or "at" or "in" or "throughout" or "across";
            if (!before && !after) { continue; }
            Affiliation own = At(child);
            // "rebels in Syria" are Syrian; "the rebels in Vienna" only meet there.
            if (after && own.Body is null && _parsed.Form(_parsed.Child(child, "case")) is "in" or "at") { continue; }
            found = found.Or(own);
            // "members of the Syrian opposition": one level further down.
            foreach (int inner in _parsed.Children(child))
            {
                if (found.Country is not null || found.Body is not null) { break; }
                if (_parsed.Is(inner, "amod") || _parsed.Is(inner, "compound") || _parsed.Is(inner, "nmod") || _parsed.Is(inner, "conj")) { found = found.Or(At(inner)); }
            }
        }
        // A flat run that the parser did not hang on the noun: "Afghan" right before it.
        if (found.Country is null && found.Body is null)
        {
            Sentence sentence = _parsed.SentenceOf(noun);
            for (int i = noun - 1; i >= sentence.First && i >= noun - 3 && _parsed.Tokens[i].Upos is Upos.ADJ or Upos.PROPN or Upos.NOUN; i--) { found = found.Or(At(i)); }
            if (found.Country is null && found.Body is null) { found = new Affiliation(LongName(sentence.First, noun), null); }
            if (found.Country is null) { found = found.Or(Behind(noun, sentence.End)); }
        }
        return found;
    }

    // "students throughout Indonesia", "a terror group based in Trinidad": the words right behind, wherever the tree hangs them.
    private Affiliation Behind(int noun, int end)
    {
        int i = noun + 1;
        bool based = i < end && _parsed.Form(i) is "based" or "living" or "exiled";
        if (based) { i++; }
        bool spread = i < end && (_parsed.Form(i) is "throughout" or "across" || (based && _parsed.Form(i) is "in"));
        if (!spread) { return default; }
        i++;
        if (i < end && _parsed.Form(i) is "the") { i++; }
        return i < end ? At(i) with { Body = null } : default;
    }

    // "South Korean army", "Ivory Coast rebels": a name of several words that no piece was cut for.
    private string? LongName(int sentenceFirst, int noun)
    {
        for (int last = noun - 1; last >= sentenceFirst && last >= noun - 3 && _parsed.Tokens[last].Upos is Upos.ADJ or Upos.PROPN or Upos.NOUN; last--)
        {
            for (int first = Math.Max(sentenceFirst, last - LongestNoun + 1); first < last; first++)
            {
                if (!_words.IsCapitalised(first)) { continue; }
                ReadOnlySpan<char> name = _words.Phrase(first, last);
                if ((CountryTable.Default.ByDemonym(name) ?? CountryTable.Default.ByName(name)) is { } country) { return country.Code; }
            }
        }
        return null;
    }

    /// <summary>The country or body that a token names.</summary>
    public Affiliation At(int token)
    {
        if (_pieceAt[token] is { Entity: { } entity } piece && token >= piece.First)
        {
            return entity.Type switch
            {
                EntityType.Country => new Affiliation(entity.Country, entity),
                EntityType.Organization => new Affiliation(entity.Country, entity),
                EntityType.Place when CountryTable.Default.ByCapital(piece.Text) is { } seat => new Affiliation(seat.Code, null),
                EntityType.Place => new Affiliation(entity.Country, null),
                // "the Bush administration", "Pahor's office".
                EntityType.Person => new Affiliation(entity.Country, null),
                _ => default,
            };
        }
        return !IsEthnic(token) && CountryTable.Default.ByDemonym(_parsed.Form(token)) is { } country ? new Affiliation(country.Code, null) : default;
    }

    /// <summary>"ethnic Albanians" are a people, not a nationality.</summary>
    private bool IsEthnic(int token) => token > 0 && _parsed.Form(token - 1) is "ethnic" or "Ethnic";

    /// <summary>The country of a people's own name with what stands before it: "Bosnian Serbs" are of Bosnia, "Albanians of Serbia" of Serbia.</summary>
    public Affiliation OfPeople(int head)
    {
        foreach (int child in _parsed.Children(head))
        {
            bool before = child < head && (_parsed.Is(child, "amod") || _parsed.Is(child, "compound"));
            bool of = child > head && _parsed.Is(child, "nmod") && _parsed.Child(child, "case") is int preposition and >= 0 && _parsed.Form(preposition) is "of";
            if ((before || of) && At(child) is { Country: not null } named) { return named; }
        }
        return At(head);
    }

    /// <summary>The noun before a leader, officer or official that says whose: "rebel leaders", "army officers".</summary>
    public string? ModifierSector(int noun, int first)
    {
        int before = first - 1;
        return before >= _parsed.SentenceOf(noun).First && _parsed.Tokens[before].Upos is Upos.NOUN or Upos.ADJ && _pieceAt[before] is null
            ? RoleLexicon.Default.Find(_parsed.Tokens[before].Lemma)?.Sector : null;
    }
}

/// <summary>Whom a phrase belongs to.</summary>
internal readonly record struct Affiliation(string? Country, EntityDraft? Body)
{
    /// <summary>What is known here, completed by the other.</summary>
    public Affiliation Or(Affiliation other) => new(Country ?? other.Country, Body ?? other.Body);
}
