using Dateline.Knowledge.User;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Codes entities by a user's actor dictionaries: a name they list is coded by them alone, on the day of the story; an agent noun gives its sector.</summary>
internal sealed class UserActorCoder(IReadOnlyList<PetrarchActorDictionary> dictionaries)
{
    /// <summary>The entities with the user's codes; the same set when there are no dictionaries.</summary>
    public EntitySet Code(EntitySet entities, ParsedText parsed, DateOnly? day) =>
        dictionaries.Count == 0 ? entities : new EntitySet([.. entities.All.Select(e => Code(e, parsed, day))]);

    private Entity Code(Entity entity, ParsedText parsed, DateOnly? day)
    {
        if (Named(entity, parsed, day) is { } code) { return entity with { Code = code is { Country: null, Sector: null, Organization: null } ? null : code }; }
        foreach (Mention mention in entity.Mentions)
        {
            if (mention.Form == MentionForm.Nominal && Agent(mention, parsed) is { } sector) { return entity with { Code = new ActorCode { Country = entity.Code?.Country, Sector = sector, Organization = entity.Code?.Organization, IsGiven = true } }; }
        }
        return entity;
    }

    private ActorCode? Named(Entity entity, ParsedText parsed, DateOnly? day)
    {
        foreach (PetrarchActorDictionary dictionary in dictionaries)
        {
            if (dictionary.Find(entity.Name, day) is { } code) { return code; }
            foreach (Mention mention in entity.Mentions)
            {
                if (mention.Form is MentionForm.Name or MentionForm.Headline && dictionary.Find(mention.Span.In(parsed.Text).ToString(), day) is { } told) { return told; }
            }
        }
        return null;
    }

    private string? Agent(Mention mention, ParsedText parsed)
    {
        int head = mention.Head;
        if (head < 0 || head >= parsed.Tokens.Length) { return null; }
        string form = parsed.Form(head).ToString(), lemma = parsed.Tokens[head].Lemma;
        string? pair = head > 0 && mention.Span.Contains(parsed.Tokens[head - 1].Span) ? parsed.Form(head - 1).ToString() : null;
        foreach (PetrarchActorDictionary dictionary in dictionaries)
        {
            if ((pair is null ? null : dictionary.Agent($"{pair} {lemma}") ?? dictionary.Agent($"{pair} {form}")) is { } two) { return two; }
            if ((dictionary.Agent(lemma) ?? dictionary.Agent(form)) is { } sector) { return sector; }
        }
        return null;
    }
}
