using Dateline.Entities;
using Dateline.Knowledge;
using Dateline.Places;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>The parties behind a noun phrase: every conjunct, with country from name, demonym, possessor or place, and sector from the noun.</summary>
internal sealed class ActorFinder(WordClasses classes, HomeFinder homes)
{
    private const int MostParties = 8;
    private const int MostDepth = 3;
    private const int LongestName = 4, MostModifiers = 3;

    private readonly PairFinder _pairs = new(classes);

    /// <summary>The parties of the phrase headed by the token, conjuncts included; empty for things.</summary>
    public List<EventActor> Find(EventScene scene, int token)
    {
        List<EventActor> found = [];
        if (token < 0) { return found; }
        int head = classes.Counted(scene, token);
        // "aircraft including gunships": the whole acts.
        if (scene.CaseOf(head) is "including" && scene.Head(head) >= 0 && scene.Upos(scene.Head(head)) is Upos.NOUN or Upos.PROPN) { head = scene.Head(head); }
        // "ties with Chad, Mali and Niger", "relations between Chad and Mali": those who are tied.
        if (classes.Is(scene, head, "RELATIONS"))
        {
            foreach (int child in scene.Parsed.Children(head)) { if (scene.Parsed.Is(child, "nmod") && scene.CaseOf(child) is "with" or "between") { head = classes.Counted(scene, child); break; } }
        }
        PairFinder.AddPair(scene, head, found);
        if (found.Count == 0 && _pairs.TwoCountries(scene, head) is { } two) { return two; }
        if (found.Count == 0 && ListedMembers.Of(scene, head) is { Count: > 0 } listed) { return listed; }
        Add(scene, head, found);
        PairFinder.OtherHalf(scene, head, found);
        // "the two Arab states, Egypt and Jordan": the names tell more than the phrase.
        if (found.Count <= 1 && found.TrueForAll(f => f.Code?.Country is null) && scene.Parsed.Child(head, "appos") is >= 0 and int named)
        {
            List<EventActor> names = [];
            Add(scene, classes.Counted(scene, named), names);
            foreach (int child in scene.Parsed.Children(named)) { if (scene.Parsed.Is(child, "conj")) { Add(scene, child, names); } }
            if (names.Exists(n => n.Code?.Country is not null)) { found = names; }
        }
        foreach (int child in scene.Parsed.Children(head))
        {
            if (found.Count >= MostParties || !scene.Parsed.Is(child, "conj")) { continue; }
            PairFinder.AddPair(scene, child, found);
            Add(scene, classes.Counted(scene, child), found);
            foreach (int next in scene.Parsed.Children(child))
            {
                if (found.Count < MostParties && scene.Parsed.Is(next, "conj")) { Add(scene, classes.Counted(scene, next), found); }
            }
        }
        return found;
    }

    private void Add(EventScene scene, int head, List<EventActor> found)
    {
        // A country's name at the head of some other pair ("France, as co-chairs and …") stands for itself.
        if (scene.EntityAt(head) is { Members.Count: > 1 } && scene.Upos(head) == Upos.PROPN && CountryTable.Default.ByName(scene.Parsed.Form(head)) is { } country)
        {
            if (!found.Exists(f => f.Code?.Country == country.Code)) { found.Add(new EventActor { Span = scene.Parsed.Tokens[head].Span, Code = new ActorCode { Country = country.Code, Sector = "GOV" } }); }
            return;
        }
        // The pair as a whole says nothing its names have not said.
        if (found.Count > 1 && scene.EntityAt(head) is { Code: null } whole && whole.Name.Contains(" and ", StringComparison.Ordinal)) { return; }
        if (found.Count > 1 && scene.EntityAt(head) is { Members.Count: > 1 } or { Code: null, Type: EntityType.Group } && found.Exists(f => f.Code is not null)) { return; }
        if (Party(scene, head) is { } party && !found.Exists(p => p.Span == party.Span || (p.Entity is not null && p.Entity == party.Entity))) { found.Add(party); }
    }

    private EventActor? Party(EventScene scene, int head)
    {
        if (PairFinder.Half(scene, head) is { } half) { return new EventActor { Span = PhraseSpan(scene.Parsed, head), Entity = half.Id, Code = half.Code }; }
        Entity? entity = scene.EntityAt(head);
        Mention? mention = scene.Entities.MentionAtHead(head);
        string? country = entity?.Code?.Country;
        string? sector = classes.SectorOf(scene, head);
        string? organization = entity?.Code?.Organization;
        if (entity is null or { Type: EntityType.Place } && scene.PlaceAt(head) is { } place) { country ??= place.Country; }
        if (country is null && organization is null && entity?.Code?.Sector is not "IGO") { country = CountryOf(scene, head, 0); }
        // "Beirut rejected": a seat of government that is no place here acts for it.
        if (country is null && entity is null or { Type: EntityType.Place } && scene.Upos(head) == Upos.PROPN && CountryTable.Default.ByCapital(scene.Parsed.Form(head)) is { } seat) { (country, sector) = (seat.Code, sector ?? "GOV"); }
        if (country is null && entity is not null) { country = homes.Of(scene, entity, head); }
        if (entity is null && country is null && classes.Strength(scene, head) == 0) { return null; }
        // What happens or is given is no party: "talks", "a request", "aid".
        if (entity is null && classes.Strength(scene, head) == 0 && (classes.Is(scene, head, "AID") || classes.IsHappening(scene, head))) { return null; }
        if (country is null && organization is null && entity?.Type is not EntityType.Person && classes.Is(scene, head, "WEAPONS")) { return null; }
        if (entity is { Type: EntityType.Event or EntityType.Other } && country is null) { return null; }
        ActorCode? code = country is null && sector is null && organization is null ? null
            : new ActorCode { Country = country, Sector = sector, Organization = organization };
        return new EventActor { Span = mention?.Span ?? PhraseSpan(scene.Parsed, head), Entity = entity?.Id ?? Owner(scene, head, country)?.Id, Code = code };
    }

    /// <summary>"several Indian aircraft", "the Russian strikes": a thing or deed is its owner's, when the story names the owner.</summary>
    private Entity? Owner(EventScene scene, int head, string? country)
    {
        if (SameGroup(scene, head, country) is { } group) { return group; }
        bool thing = scene.Upos(head) == Upos.ADJ || classes.IsAny(scene, head, ["WEAPONS", "AIRCRAFT", "VEHICLE", "BUILDING", "MISSILE", "POST", "TERRITORY"]) || classes.IsHappening(scene, head);
        if (!thing && scene.Upos(head) == Upos.NOUN) { return null; }
        foreach (int child in scene.Parsed.Children(head))
        {
            if (child < head && scene.Parsed.Is(child, "compound") && scene.EntityAt(child) is { Type: EntityType.Organization, Code.Country: not null } body && body.Code.Country == country) { return body; }
        }
        return country is null ? null : scene.Entities.All.FirstOrDefault(e => e.Type == EntityType.Country && e.Code?.Country == country);
    }

    /// <summary>"a militant attack": the militants that the story speaks of elsewhere, when they are of one group only.</summary>
    private Entity? SameGroup(EventScene scene, int head, string? country)
    {
        if (scene.Upos(head) is not (Upos.NOUN or Upos.ADJ) || classes.SectorOf(scene, head) is null) { return null; }
        string noun = scene.Noun(head);
        Entity? only = null;
        foreach ((Entity entity, Mention mention) in scene.Entities.Mentions)
        {
            if (entity == only || entity.Type != EntityType.Group || mention.Head < 0 || scene.Noun(mention.Head) != noun || !(country is null || entity.Code?.Country is null || entity.Code.Country == country)) { continue; }
            if (only is not null) { return null; }
            only = entity;
        }
        return only;
    }

    /// <summary>The phrase names a country, what belongs to one, or a seat of government.</summary>
    public bool HasCountry(EventScene scene, int head) =>
        CountryOf(scene, head, 0) is not null || (scene.Upos(head) == Upos.PROPN && scene.EntityAt(head) is null or { Type: EntityType.Place, Code: null } && CountryTable.Default.ByCapital(scene.Parsed.Form(head)) is not null);

    /// <summary>"Turkish troops", "Turkey's troops", "troops of Turkey", "troops in Turkey": Turkey.</summary>
    public string? CountryOf(EventScene scene, int head, int depth)
    {
        ParsedText parsed = scene.Parsed;
        bool ethnic = head > 0 && parsed.Form(head - 1) is "ethnic" or "Ethnic";
        if (!ethnic && CountryTable.Default.ByDemonym(parsed.Form(head)) is { } own && scene.Upos(head) is Upos.PROPN or Upos.ADJ or Upos.NOUN) { return own.Code; }
        if (scene.Upos(head) == Upos.PROPN && CountryTable.Default.ByName(parsed.Form(head)) is { } named) { return named.Code; }
        if (depth == 0 && LongName(parsed, head) is { } several) { return several; }
        string? weak = null;
        foreach (int child in parsed.Children(head))
        {
            if (parsed.Is(child, "amod") || parsed.Is(child, "compound") || parsed.Is(child, "flat"))
            {
                if (child > 0 && parsed.Form(child - 1) is "ethnic" or "Ethnic") { continue; }
                if (child + 2 < parsed.Tokens.Length && scene.Xpos(child + 1) == "HYPH" && scene.Xpos(child + 2) is "VBN" or "VBD" && !scene.IsForm(child + 2, "led"))
                {
                    weak ??= Holder(scene, head, child);
                    continue;
                }
                if (parsed.Child(child, "compound") is >= 0 and int holder && scene.Xpos(child) == "VBN") { weak ??= Holder(scene, head, holder); }
                if (CountryTable.Default.ByDemonym(parsed.Form(child)) is { } people) { return people.Code; }
                if (CountryTable.Default.ByName(parsed.Form(child)) is { } name && scene.Upos(child) == Upos.PROPN) { return name.Code; }
                if (scene.EntityAt(child)?.Code?.Country is { } code) { return code; }
            }
            else if (parsed.Is(child, "nmod") || parsed.Is(child, "appos") || (parsed.Is(child, "acl") && depth == 0))
            {
                if (MeetsThere(scene, head, child)) { continue; }
                string? inner = scene.EntityAt(child)?.Code?.Country ?? scene.PlaceAt(child)?.Country;
                if (inner is null && depth < MostDepth) { inner = CountryOf(scene, child, depth + 1); }
                // "workers affiliated with the Serbian union".
                if (inner is null && parsed.Is(child, "acl") && scene.Xpos(child) == "VBN")
                {
                    foreach (int phrase in parsed.Children(child)) { if (parsed.Is(phrase, "obl") && scene.CaseOf(phrase) is "with" or "to" or "of" or "in") { inner ??= scene.EntityAt(phrase)?.Code?.Country ?? CountryOf(scene, phrase, depth + 1); } }
                }
                if (parsed.Tokens[child].Deprel == "nmod:poss" && inner is not null) { return inner; }
                weak ??= inner;
            }
        }
        return weak;
    }

    /// <summary>"Pakistani-controlled territory": without another owner it is theirs who hold it.</summary>
    private string? Holder(EventScene scene, int head, int holder) =>
        classes.Is(scene, head, "TERRITORY") ? (CountryTable.Default.ByDemonym(scene.Parsed.Form(holder)) ?? CountryTable.Default.ByName(scene.Parsed.Form(holder)))?.Code : null;

    // "will meet the rebels in Vienna": a town behind an object is where it happens, not whose rebels they are. "Police in Paris said" stay French.
    private bool MeetsThere(EventScene scene, int head, int child) => child > head && classes.Is(scene, head, "HUMAN") && scene.Parsed.Tokens[head].Head is int governor and >= 0 && governor < head
        && scene.Upos(governor) == Upos.VERB && !scene.Parsed.Is(head, "nsubj") && scene.Parsed.Child(child, "case") is int preposition and >= 0
        && scene.Parsed.Form(preposition) is "in" or "at" && CountryTable.Default.ByName(scene.Parsed.Form(child)) is null && scene.EntityAt(child) is null or { Type: EntityType.Place };

    // "the Ivory Coast", "South Korean" before "army officers": words right before the head, whatever the tree hangs them on.
    private static string? LongName(ParsedText parsed, int head)
    {
        int start = parsed.SentenceOf(head).First;
        for (int last = head; last >= start && last >= head - MostModifiers; last--)
        {
            // Only adjectives and nouns right before the head can be of its phrase.
            if (last < head && parsed.Tokens[last].Upos is not (Upos.ADJ or Upos.NOUN or Upos.PROPN)) { break; }
            for (int first = Math.Max(start, last - LongestName + 1); first <= last; first++)
            {
                if (!char.IsUpper(parsed.Form(first)[0]) || (first > start && parsed.Form(first - 1) is "ethnic" or "Ethnic")) { continue; }
                ReadOnlySpan<char> words = parsed.SpanOf(first, last).In(parsed.Text);
                if ((CountryTable.Default.ByName(words) ?? CountryTable.Default.ByDemonym(words)) is { } country) { return country.Code; }
            }
        }
        return null;
    }

    /// <summary>The noun with its determiners and modifiers before it.</summary>
    public static TextSpan PhraseSpan(ParsedText parsed, int head)
    {
        int first = head;
        foreach (int child in parsed.Children(head))
        {
            // "shot dead nine men": how they were shot, not what men they were.
            if (child < first && !(child > 0 && parsed.Form(child) is "dead" && parsed.Tokens[child - 1].Upos == Upos.VERB) && (parsed.Is(child, "det") || parsed.Is(child, "amod") || parsed.Is(child, "compound") || parsed.Is(child, "nummod") || parsed.Is(child, "nmod")))
            {
                int left = parsed.Left(child);
                if (left < first) { first = left; }
            }
        }
        return parsed.SpanOf(first, head);
    }
}
