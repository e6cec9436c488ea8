using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>What the story says a named person is: title before the name, apposition, noun before the name, predicate.</summary>
internal sealed class RoleHarvester(StoryWords words, PhraseReader phrases, NameEvidence evidence)
{
    private readonly ParsedText _parsed = words.Parsed;

    /// <summary>Sets role, country, sector and body of people; in text order, the first telling wins.</summary>
    public void Harvest(IReadOnlyList<NamePiece> pieces)
    {
        foreach (NamePiece piece in pieces)
        {
            if (piece.Entity is not { } entity) { continue; }
            if (entity.Type == EntityType.Person) { HarvestPerson(piece, entity); }
        }
        foreach (NamePiece piece in pieces)
        {
            if (piece.Entity is { Type: EntityType.Person } person) { FromOffice(piece, person); }
        }
    }

    // "Putin" needs no introduction: the table of office holders knows him. A full name without an office in the story proves nothing but for heads and ministers.
    private void FromOffice(NamePiece piece, EntityDraft person)
    {
        if (person.OfficeAsked || (piece.Count == 1 && person.Name.Contains(' ', StringComparison.Ordinal))) { return; }
        person.OfficeAsked = true;
        bool official = person.Sector is null or "GOV" or "LEG" or "IGO";
        if (!official || evidence.OfficeTerm(person.Name) is not { } term || (person.Country is not null && person.Country != term.Country)) { return; }
        if (person.Sector is null && term.Tier == OfficeTier.Other) { return; }
        person.Wikidata = term.Wikidata;
        person.Country ??= term.Country;
        person.Organization ??= term.Organization;
        person.Sector ??= term.Organization is not null ? "IGO" : "GOV";
        if (person.RoleClasses.Count == 0 && RoleLexicon.Default.Find(term.Position.ToLowerInvariant()) is { } role) { person.RoleClasses.Add(role.Class); person.RoleNouns.Add(role.Noun); }
        else if (person.RoleClasses.Count == 0 && term.Tier == OfficeTier.Head) { person.RoleClasses.Add("head-of-state"); }
        else if (person.RoleClasses.Count == 0 && term.Tier == OfficeTier.Minister) { person.RoleClasses.Add("minister"); }
    }

    private void HarvestPerson(NamePiece piece, EntityDraft person)
    {
        if (piece.Title is { Role.Length: > 0 } title) { FromTitle(piece, title, person); }
        else if (piece.Demonym >= 0 && person.Country is null) { person.Country = CountryTable.Default.ByDemonym(_parsed.Form(piece.Demonym))?.Code; }
        int head = evidence.PhraseHead(piece);
        if (head < 0) { return; }
        bool apposition = false;
        foreach (int child in _parsed.Children(head))
        {
            if (child > piece.Last && _parsed.Is(child, "appos")) { FromNoun(child, piece, person); apposition = true; }
            else if (child < piece.First && _parsed.Tokens[child].Upos == Upos.NOUN && _parsed.Is(child, "compound")) { FromNoun(child, piece, person); }
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
        for (i++; i < end && i <= piece.Last + 7; i++)
        {
            Token token = _parsed.Tokens[i];
            if (token.Upos is Upos.NOUN or Upos.PROPN && phrases.NameAt(i) is null && phrases.RoleAt(i, out _) is { Kind: RoleKind.Person }
                && (i + 1 >= end || _parsed.Tokens[i + 1].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PART))) { return _parsed.Is(i, "nsubj") ? -1 : i; }
            if (token.Upos is not (Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.PART) && !(token.Upos == Upos.PRON && token.Xpos is "PRP$")) { return -1; }
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
        Tell(person, text, role, affiliation, title.Gender);
    }

    private void FromNoun(int noun, NamePiece? mentionOf, EntityDraft person)
    {
        if (phrases.NameAt(noun) is { } own && noun >= own.First || phrases.RoleAt(noun, out int first) is not { } role) { return; }
        if (role.Kind != RoleKind.Person || _parsed.Tokens[noun].Xpos is "NNS" or "NNPS") { return; }
        Tell(person, Lower(words.Phrase(first, noun)), role, phrases.Affiliation(noun), role.Gender);
        // The apposed phrase is a mention of the person; a predicate is not.
        if (mentionOf?.Mention is not { } mention) { return; }
        (mention.OtherHeads ??= []).Add(noun);
    }

    private static void Tell(EntityDraft person, string text, RoleNoun? role, Affiliation affiliation, Gender gender)
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
        if (person.Sector is null || (person.Sector is "CVL" && sector is not null)) { person.Sector = sector ?? person.Sector; }
        if (person.Role is not null) { return; }
        string? of = body is { Type: EntityType.Organization } ? body.Name : CountryTable.Default.ByCode(affiliation.Country)?.Name;
        person.Role = of is null ? text : $"{text} of {of}";
    }

    private static string Lower(ReadOnlySpan<char> text)
    {
        string lower = text.ToString().ToLowerInvariant();
        return lower.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', lower.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : lower;
    }
}
