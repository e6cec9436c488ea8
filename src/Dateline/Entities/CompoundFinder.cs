using Dateline.Text;

namespace Dateline.Entities;

/// <summary>"Volker and Morrison said": the coordinated subject as a group of its own, with its members.</summary>
internal sealed class CompoundFinder(ParsedText parsed)
{
    private const int MostMembers = 12, LongestSpan = 40;

    /// <summary>Adds a group for every coordinated subject or agent of which at least two parts are entities.</summary>
    public void Find(List<EntityDraft> drafts)
    {
        Dictionary<int, MentionDraft> byHead = MentionIndex.ByHead(drafts);
        Dictionary<string, EntityDraft> known = new(StringComparer.Ordinal);
        for (int i = 0; i < parsed.Tokens.Length; i++)
        {
            if (!byHead.TryGetValue(i, out MentionDraft? first) || !IsArgument(i)) { continue; }
            List<MentionDraft> members = [first];
            foreach (int child in parsed.Children(i))
            {
                if (parsed.Is(child, "conj") && byHead.TryGetValue(child, out MentionDraft? other) && !ReferenceEquals(other.Entity, first.Entity)) { members.Add(other); }
            }
            if (members.Count is > 1 and <= MostMembers) { Add(members, i, drafts, known); }
        }
    }

    private bool IsArgument(int token) => parsed.Is(token, "nsubj")
        || (parsed.Is(token, "obl") && parsed.Child(token, "case") is int c and >= 0 && parsed.Form(c) is "by" or "to" or "with")
        || (parsed.Is(token, "nmod") && parsed.Child(token, "case") is int between and >= 0 && parsed.Form(between) is "between");

    private void Add(List<MentionDraft> members, int head, List<EntityDraft> drafts, Dictionary<string, EntityDraft> known)
    {
        List<EntityDraft> entities = [.. members.Select(m => m.Entity).Distinct()];
        if (entities.Count < 2 || entities.Exists(e => e.Type == EntityType.Other) || members.Max(m => m.Last) - members.Min(m => m.First) > LongestSpan) { return; }
        string name = entities.Count == 2 ? $"{entities[0].Name} and {entities[1].Name}" : string.Join(", ", entities.SkipLast(1).Select(e => e.Name)) + " and " + entities[^1].Name;
        if (!known.TryGetValue(name, out EntityDraft? group))
        {
            group = new EntityDraft { Name = name, Type = EntityType.Group, Gender = Gender.Plural, Members = entities };
            group.Country = entities.TrueForAll(e => e.Country == entities[0].Country) ? entities[0].Country : null;
            group.Sector = entities.TrueForAll(e => e.Sector == entities[0].Sector) ? entities[0].Sector : null;
            known.Add(name, group);
            drafts.Add(group);
        }
        int first = members.Min(m => m.First), last = members.Max(m => m.Last);
        group.Add(new MentionDraft { Span = parsed.SpanOf(first, last), First = first, Last = last, Head = head, Form = MentionForm.Nominal, Rule = "entities/compound" });
    }
}
