using Dateline.Text;

namespace Dateline.Entities;

/// <summary>"Both sides said", "the two leaders", "both claimed": the pair that was coordinated last before.</summary>
internal sealed class BothResolver(ParsedText parsed, List<EntityDraft> drafts)
{
    /// <summary>How many sentences back the pair may stand.</summary>
    private const int Reach = 6;

    /// <summary>Hands nominals with "both" or "the two", and a bare "both", to the last pair that fits.</summary>
    public void Resolve(List<Nominal> nominals)
    {
        List<MentionDraft> pairs = [.. drafts.Where(d => d.Members is { Count: 2 }).SelectMany(d => d.Mentions).OrderBy(m => m.First)];
        if (pairs.Count == 0) { return; }
        foreach (Nominal nominal in nominals)
        {
            if (!nominal.Both || nominal.Entity is not { Mentions.Count: 1 } own) { continue; }
            // "Both men" are two persons, never two governments, however a plural is coded elsewhere.
            bool people = nominal.Role.Kind == RoleKind.Person || parsed.Tokens[nominal.Head].Lemma is "man" or "woman";
            if (Before(pairs, nominal.First, m => people == (m.Type == EntityType.Person)) is not { } pair) { continue; }
            MentionDraft mention = own.Mentions[0];
            own.Mentions.Clear();
            mention.Rule = "entities/both";
            pair.Add(mention);
        }
        for (int i = 0; i < parsed.Tokens.Length; i++)
        {
            if (parsed.Form(i) is not ("both" or "Both") || !parsed.Is(i, "nsubj") || Before(pairs, i, _ => true) is not { } pair) { continue; }
            pair.Add(new MentionDraft { Span = parsed.Tokens[i].Span, First = i, Last = i, Head = i, Form = MentionForm.Pronoun, Rule = "entities/both" });
        }
    }

    private EntityDraft? Before(List<MentionDraft> pairs, int token, Func<EntityDraft, bool> fits)
    {
        int low = 0, high = pairs.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (pairs[middle].First < token) { low = middle + 1; } else { high = middle; }
        }
        for (int i = low - 1; i >= 0; i--)
        {
            if (parsed.SentenceIndex(token) - parsed.SentenceIndex(pairs[i].First) > Reach) { return null; }
            // "Talks hosted by A and B": the hosts are no sides.
            if (parsed.Child(pairs[i].Head, "case") is int by and >= 0 && parsed.Form(by) is "by") { continue; }
            if (pairs[i].Entity.Members!.TrueForAll(m => fits(m))) { return pairs[i].Entity; }
        }
        return null;
    }
}
