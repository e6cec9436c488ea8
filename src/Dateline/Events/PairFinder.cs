using Dateline.Entities;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>Parties told in one breath: "both countries", "North and South Korea", "Russia, the United States and France".</summary>
internal sealed class PairFinder(WordClasses classes)
{
    private const int MostParties = 8;

    /// <summary>"Both countries", "the two neighbours": the two states named last before; null where they are not to be told.</summary>
    public List<EventActor>? TwoCountries(EventScene scene, int head)
    {
        if (scene.Upos(head) != Upos.NOUN || !classes.Is(scene, head, "PAIRWORD") || scene.Xpos(head) != "NNS" || scene.EntityAt(head) is { Code.Country: not null } or { Members: not null }) { return null; }
        bool two = false;
        foreach (int child in scene.Parsed.Children(head)) { two |= scene.IsForm(child, "both") || scene.IsForm(child, "two"); }
        if (!two || scene.Parsed.Child(head, "amod") >= 0) { return null; }
        List<(Entity Entity, int At)> named = [];
        foreach ((Entity entity, Mention mention) in scene.Entities.Mentions)
        {
            if (mention.Span.Start >= scene.Parsed.Tokens[head].Span.Start) { break; }
            if (entity is { Type: EntityType.Country, Code.Country: not null }) { named.RemoveAll(n => n.Entity == entity); named.Add((entity, mention.Span.Start)); }
        }
        if (named.Count < 2) { return null; }
        TextSpan phrase = ActorFinder.PhraseSpan(scene.Parsed, head);
        return [.. named.TakeLast(2).Select(n => new EventActor { Span = phrase, Entity = n.Entity.Id, Code = n.Entity.Code, Inferred = true })];
    }

    /// <summary>"Russia, the United States and France": one of them found, all of them act.</summary>
    public static void AddPair(EventScene scene, int head, List<EventActor> found)
    {
        foreach ((Entity pair, Mention mention) in scene.Entities.In(scene.Parsed.Tokens[head].Span))
        {
            if (pair.Members is not { Count: > 1 } members || pair.Members.Count > MostParties) { continue; }
            foreach (string id in members)
            {
                if (scene.Entities.ById(id) is not { } member) { continue; }
                Mention own = member.Mentions.FirstOrDefault(m => mention.Span.Contains(m.Span)) ?? mention;
                if (member.Code is null && member.Members is null)
                {
                    foreach (string part in member.Name.Split(" and ", StringSplitOptions.TrimEntries))
                    {
                        if (CountryTable.Default.ByName(part) is { } country && !found.Exists(f => f.Code?.Country == country.Code))
                        {
                            int at = scene.Parsed.Text.IndexOf(part, own.Span.Start, own.Span.Length, StringComparison.Ordinal);
                            found.Add(new EventActor { Span = at < 0 ? own.Span : new TextSpan(at, at + part.Length), Code = new ActorCode { Country = country.Code } });
                        }
                    }
                    // A pair within the pair: its names are what acts.
                    foreach ((Entity name, Mention place) in scene.Entities.In(own.Span))
                    {
                        if (name.Code?.Country is not null && own.Span.Contains(place.Span) && !found.Exists(f => f.Entity == name.Id)) { found.Add(new EventActor { Span = place.Span, Entity = name.Id, Code = name.Code }); }
                    }
                    continue;
                }
                if (!found.Exists(f => f.Entity == id)) { found.Add(new EventActor { Span = own.Span, Entity = id, Code = member.Code }); }
            }
            return;
        }
    }

    /// <summary>"North and South Korea": the first half has lost its noun.</summary>
    public static void OtherHalf(EventScene scene, int head, List<EventActor> found)
    {
        ParsedText parsed = scene.Parsed;
        if (head < 3 || !(scene.IsForm(head - 1, "north") || scene.IsForm(head - 1, "south")) || !scene.IsForm(head - 2, "and") || !(scene.IsForm(head - 3, "north") || scene.IsForm(head - 3, "south"))) { return; }
        string name = $"{parsed.Form(head - 3)} {parsed.Form(head)}";
        if (CountryTable.Default.ByName(name) is not { } country || found.Exists(f => f.Code?.Country == country.Code)) { return; }
        Entity? entity = scene.Entities.All.FirstOrDefault(e => e.Type == EntityType.Country && e.Code?.Country == country.Code);
        found.Insert(0, new EventActor { Span = parsed.Tokens[head - 3].Span, Entity = entity?.Id, Code = new ActorCode { Country = country.Code, Sector = "GOV" } });
    }

    /// <summary>"The South fired into the north": the state whose name begins so, when the story names one of each.</summary>
    public static Entity? Half(EventScene scene, int head)
    {
        if (head == 0 || !scene.IsForm(head - 1, "the") || !(scene.IsForm(head, "north") || scene.IsForm(head, "south"))) { return null; }
        Entity? north = null, south = null;
        foreach (Entity entity in scene.Entities.All)
        {
            if (entity.Type != EntityType.Country) { continue; }
            if (entity.Name.StartsWith("North ", StringComparison.Ordinal)) { north = entity; }
            if (entity.Name.StartsWith("South ", StringComparison.Ordinal)) { south = entity; }
        }
        return north is null || south is null ? null : scene.IsForm(head, "north") ? north : south;
    }
}
