using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Makes entities of name groups: full names first, then surnames, first names, acronyms, short names, capitals that act for their country.</summary>
internal sealed class NameLinker(StoryWords words, NameLexicon lexicon, NameEvidence evidence)
{
    /// <summary>Points from which a name's own reading resists being somebody's surname: a table's.</summary>
    private const double OwnReading = 5;

    /// <summary>Points from which a type is not given up for a pronoun.</summary>
    private const double SurePoints = 5;

    /// <summary>Points for a person from which a place may turn out one by a pronoun, and how far its own reading may lead.</summary>
    private const double PersonPoints = 0.5, PersonGap = 4;

    /// <summary>Bodies that a short name or an acronym is compared with: more than any story of a sane length names.</summary>
    private const int MostBodies = 400;

    private readonly ParsedText _parsed = words.Parsed;
    private readonly AcronymReader _acronyms = new(words);
    private readonly List<EntityDraft> _drafts = [];
    private readonly Dictionary<string, EntityDraft> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<Organization, EntityDraft> _organizations = [];
    private readonly Dictionary<int, EntityDraft> _byEnd = [];

    /// <summary>The entities of the groups; every piece gets its entity and a mention.</summary>
    public List<EntityDraft> Link(List<NameGroup> groups)
    {
        List<NameGroup> people = [.. groups.Where(g => g.Type == EntityType.Person && g.Words.Length > 1)];
        List<NameGroup> bodies = [.. groups.Where(g => g.Type is not (EntityType.Person or EntityType.Country) && g.Words.Length > 1).Take(MostBodies)];
        PersonIndex index = new(people);
        StoryCountries countries = new(words, groups, lexicon);
        foreach (NameGroup group in groups.OrderByDescending(g => g.Words.Length))
        {
            List<NameGroup>? named = group.Points >= OwnReading && group.Type is EntityType.Country or EntityType.Organization ? null : index.Find(group);
            if (_acronyms.Find(group, bodies, _byEnd) is { } spelled) { LinkAll(group, spelled, "entities/acronym"); }
            else if (named is { Count: > 0 }) { LinkToPeople(group, named); }
            else if (group.Type == EntityType.Country && CountryTable.Default.ByName(group.Text) is { } country) { LinkCountry(group, country); }
            else if (group.Type == EntityType.Organization && OrganizationTable.Default.ByName(group.Text) is { } known && countries.Allows(known, group.Text)) { LinkAll(group, OfTable(group, known), "entities/name"); }
            else if (Body(group, bodies) is { Entity: { } entity } body) { LinkAll(group, entity, body.Rule); }
            else { LinkAll(group, Draft(group), "entities/name"); }
        }
        return _drafts;
    }

    private EntityDraft Draft(NameGroup group)
    {
        EntityDraft draft = new() { Name = group.Text, Type = group.Type, Named = true, Sure = group.Points >= SurePoints };
        draft.PerhapsPerson = group.Type == EntityType.Place && group.Scores[EntityType.Person] >= PersonPoints && group.Points - group.Scores[EntityType.Person] <= PersonGap;
        if (group.Type == EntityType.Organization && CountryTable.Default.ByMetonym(group.Text) is { } seat) { (draft.Country, draft.Sector) = (seat.Code, "GOV"); }
        group.Entity = draft;
        _drafts.Add(draft);
        return draft;
    }

    private void LinkAll(NameGroup group, EntityDraft entity, string rule)
    {
        group.Entity = entity;
        foreach (NamePiece piece in group.Pieces)
        {
            if (group.Type == EntityType.Place && CountryTable.Default.ByCapital(piece.Text) is { } seat && Acts(piece)) { Mention(piece, OfCountry(seat), "entities/capital-metonym"); }
            else { Mention(piece, entity, rule); }
        }
    }

    private void LinkCountry(NameGroup group, Country country)
    {
        EntityDraft draft = OfCountry(country);
        if (country.Names.Contains(group.Text) && draft.Mentions.Count == 0) { draft.Name = group.Text; }
        LinkAll(group, draft, "entities/country");
    }

    // "UN" and "United Nations" are one row of the table.
    private EntityDraft OfTable(NameGroup group, Organization known)
    {
        if (!_organizations.TryGetValue(known, out EntityDraft? draft))
        {
            draft = Draft(group);
            (draft.Country, draft.Sector, draft.Organization) = (known.Country, known.Sector, known.Code ?? known.Name);
            _organizations.Add(known, draft);
        }
        else if (group.Text.Length > draft.Name.Length) { draft.Name = group.Text; }
        return draft;
    }

    private EntityDraft OfCountry(Country country)
    {
        if (!_countries.TryGetValue(country.Code, out EntityDraft? draft))
        {
            draft = new EntityDraft { Name = country.Name, Type = EntityType.Country, Country = country.Code, Sector = "GOV", Named = true, Gender = Gender.Neuter };
            _countries.Add(country.Code, draft);
            _drafts.Add(draft);
        }
        return draft;
    }

    // A surname that several bear goes to the one named last before it, by the title's gender where it tells.
    private void LinkToPeople(NameGroup group, List<NameGroup> named)
    {
        group.Type = EntityType.Person;
        foreach (NamePiece piece in group.Pieces)
        {
            NameGroup? best = null;
            int bestAt = int.MinValue;
            foreach (NameGroup candidate in named)
            {
                if (candidate.Entity is not { } entity || Clashes(piece, entity)) { continue; }
                int at = named.Count == 1 ? 0 : candidate.LastBefore(piece.First);
                if (best is null || at > bestAt) { (best, bestAt) = (candidate, at); }
            }
            if (best is null) { Mention(piece, group.Entity ?? Draft(group), "entities/name"); continue; }
            Mention(piece, best.Entity!, best.EndsWith(group) ? "entities/surname" : best.StartsWith(group) ? "entities/first-name" : "entities/same-name");
        }
    }

    private static bool Clashes(NamePiece piece, EntityDraft entity) => piece.Title is { Gender: not Gender.Unknown } title
        && entity.Gender is not Gender.Unknown && title.Gender != entity.Gender;

    private (EntityDraft Entity, string Rule)? Body(NameGroup group, List<NameGroup> bodies)
    {
        foreach (NameGroup body in bodies)
        {
            if (body.Entity is not { } entity || ReferenceEquals(body, group) || entity.Type is EntityType.Person or EntityType.Country) { continue; }
            // "Rita" after "Hurricane Rita" is no woman.
            if (entity.Type == EntityType.Event && group.Words.Length == 1 && body.EndsWith(group) && group.Pieces.TrueForAll(p => p.Title is null)) { return (entity, "entities/short-name"); }
            if (group.Type == EntityType.Place && group.Points >= OwnReading) { continue; }
            bool organization = entity.Type == EntityType.Organization && group.Type is EntityType.Organization or EntityType.Other;
            if (organization && body.StartsWith(group) && RestIsForm(body, group.Words.Length)) { return (entity, "entities/short-name"); }
            if (organization && group.Words.Length > 1 && body.EndsWith(group)) { return (entity, "entities/short-name"); }
        }
        return null;
    }

    private bool RestIsForm(NameGroup body, int from)
    {
        for (int i = from; i < body.Words.Length; i++)
        {
            if (lexicon.OrganizationSector(body.Words[i].TrimEnd(',')) is null) { return false; }
        }
        return true;
    }

    // "Moscow said", "talks with Kabul": the capital does what a state does, and no preposition makes it a place.
    private bool Acts(NamePiece piece)
    {
        int head = evidence.PhraseHead(piece);
        for (int steps = 0; head >= 0 && _parsed.Is(head, "conj") && steps < 8; steps++) { head = _parsed.Tokens[head].Head; }
        int governor = head < 0 ? -1 : _parsed.Tokens[head].Head;
        if (governor < 0) { return false; }
        // "Washington is expected to appoint an envoy" acts, "Kabul was hit" does not.
        if (_parsed.Is(head, "nsubj")) { return _parsed.Tokens[governor].Upos == Upos.VERB && (!_parsed.Is(head, "nsubj:pass") || _parsed.Child(governor, "xcomp") >= 0); }
        if (_parsed.Is(head, "compound")) { return RoleLexicon.Default.Find(_parsed.Tokens[governor].Lemma) is { Sector: "GOV" }; }
        int preposition = _parsed.Child(head, "case");
        return preposition >= 0 && _parsed.Form(preposition) is "with" or "between";
    }

    private void Mention(NamePiece piece, EntityDraft entity, string rule)
    {
        piece.Entity = entity;
        piece.Type = entity.Type;
        int head = _parsed.HeadOf(_parsed.SpanOf(piece.First, piece.Last));
        MentionDraft mention = new()
        {
            Span = _parsed.SpanOf(piece.First, piece.Last),
            First = piece.First,
            Last = piece.Last,
            Head = head,
            Form = piece.Headline ? MentionForm.Headline : MentionForm.Name,
            Rule = rule,
        };
        for (int i = piece.TitleFirst >= 0 ? piece.TitleFirst : piece.First; i <= piece.Last; i++)
        {
            if (i != head) { (mention.OtherHeads ??= []).Add(i); }
        }
        piece.Mention = entity.Add(mention);
        _byEnd[piece.Last] = entity;
        if (entity.Type == EntityType.Person) { NoteGender(piece, entity); }
    }

    private void NoteGender(NamePiece piece, EntityDraft entity)
    {
        if (piece.Title is { Gender: not Gender.Unknown } title) { entity.Gender = title.Gender; }
        else if (entity.Gender == Gender.Unknown && (piece.Count > 1 || piece.Title is null) && lexicon.IsGivenName(_parsed.Form(piece.First), out Gender gender)) { entity.Gender = gender; }
    }
}
