namespace Dateline.Entities;

/// <summary>Drafts to records: ids in order of first mention, mentions in text order.</summary>
internal static class EntityAssembler
{
    /// <summary>The finished set; drafts without mention are left out.</summary>
    public static EntitySet Assemble(IEnumerable<EntityDraft> drafts)
    {
        List<EntityDraft> kept = [.. drafts.Where(d => d.Mentions.Count > 0)];
        foreach (EntityDraft draft in kept) { draft.Mentions.Sort((a, b) => a.Span.CompareTo(b.Span)); }
        kept.Sort((a, b) => a.Mentions[0].Span.CompareTo(b.Mentions[0].Span));
        Dictionary<EntityDraft, string> ids = [];
        for (int i = 0; i < kept.Count; i++) { ids.Add(kept[i], string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e{i + 1}")); }
        return new EntitySet([.. kept.Select(d => Record(d, ids))]);
    }

    private static Entity Record(EntityDraft draft, Dictionary<EntityDraft, string> ids) => new()
    {
        Id = ids[draft],
        Name = draft.Name,
        Type = draft.Type,
        Gender = draft.Gender,
        Role = draft.Role,
        Wikidata = draft.Wikidata,
        Code = draft.Country is null && draft.Sector is null && draft.Organization is null ? null
            : new ActorCode { Country = draft.Country, Sector = draft.Sector, Organization = draft.Organization },
        Members = draft.Members is { } members && members.TrueForAll(ids.ContainsKey) ? [.. members.Select(m => ids[m])] : null,
        Mentions = [.. draft.Mentions.Select(m => new Mention { Span = m.Span, Form = m.Form, Rule = m.Rule, Head = m.Head, OtherHeads = m.OtherHeads ?? [] })],
    };
}
