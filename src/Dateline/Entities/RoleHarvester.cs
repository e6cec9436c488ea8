using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>What the story says a named person is: title before the name, apposition, noun before the name, predicate.</summary>
internal sealed class RoleHarvester(StoryWords words, PhraseReader phrases, NameEvidence evidence)
{
    /// <summary>Words before a title among which "former" may stand.</summary>
    private const int PastReach = 3;

    private const int LongestBehind = 10;
    private readonly ParsedText _parsed = words.Parsed;

    /// <summary>Sets role, country, sector and body of people; in text order, the first telling wins.</summary>
    public void Harvest(IReadOnlyList<NamePiece> pieces)
    {
        foreach (NamePiece piece in pieces)
        {
            if (piece.Entity is not { } entity) { continue; }
            if (entity.Type == EntityType.Person) { HarvestPerson(piece, entity); }
        }
    }

    private void HarvestPerson(NamePiece piece, EntityDraft person)
    {
        if (piece.Title is { Role.Length: > 0 } title) { FromTitle(piece, title, person); }
        else if (piece.Demonym >= 0 && person.Country is null) { person.Country = CountryTable.Default.ByDemonym(_parsed.Form(piece.Demonym))?.Code; }
        int head = evidence.PhraseHead(piece);
        if (head < 0) { return; }
        bool apposition = false;
        for (int i = piece.First; i <= piece.Last; i++)
        {
            foreach (int child in _parsed.Children(i))
            {
                if (child > piece.Last && _parsed.Is(child, "appos")) { FromNoun(child, piece, person); apposition = true; }
            }
        }
        foreach (int child in _parsed.Children(head))
        {
            if (child < piece.First && _parsed.Tokens[child].Upos == Upos.NOUN && _parsed.Is(child, "compound")) { FromNoun(child, piece, person); }
        }
        int governor = _parsed.Tokens[head].Head;
        if (governor >= 0 && _parsed.Tokens[governor].Upos is Upos.NOUN or Upos.PROPN)
        {
            bool apposed = _parsed.Is(head, "appos") || _parsed.Is(head, "flat") || (_parsed.Is(head, "compound") && governor < piece.First);
            bool predicate = _parsed.Is(head, "nsubj") && _parsed.Child(governor, "cop") >= 0 && _parsed.Child(governor, "advmod") is var negation
                && (negation < 0 || _parsed.Tokens[negation].Lemma is not ("not" or "never"));
            if (apposed || predicate) { FromNoun(governor, predicate ? null : piece, person); }
        }
        // "The first witness was Gopaul Govender": the name is the predicate.
        if (_parsed.Child(head, "cop") >= 0 && _parsed.Child(head, "nsubj") is int witness and >= 0 && phrases.NameAt(witness) is null) { FromNoun(witness, piece, person); }
        if (!apposition && Behind(piece) is int noun and >= 0) { FromNoun(noun, piece, person); }
        Above(piece, head, person);
        int before = (piece.TitleFirst >= 0 ? piece.TitleFirst : piece.First) - 1;
        if (before >= _parsed.SentenceOf(piece.First).First && _parsed.Tokens[before].Upos == Upos.NOUN && phrases.NameAt(before) is null) { FromNoun(before, piece, person); }
    }

    // "X, president of Y, said" where the tree misses the apposition: a role noun right behind the comma that is no subject of its own.
    private int Behind(NamePiece piece)
    {
        int end = _parsed.SentenceOf(piece.Last).End, i = piece.Last + 1;
        if (i + 1 >= end || _parsed.Form(i) is not ",") { return -1; }
        for (i++; i < end && i <= piece.Last + LongestBehind; i++)
        {
            Token token = _parsed.Tokens[i];
            if (token.Upos is Upos.NOUN or Upos.PROPN && phrases.NameAt(i) is null && phrases.RoleAt(i, out _) is { Kind: RoleKind.Person }
                && (i + 1 >= end || _parsed.Tokens[i + 1].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PART))) { return _parsed.Is(i, "nsubj") ? -1 : i; }
            if (token.Upos is not (Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.PART or Upos.NUM) && _parsed.Form(i) is not "-" && !(token.Upos == Upos.PRON && token.Xpos is "PRP$")) { return -1; }
        }
        return -1;
    }

    // "One of the protesters, Hayley Walsh", "Fellow protester, engineer Richard Weir": the words that the name explains mean the person too.
    private void Above(NamePiece piece, int head, EntityDraft person)
    {
        if (piece.Mention is not { } mention) { return; }
        int i = head;
        for (int steps = 0; steps < 3 && _parsed.Tokens[i].Head is int governor and >= 0; steps++, i = governor)
        {
            bool explains = _parsed.Is(i, "appos") || (_parsed.Is(i, "flat") && i == head) || (_parsed.Is(i, "compound") && governor < i);
            bool one = _parsed.Tokens[governor].Upos == Upos.NUM && _parsed.Form(governor) is "One" or "one";
            bool role = _parsed.Tokens[governor].Upos is Upos.NOUN or Upos.PROPN && _parsed.Tokens[governor].Xpos is not ("NNS" or "NNPS")
                && phrases.NameAt(governor) is null && phrases.RoleAt(governor, out _) is { Kind: RoleKind.Person };
            if (!explains || (!one && !role)) { return; }
            (mention.OtherHeads ??= []).Add(governor);
        }
    }

    private void FromTitle(NamePiece piece, Title title, EntityDraft person)
    {
        string worded = Lower(words.Phrase(piece.TitleFirst, piece.TitleLast));
        RoleNoun? role = RoleLexicon.Default.Find(worded) ?? RoleLexicon.Default.Find(title.Role) ?? RoleLexicon.Default.Find(_parsed.Tokens[piece.TitleLast].Lemma);
        string text = NameLexicon.Default.IsTitle(worded, out Title whole) && !worded.Equals(whole.Role, StringComparison.Ordinal) || worded.Contains('.') ? title.Role : worded;
        Affiliation affiliation = default;
        if (piece.Demonym >= 0) { affiliation = phrases.At(piece.Demonym); }
        if (piece.Affiliation is { } body) { affiliation = phrases.At(body.Last).Or(affiliation); }
        else if (piece.TitleFirst - 1 is var owner and >= 0 && _parsed.Form(owner) is "'s" or "’s" && owner > 0) { affiliation = phrases.At(owner - 1).Or(affiliation); }
        Tell(person, text, role, affiliation, title.Gender, IsPast(piece.TitleFirst, piece.TitleLast));
    }

    // "former President", "the ousted prime minister": an office that is over.
    private bool IsPast(int first, int last)
    {
        int start = Math.Max(_parsed.SentenceOf(first).First, first - PastReach);
        for (int i = last; i >= start; i--)
        {
            if (i < first && _parsed.Tokens[i].Upos is not (Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.PUNCT or Upos.ADV)) { return false; }
            if (PastWords.Default.Contains(_parsed.Form(i))) { return true; }
        }
        return false;
    }

    private void FromNoun(int noun, NamePiece? mentionOf, EntityDraft person)
    {
        if (phrases.NameAt(noun) is { } own && noun >= own.First || phrases.RoleAt(noun, out int first) is not { } role) { return; }
        if (role.Kind != RoleKind.Person || _parsed.Tokens[noun].Xpos is "NNS" or "NNPS") { return; }
        Tell(person, Lower(words.Phrase(first, noun)), role, phrases.Affiliation(noun), role.Gender, IsPast(first, noun));
        // The apposed phrase is a mention of the person; a predicate is not.
        if (mentionOf?.Mention is not { } mention) { return; }
        (mention.OtherHeads ??= []).Add(noun);
    }

    private static void Tell(EntityDraft person, string text, RoleNoun? role, Affiliation affiliation, Gender gender, bool past)
    {
        if (role is not null)
        {
            person.RoleNouns.Add(role.Noun);
            person.RoleNouns.Add(text);
            person.RoleClasses.Add(role.Class);
        }
        if (person.Gender == Gender.Unknown) { person.Gender = gender; }
        EntityDraft? body = affiliation.Body;
        bool international = body is { Sector: "IGO" };
        person.Country ??= international ? null : affiliation.Country;
        if (body is { Type: EntityType.Organization }) { person.Organization ??= body.Organization ?? body.Name; }
        string? sector = body is { Type: EntityType.Organization, Sector: { } bodily } && role?.Sector is null or "GOV" or "CVL" or "BUS" ? bodily : role?.Sector;
        // Who left office is of the elites; what is told first stands, but an office held outweighs one that is over.
        if (past && sector is "GOV" or "LEG") { sector = "ELI"; }
        if (person.Sector is null || (person.Sector is "CVL" or "ELI" && sector is not null)) { person.Sector = sector ?? person.Sector; }
        if (person.Role is not null) { return; }
        if (past && !PastWords.Default.Contains(text.AsSpan(0, Math.Max(text.IndexOf(' ', StringComparison.Ordinal), 0)))) { text = "former " + text; }
        string? of = body is { Type: EntityType.Organization } ? body.Name : CountryTable.Default.ByCode(affiliation.Country)?.Name;
        person.Role = of is null ? text : $"{text} of {of}";
    }

    private static string Lower(ReadOnlySpan<char> text)
    {
        string lower = text.ToString().ToLowerInvariant();
        return lower.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', lower.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : lower;
    }
}
