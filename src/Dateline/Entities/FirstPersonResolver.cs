using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Once the speakers are known: "I" and "my" in their words are they, "we" the body they speak for, "you" the one they speak to.</summary>
public static class FirstPersonResolver
{
    /// <summary>The set with a mention for every such pronoun inside the words of a speaker.</summary>
    /// <param name="parsed">The story's words.</param>
    /// <param name="entities">The entities so far.</param>
    /// <param name="words">Verbatim words; later ones win where they nest.</param>
    public static EntitySet Resolve(ParsedText parsed, EntitySet entities, IReadOnlyList<SpokenWords> words)
    {
        Dictionary<int, (string Entity, string Rule)> meant = [];
        foreach (SpokenWords spoken in words)
        {
            (int first, int end) = parsed.TokensIn(spoken.Span);
            for (int i = first; i < end; i++)
            {
                if (Person(parsed.Form(i)) is not { } person) { continue; }
                meant.Remove(i);
                if (Meant(person, spoken, entities) is { } hit) { meant[i] = hit; }
            }
        }
        Dictionary<string, List<Mention>> added = new(StringComparer.Ordinal);
        foreach ((int token, (string entity, string rule)) in meant.OrderBy(m => m.Key))
        {
            if (entities.AtHead(token) is not null) { continue; }
            if (!added.TryGetValue(entity, out List<Mention>? mentions)) { added.Add(entity, mentions = []); }
            mentions.Add(new Mention { Span = parsed.Tokens[token].Span, Form = MentionForm.Pronoun, Rule = rule, Head = token });
        }
        return added.Count == 0 ? entities
            : new EntitySet([.. entities.All.Select(e => added.TryGetValue(e.Id, out List<Mention>? more) ? e with { Mentions = [.. e.Mentions.Concat(more).OrderBy(m => m.Span)] } : e)]);
    }

    // "we" of a minister may be the cabinet, the party or the nation: only a body that speaks, or is spoken for, is sure.
    private static (string Entity, string Rule)? Meant(SpokenPerson person, SpokenWords spoken, EntitySet entities) => person switch
    {
        SpokenPerson.I => entities.ById(spoken.Speaker) is { Type: EntityType.Person } ? (spoken.Speaker!, "entities/first-person") : null,
        SpokenPerson.We => entities.ById(spoken.Body ?? spoken.Speaker) is { Type: EntityType.Organization or EntityType.Group or EntityType.Country } body ? (body.Id, "entities/first-person-plural") : null,
        _ => entities.ById(spoken.Addressee) is { Type: EntityType.Person or EntityType.Organization or EntityType.Country } other ? (other.Id, "entities/second-person") : null,
    };

    private static SpokenPerson? Person(ReadOnlySpan<char> form) => form switch
    {
        "I" or "me" or "Me" or "my" or "My" or "myself" or "mine" => SpokenPerson.I,
        "we" or "We" or "us" or "our" or "Our" or "ours" or "ourselves" => SpokenPerson.We,
        "you" or "You" or "your" or "Your" or "yours" or "yourself" => SpokenPerson.You,
        _ => null,
    };

    private enum SpokenPerson { I, We, You }
}

/// <summary>Words inside quotation marks with the ids of those who take part.</summary>
/// <param name="Span">The words.</param>
/// <param name="Speaker">Who says them.</param>
/// <param name="Body">For whom the speaker speaks.</param>
/// <param name="Addressee">To whom.</param>
public readonly record struct SpokenWords(TextSpan Span, string? Speaker, string? Body = null, string? Addressee = null);
