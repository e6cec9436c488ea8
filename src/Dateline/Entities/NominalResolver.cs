using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Says whom a role nominal means: a named bearer of the role, a named body, an earlier nominal of the same words, or somebody new.</summary>
internal sealed class NominalResolver(StoryWords words, List<EntityDraft> drafts)
{
    /// <summary>How many sentences back "the company" may reach.</summary>
    private const int BodyReach = 3;

    private readonly ParsedText _parsed = words.Parsed;
    private readonly Dictionary<string, EntityDraft> _byWords = new(StringComparer.OrdinalIgnoreCase);
    private readonly RecentMentions _recent = new(drafts);

    /// <summary>Gives every nominal its entity, in text order.</summary>
    public void Resolve(List<Nominal> nominals)
    {
        // Headlines last: what they say is explained by the body below them.
        foreach (Nominal nominal in nominals.OrderBy(n => Ahead(n))) { Resolve(nominal); }
    }

    private bool Ahead(Nominal nominal) => nominal.Headline || words.Block(_parsed.SentenceIndex(nominal.Head)) is Stories.BlockRole.Headline or Stories.BlockRole.Deck;

    private void Resolve(Nominal nominal)
    {
        bool definite = nominal.Definiteness == Definiteness.Definite || (nominal.Definiteness == Definiteness.Bare && (Ahead(nominal) || char.IsUpper(_parsed.Form(nominal.Head)[0])));
        if (definite && !nominal.Plural && nominal.Role.Kind == RoleKind.Person && Person(nominal) is { } person) { Mention(nominal, person, "entities/role-nominal"); return; }
        if (definite && !nominal.Plural && nominal.Role.Kind == RoleKind.Body && Body(nominal) is { } body) { Mention(nominal, body.Entity, body.Rule); return; }
        if (nominal.Role.Kind == RoleKind.Body && !nominal.Plural && Named(nominal) is { } named) { Mention(nominal, named, "entities/named-nominal"); return; }
        string key = Key(nominal);
        if ((nominal.Definiteness != Definiteness.Indefinite || Fighters(nominal) is not null) && !nominal.Both && Known(nominal, key) is { } known) { Mention(nominal, known, "entities/same-nominal"); return; }
        EntityDraft draft = Draft(nominal);
        _byWords[key] = draft;
        if (nominal.Plural || nominal.Definiteness != Definiteness.Bare) { _byWords[Short(nominal)] = draft; }
        if (nominal.Plural && draft.Country is { } country && Fighters(nominal) is { } fighters) { _byWords.TryAdd($"={fighters}|{country}", draft); }
        drafts.Add(draft);
        Mention(nominal, draft, "entities/nominal");
    }

    private EntityDraft? Known(Nominal nominal, string key)
    {
        if (_byWords.TryGetValue(key, out EntityDraft? known)) { return known; }
        if (nominal.Plural && nominal.Affiliation.Country is { } country && Fighters(nominal) is { } fighters && _byWords.TryGetValue($"={fighters}|{country}", out known)) { return known; }
        // "the militants" after "Syrian Islamist militants": the bare noun points back at the fuller phrase.
        return nominal.Definiteness == Definiteness.Definite && nominal.Core == nominal.Head && nominal.Affiliation == default && _byWords.TryGetValue(Short(nominal), out known) ? known : null;
    }

    private EntityDraft? Person(Nominal nominal)
    {
        EntityDraft? best = null;
        (int Fit, int At) bestRank = default;
        bool ahead = Ahead(nominal), former = IsFormer(nominal);
        foreach ((EntityDraft person, int at) in ahead ? _recent.FirstOfStory() : _recent.Before(nominal.First))
        {
            if (person.Type != EntityType.Person) { continue; }
            int fit = person.RoleNouns.Contains(nominal.Noun) ? 4 : person.RoleNouns.Contains(nominal.Role.Noun) ? 3 : Covers(nominal.Role, person) ? 2 : 0;
            if (fit == 0 || Conflicts(nominal, person) || former != (person.Role?.Contains("former", StringComparison.Ordinal) ?? false)) { continue; }
            if (nominal.Affiliation.Country is not null && person.Country == nominal.Affiliation.Country) { fit += 2; }
            if (best is null || (fit, at).CompareTo(bestRank) > 0) { (best, bestRank) = (person, (fit, at)); }
        }
        return best;
    }

    private bool IsFormer(Nominal nominal)
    {
        for (int i = nominal.First; i < nominal.Head; i++)
        {
            if (_parsed.Tokens[i].Lemma is "former" or "ex" or "late" or "then") { return true; }
        }
        return false;
    }

    private static bool Covers(RoleNoun role, EntityDraft person)
    {
        foreach (string covered in role.Covers)
        {
            // Civilians are too many to be told apart by their class.
            if (covered is not ("civilian" or "source" or "member" or "expert") && person.RoleClasses.Contains(covered)) { return true; }
        }
        return false;
    }

    private static bool Conflicts(Nominal nominal, EntityDraft person)
    {
        if (nominal.Role.Gender is not Gender.Unknown && person.Gender is Gender.Male or Gender.Female && nominal.Role.Gender != person.Gender) { return true; }
        if (nominal.Affiliation.Country is { } country && person.Country is { } own && own != country) { return true; }
        return nominal.Affiliation.Body is { Type: EntityType.Organization } body && person.Organization is { } organization && organization != (body.Organization ?? body.Name);
    }

    private (EntityDraft Entity, string Rule)? Body(Nominal nominal)
    {
        string head = _parsed.Tokens[nominal.Head].Lemma;
        EntityDraft? best = null;
        int bestAt = -1;
        bool named = false;
        foreach ((EntityDraft body, int at) in _recent.Before(nominal.First))
        {
            if (body.Type is not (EntityType.Organization or EntityType.Country) || !body.Named) { continue; }
            if (nominal.Affiliation.Country is { } country && body.Country is { } own && own != country) { continue; }
            if (nominal.Affiliation.Body is { } owner && !ReferenceEquals(owner, body) && body.Organization != owner.Organization) { continue; }
            bool carries = body.Type == EntityType.Organization && ContainsWord(body.Name, head);
            bool fits = carries || (nominal.Core >= nominal.Head - 1 && Near(at, nominal.Head) && FitsClass(nominal, body));
            if (!fits || (named && !carries)) { continue; }
            if (at > bestAt || (carries && !named)) { (best, bestAt, named) = (body, at, carries); }
        }
        return best is null ? null : (best, named ? "entities/short-name" : "entities/body-nominal");
    }

    // "the Islamic State terrorist group", "Yonhap news agency": the name before the noun is the body's own.
    private EntityDraft? Named(Nominal nominal)
    {
        if (nominal.Affiliation.Body is not { Type: EntityType.Organization } body || nominal.Role.Class is not ("organization" or "rebels" or "company" or "media" or "party" or "ngo" or "gang" or "union")) { return null; }
        bool generic = nominal.Role.Class is not "organization" || nominal.Noun is "group" or "organization" or "organisation" or "movement" or "network" or "society" or "association" or "club";
        return generic && body.Mentions.Exists(m => m.First >= nominal.Core && m.Last < nominal.Head) ? body : null;
    }

    private bool Near(int mention, int head) => _parsed.SentenceIndex(head) - _parsed.SentenceIndex(mention) <= BodyReach;

    private static bool FitsClass(Nominal nominal, EntityDraft body) => nominal.Role.Class switch
    {
        "country" => body.Type == EntityType.Country && nominal.Affiliation.Country is null,
        "company" => body.Sector is "BUS",
        "media" => body.Sector is "JRN",
        "party" => body.Sector is "PTY",
        "igo" => body.Sector is "IGO",
        "ngo" => body.Sector is "NGO",
        "rebels" => body.Sector is "REB",
        "organization" => body.Type == EntityType.Organization && nominal.Noun is "organization" or "organisation" or "group" or "body" or "movement" or "institution" && body.Sector is "REB" or "NGO" or "IGO" or "OPP" or "PTY" or null,
        _ => false,
    };

    private static bool ContainsWord(string name, string word)
    {
        int at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && word.Length > 3 && (at == 0 || name[at - 1] == ' ') && (at + word.Length == name.Length || name[at + word.Length] == ' ');
    }

    private string Key(Nominal nominal) => $"{CoreText(nominal)}|{nominal.Affiliation.Country}";

    // "300 Syrian Islamists", "Syrian militants": armed groups of one country are one party to a story.
    private static string? Fighters(Nominal nominal) => nominal.Role.Class is "militant" or "rebels" ? "rebels" : null;

    private string Short(Nominal nominal) => $"~{_parsed.Tokens[nominal.Head].Lemma}|{(nominal.Plural ? "s" : "")}";

    private string CoreText(Nominal nominal)
    {
        int core = nominal.Core;
        while (core < nominal.Head && IsCount(core)) { core++; }
        if (AgeEnd(core, nominal.Head) is int old and >= 0) { core = old + 1; }
        string text = words.Phrase(core, nominal.Head).ToString();
        return text.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : text;
    }

    // "a 43-year-old teacher" is a teacher.
    private int AgeEnd(int first, int head)
    {
        if (_parsed.Form(first) is not ("year" or "month" or "week" or "day")) { return -1; }
        for (int i = first + 1; i < head && i < first + 4; i++)
        {
            if (_parsed.Form(i) is "old") { return i; }
        }
        return -1;
    }

    // "more than 300 radical Islamists" are "radical Islamists".
    private bool IsCount(int token) => _parsed.Tokens[token].Upos is Upos.NUM or Upos.ADP or Upos.ADV or Upos.SYM or Upos.PUNCT
        || _parsed.Form(token) is "more" or "More" or "least" or "most" or "many" or "several" or "few" or "dozens" or "hundreds" or "thousands" or "of" or "than" or "Over" or "over";

    private EntityDraft Draft(Nominal nominal)
    {
        EntityType type = nominal.Role.Kind == RoleKind.Thing ? EntityType.Other : nominal.Plural ? EntityType.Group : nominal.Role.Kind == RoleKind.Body ? EntityType.Organization : EntityType.Person;
        EntityDraft? body = nominal.Affiliation.Body;
        bool international = body is { Sector: "IGO" };
        string? sector = body is { Type: EntityType.Organization, Sector: { } bodily } && nominal.Role.Sector is null or "GOV" or "CVL" ? bodily : nominal.Whose ?? nominal.Role.Sector;
        string name = CoreText(nominal);
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
