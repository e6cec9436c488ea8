using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Once the speakers are known: "I", "me" and "my" in their words are they.</summary>
public static class FirstPersonResolver
{
    /// <summary>The set with a pronoun mention for every first person singular inside the words of a speaker.</summary>
    /// <param name="parsed">The story's words.</param>
    /// <param name="entities">The entities so far.</param>
    /// <param name="words">Spans of verbatim words with the id of the entity that speaks them; a later span wins where they nest.</param>
    public static EntitySet Resolve(ParsedText parsed, EntitySet entities, IReadOnlyList<(TextSpan Span, string Speaker)> words)
    {
        Dictionary<string, List<Mention>> added = new(StringComparer.Ordinal);
        Dictionary<int, string> speakerAt = [];
        foreach ((TextSpan span, string speaker) in words)
        {
            (int first, int end) = parsed.TokensIn(span);
            for (int i = first; i < end; i++)
            {
                if (parsed.Form(i) is "I" or "me" or "Me" or "my" or "My" or "myself" or "mine") { speakerAt[i] = speaker; }
            }
        }
        foreach ((int token, string speaker) in speakerAt.OrderBy(s => s.Key))
        {
            if (entities.ById(speaker) is not { Type: EntityType.Person } || entities.AtHead(token) is not null) { continue; }
            if (!added.TryGetValue(speaker, out List<Mention>? mentions)) { added.Add(speaker, mentions = []); }
            mentions.Add(new Mention { Span = parsed.Tokens[token].Span, Form = MentionForm.Pronoun, Rule = "entities/first-person", Head = token });
        }
        return added.Count == 0 ? entities
            : new EntitySet([.. entities.All.Select(e => added.TryGetValue(e.Id, out List<Mention>? more) ? e with { Mentions = [.. e.Mentions.Concat(more).OrderBy(m => m.Span)] } : e)]);
    }
}
