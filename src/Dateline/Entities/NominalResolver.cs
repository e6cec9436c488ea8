using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Says whom a role nominal means: a named bearer of the role, a named body, an earlier nominal of the same words, or somebody new.</summary>
internal sealed class NominalResolver
{
    private readonly StoryWords _story;
    private readonly List<EntityDraft> _drafts;
    private readonly ParsedText _parsed;
    private readonly Dictionary<string, EntityDraft> _byWords = new(StringComparer.OrdinalIgnoreCase);
    private readonly NominalWords _words;
    private readonly RecentMentions _recent;
    private readonly PersonNominals _people;
    private readonly BodyNominals _bodies;

    public NominalResolver(StoryWords words, List<EntityDraft> drafts)
    {
        (_story, _drafts, _parsed, _words) = (words, drafts, words.Parsed, new NominalWords(words));
        _recent = new RecentMentions(drafts);
        _people = new PersonNominals(_parsed, _recent);
        _bodies = new BodyNominals(_parsed, _recent);
    }

    /// <summary>Gives every nominal its entity, in text order.</summary>
    public void Resolve(List<Nominal> nominals)
    {
        // Headlines last: what they say is explained by the body below them.
        foreach (Nominal nominal in nominals.OrderBy(n => Ahead(n))) { Resolve(nominal); }
    }

    private bool Ahead(Nominal nominal) => nominal.Headline || _story.Block(_parsed.SentenceIndex(nominal.Head)) is Stories.BlockRole.Headline or Stories.BlockRole.Deck;

    private void Resolve(Nominal nominal)
    {
        bool definite = nominal.Definiteness == Definiteness.Definite || (nominal.Definiteness == Definiteness.Bare && (Ahead(nominal) || char.IsUpper(_parsed.Form(nominal.Head)[0])));
        if (definite && !nominal.Plural && nominal.Role.Kind == RoleKind.Person && _people.Find(nominal, Ahead(nominal)) is { } person) { Mention(nominal, person, "entities/role-nominal"); return; }
        if (definite && !nominal.Plural && nominal.Role.Kind == RoleKind.Body && _bodies.Find(nominal) is { } body) { Mention(nominal, body.Entity, body.Rule); return; }
        if (nominal.Role.Kind == RoleKind.Body && !nominal.Plural && _bodies.Named(nominal) is { } named) { Mention(nominal, named, "entities/named-nominal"); return; }
        string key = _words.Key(nominal);
        if ((nominal.Definiteness != Definiteness.Indefinite || NominalWords.Fighters(nominal) is not null) && !nominal.Both && Known(nominal, key) is { } known) { Mention(nominal, known, "entities/same-nominal"); return; }
        EntityDraft draft = Draft(nominal);
        _byWords[key] = draft;
        if (nominal.Plural || nominal.Definiteness != Definiteness.Bare) { _byWords[_words.Short(nominal)] = draft; }
        if (nominal.Plural && draft.Country is { } country && NominalWords.Fighters(nominal) is { } fighters) { _byWords.TryAdd($"={fighters}|{country}", draft); }
        _drafts.Add(draft);
        Mention(nominal, draft, "entities/nominal");
    }

    private EntityDraft? Known(Nominal nominal, string key)
    {
        if (_byWords.TryGetValue(key, out EntityDraft? known)) { return known; }
        if (nominal.Plural && nominal.Affiliation.Country is { } country && NominalWords.Fighters(nominal) is { } fighters && _byWords.TryGetValue($"={fighters}|{country}", out known)) { return known; }
        // "the militants" after "Syrian Islamist militants": the bare noun points back at the fuller phrase.
        return nominal.Definiteness == Definiteness.Definite && nominal.Core == nominal.Head && nominal.Affiliation == default && _byWords.TryGetValue(_words.Short(nominal), out known) ? known : null;
    }

    private EntityDraft Draft(Nominal nominal)
    {
        EntityType type = nominal.Role.Kind == RoleKind.Thing ? EntityType.Other : nominal.Plural ? EntityType.Group : nominal.Role.Kind == RoleKind.Body ? EntityType.Organization : EntityType.Person;
        EntityDraft? body = nominal.Affiliation.Body;
        bool international = body is { Sector: "IGO" };
        string? sector = body is { Type: EntityType.Organization, Sector: { } bodily } && nominal.Role.Sector is null or "GOV" or "CVL" ? bodily : nominal.Whose ?? nominal.Role.Sector;
        string name = _words.CoreText(nominal);
        // "the European Community" is a name for all its common noun.
        if (char.IsUpper(name[0]) && char.IsUpper(_parsed.Form(nominal.Head)[0]) && OrganizationTable.Default.ByName(name) is { } known)
        {
            return new EntityDraft { Name = name, Type = EntityType.Organization, Gender = Gender.Neuter, Country = known.Country, Sector = known.Sector, Organization = known.Code ?? known.Name };
        }
        EntityDraft draft = new()
        {
            Name = name,
            Type = type,
            Gender = nominal.Plural ? Gender.Plural : type == EntityType.Person ? nominal.Role.Gender : Gender.Neuter,
            Country = international ? null : nominal.Affiliation.Country,
            Sector = sector,
            Organization = body is { Type: EntityType.Organization } ? body.Organization ?? body.Name : null,
        };
        draft.RoleClasses.Add(nominal.Role.Class);
        draft.RoleNouns.Add(nominal.Role.Noun);
        return draft;
    }

    private void Mention(Nominal nominal, EntityDraft entity, string rule)
    {
        nominal.Entity = entity;
        MentionDraft mention = entity.Add(new MentionDraft
        {
            Span = _parsed.SpanOf(nominal.First, nominal.Head),
            First = nominal.First,
            Last = nominal.Head,
            Head = nominal.Head,
            Form = MentionForm.Nominal,
            Rule = rule,
            OtherHeads = nominal.Part >= 0 ? [nominal.Part] : null,
        });
        if (!Ahead(nominal)) { _recent.Add(mention); }
    }
}
