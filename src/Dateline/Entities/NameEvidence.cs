using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Neural;

namespace Dateline.Entities;

/// <summary>What one occurrence of a name tells of its type, as points. Occurrences of a story are added up.</summary>
/// <remarks>The points are ranks made by hand: a table hit outweighs a word of the name, that outweighs a neighbour, that outweighs the verb.</remarks>
internal sealed class NameEvidence(StoryWords words, NameLexicon lexicon)
{
    internal const double Table = 9, OwnWord = 4, Neighbour = 3, Preposition = 1.5, Verb = 1, Hint = 0.5;
    // Whoever stands behind the dash of a headline says it.
    private const double Speaker = 2;

    private readonly ParsedText _parsed = words.Parsed;
    private readonly NameBoundaries _boundaries = new(words, lexicon);

    /// <summary>Adds what stands around this occurrence.</summary>
    public void AddContext(NamePiece piece, TypeScores scores)
    {
        if (piece.Title is not null) { scores[EntityType.Person] += Table; }
        if (piece.Demonym >= 0 && piece.Title is null) { scores[EntityType.Person] += Hint; }
        AddNeighbours(piece, scores);
        AddLetter(piece, scores);
        int head = PhraseHead(piece);
        if (head < 0) { return; }
        AddRelation(head, scores);
        foreach (int child in _parsed.Children(head)) { AddChild(child, scores); }
        if (_parsed.Is(head, "appos")) { AddNoun(_parsed.Tokens[head].Head, scores); }
        if (_parsed.Tokens[head].Deprel is "compound" or "nmod" or "flat" && _parsed.Tokens[head].Head == piece.Last + 1) { scores[EntityType.Person] -= Hint; }
    }

    /// <summary>The type the model reads in this occurrence, or null: most of its words decide.</summary>
    public EntityType? Modelled(NamePiece piece)
    {
        Span<int> counts = stackalloc int[4];
        for (int i = piece.First; i <= piece.Last; i++)
        {
            if (_parsed.Tokens[i].Name is not NameTag.Outside and NameTag tag) { counts[((int)tag - 1) / 2]++; }
        }
        int best = 0;
        for (int i = 1; i < counts.Length; i++) { best = counts[i] > counts[best] ? i : best; }
        return counts[best] == 0 ? null : best switch { 0 => EntityType.Person, 1 => EntityType.Organization, 2 => EntityType.Place, _ => EntityType.Other };
    }

    /// <summary>The token that heads name and title together.</summary>
    public int PhraseHead(NamePiece piece) => _parsed.HeadOf(_parsed.SpanOf(piece.TitleFirst >= 0 ? piece.TitleFirst : piece.First, piece.Last));

    /// <summary>The first member of the coordination that the token is a later member of, or -1.</summary>
    public int Coordinator(int head) => head >= 0 && _parsed.Is(head, "conj") ? _parsed.Tokens[head].Head : -1;

    private void AddNeighbours(NamePiece piece, TypeScores scores)
    {
        Sentence sentence = _parsed.SentenceOf(piece.First);
        int before = (piece.TitleFirst >= 0 ? piece.TitleFirst : piece.First) - 1, after = piece.Last + 1;
        if (before >= sentence.First)
        {
            ReadOnlySpan<char> form = _parsed.Form(before);
            if (form is "the" or "The" && piece.Title is null && !Modifies(piece)) { scores[EntityType.Person] -= Neighbour; scores[EntityType.Organization] += Verb; }
            else if (form is "in" or "In" or "near" or "across" or "outside" or "throughout" or "inside" or "toward") { scores[EntityType.Place] += Preposition; scores[EntityType.Person] -= Verb; }
            else if (form is "of" or "at" or "for" && before - 1 >= sentence.First && Employed(before - 1) is > 0 and double employed) { scores[EntityType.Organization] += employed; }
            else if (form is "like" or "including" or "as" && Example(before, sentence.First) is int noun and >= 0) { AddNoun(noun, scores); }
            else if (form is "at" && before - 1 >= sentence.First && _parsed.Tokens[before - 1].Upos == Upos.PROPN) { scores[EntityType.Organization] += Preposition; }
            else if (form is "at" or "from" or "to" or "around") { scores[EntityType.Place] += Hint; }
            else if (form is "of" && before - 1 >= sentence.First && lexicon.HeadType(_parsed.Form(before - 1)) == EntityType.Place) { scores[EntityType.Place] += Neighbour; }
            else if (form is "—" or "–" or "-" && after == sentence.End) { (scores[EntityType.Person], scores[EntityType.Organization]) = (scores[EntityType.Person] + Speaker, scores[EntityType.Organization] + Verb); }
            else if (_parsed.Tokens[before].Upos is Upos.NOUN) { AddNoun(before, scores); }
        }
        if (after >= sentence.End) { return; }
        ReadOnlySpan<char> next = _parsed.Form(after);
        if (next is "," && after + 1 < sentence.End)
        {
            Token second = _parsed.Tokens[after + 1];
            if (second.Upos == Upos.NUM && _parsed.Form(after + 1).Length <= 2 && after + 2 < sentence.End && _parsed.Form(after + 2) is "," or ".") { scores[EntityType.Person] += OwnWord; }
            else if (CountryTable.Default.ByName(_parsed.Form(after + 1)) is not null && (after + 2 >= sentence.End || _parsed.Tokens[after + 2].Upos == Upos.PUNCT)) { scores[EntityType.Place] += Preposition; }
        }
        else if (next is "-" && after + 1 < sentence.End && _parsed.Form(after + 1) is "based" or "born" or "area") { scores[EntityType.Place] += Neighbour; }
        else if (_parsed.Tokens[after].Upos == Upos.NOUN && lexicon.HeadType(_parsed.Form(after)) == EntityType.Place) { scores[EntityType.Place] += Neighbour - Hint; }
    }

    // "companies like Acme", "companies such as Acme": the noun of which the name is an example, or -1.
    private int Example(int joiner, int begin)
    {
        int i = joiner - 1;
        if (i > begin && _parsed.Form(i) is "such") { i--; }
        if (i > begin && _parsed.Form(i) is ",") { i--; }
        return i >= begin && _parsed.Tokens[i] is { Upos: Upos.NOUN, Xpos: "NNS" } ? i : -1;
    }

    // "the founder of Acme", "a reporter for Acme": people whose work is for bodies; a spokesman may be a person's.
    private double Employed(int noun) => RoleLexicon.Default.Find(_parsed.Tokens[noun].Lemma) is { Kind: RoleKind.Person } role
        ? role.Class switch { "executive" => OwnWord, "spokesman" or "journalist" => Preposition, _ => 0 } : 0;

    // "Thanks, Traci", "Constance, I was away": who signs or is spoken to.
    private void AddLetter(NamePiece piece, TypeScores scores)
    {
        Sentence sentence = _parsed.SentenceOf(piece.First);
        if (_boundaries.IsSignature(piece.First, sentence.First)) { scores[EntityType.Person] += Neighbour; }
        if (_boundaries.IsAddress(piece.Last, sentence.End) && (piece.First == sentence.First || words.IsCapitalised(piece.First - 1) || _boundaries.IsSignature(piece.First - 1, sentence.First))) { scores[EntityType.Person] += Neighbour; }
    }

    private void AddRelation(int head, TypeScores scores)
    {
        int governor = _parsed.Tokens[head].Head;
        if (governor < 0) { return; }
        if (_parsed.Is(head, "nsubj"))
        {
            bool speaks = SpeechVerbs.Contains(_parsed.Tokens[governor].Lemma);
            scores[EntityType.Person] += speaks ? Verb + Hint : Hint;
            scores[EntityType.Organization] += speaks ? Verb : Hint / 2;
            scores[EntityType.Place] -= speaks ? Verb : 0;
            int noun = _parsed.Tokens[governor].Upos == Upos.NOUN ? governor : -1;
            if (noun >= 0) { AddNoun(noun, scores); }
        }
        else if (_parsed.Is(head, "compound") || _parsed.Is(head, "nmod"))
        {
            // "the Islamic State terrorist group", "the Enron company".
            if (governor > head && RoleLexicon.Default.Find(_parsed.Tokens[governor].Lemma) is { Kind: RoleKind.Body, Class: "organization" or "rebels" or "company" or "media" or "ngo" or "party" }) { scores[EntityType.Organization] += Neighbour; }
        }
        else if (_parsed.Is(head, "nmod:poss")) { scores[EntityType.Person] += Hint / 2; }
    }

    private void AddChild(int child, TypeScores scores)
    {
        if (_parsed.Is(child, "appos")) { AddNoun(child, scores); }
        else if (_parsed.Is(child, "acl:relcl"))
        {
            foreach (int pronoun in _parsed.Children(child))
            {
                if (_parsed.Form(pronoun) is "who" or "whom") { scores[EntityType.Person] += Neighbour; }
                else if (_parsed.Form(pronoun) is "where") { scores[EntityType.Place] += Neighbour; }
            }
        }
    }

    // A common noun said of the name, or standing before it: "Karachi, a city", "spokesman Peskov".
    private void AddNoun(int noun, TypeScores scores)
    {
        if (noun < 0 || _parsed.Tokens[noun].Upos is not (Upos.NOUN or Upos.PROPN)) { return; }
        string lemma = _parsed.Tokens[noun].Lemma;
        RoleNoun? role = RoleLexicon.Default.Find(lemma);
        if (role is { Kind: RoleKind.Person }) { scores[EntityType.Person] += Neighbour; }
        else if (lexicon.HeadType(lemma) is { } type) { scores[type] += Neighbour; }
        else if (role is { Kind: RoleKind.Body }) { scores[EntityType.Organization] += Neighbour - Hint; }
    }

    // "the Fallujah campaign": the article is the noun's.
    private bool Modifies(NamePiece piece) => _parsed.Tokens[piece.Last].Deprel is "compound" or "nmod" or "amod" && _parsed.Tokens[piece.Last].Head > piece.Last;
}
