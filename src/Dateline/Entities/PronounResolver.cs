using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Gives he, she, they, it and relative pronouns their entities, in text order: words outside quotations first, then those inside, where the speaker is known not to be meant.</summary>
internal sealed class PronounResolver(StoryWords words, List<EntityDraft> drafts, AntecedentWeights weights, Action<int, IReadOnlyList<AntecedentCandidate>>? seen)
{
    private readonly ParsedText _parsed = words.Parsed;
    private readonly Clauses _clauses = new(words.Parsed);

    /// <summary>Resolves every pronoun that can be resolved.</summary>
    public void Resolve()
    {
        Run(inside: false);
        Run(inside: true);
    }

    private void Run(bool inside)
    {
        List<MentionDraft> mentions = MentionIndex.InOrder(drafts);
        Dictionary<int, MentionDraft> byHead = MentionIndex.ByHead(drafts);
        QuotationSpeakers? speakers = inside ? new QuotationSpeakers(words, byHead, _clauses) : null;
        Salience salience = new(words, _clauses);
        AntecedentFinder finder = new(words, _clauses);
        void pass(MentionDraft mention) { salience.Pass(mention); finder.Pass(mention); }
        int next = 0;
        for (int i = 0; i < _parsed.Tokens.Length; i++)
        {
            while (next < mentions.Count && mentions[next].Head <= i) { pass(mentions[next++]); }
            if (_parsed.Tokens[i].Upos is not (Upos.PRON or Upos.DET) || words.Quotation(i) > 0 != inside || byHead.ContainsKey(i)) { continue; }
            Pronoun? pronoun = Pronouns.Read(_parsed.Form(i));
            if (pronoun is null) { continue; }
            (EntityDraft Entity, string Rule)? found = pronoun.Value.Kind switch
            {
                PronounKind.Relative => Antecedent(i, byHead),
                PronounKind.Personal when pronoun.Value.Gender is not (Gender.Male or Gender.Female) => salience.ItOrThey(i, pronoun.Value),
                PronounKind.Personal => Person(i, pronoun.Value, salience, finder, mentions, next, speakers?.Of(words.Quotation(i))),
                _ => null,
            };
            if (found is not { } hit) { continue; }
            MentionDraft mention = new() { Span = _parsed.Tokens[i].Span, First = i, Last = i, Head = i, Form = MentionForm.Pronoun, Rule = hit.Rule };
            hit.Entity.Add(mention);
            byHead[i] = mention;
            pass(mention);
            if (pronoun.Value.Kind == PronounKind.Personal) { finder.Meant(pronoun.Value.Gender, hit.Entity, i); }
        }
    }

    private (EntityDraft, string)? Person(int token, Pronoun pronoun, Salience salience, AntecedentFinder finder, List<MentionDraft> mentions, int next, EntityDraft? speaker)
    {
        if (salience.Continues(token, pronoun, speaker) is { } same) { return Found(same, pronoun, "entities/he-she-speaker"); }
        List<AntecedentCandidate> candidates = finder.Find(token, pronoun, mentions, next, salience.Passed, speaker, salience.LastSpeaker);
        seen?.Invoke(token, candidates);
        return Best(candidates) is { } best ? Found(best.Mention.Entity, pronoun, best.Ahead ? "entities/he-she-ahead" : "entities/he-she") : null;
    }

    // The chances of a person's mentions add up; the likeliest of them says by which rule.
    private AntecedentCandidate? Best(List<AntecedentCandidate> candidates)
    {
        Dictionary<EntityDraft, double> chances = [];
        EntityDraft? best = null;
        foreach (AntecedentCandidate candidate in candidates)
        {
            EntityDraft entity = candidate.Mention.Entity;
            double chance = chances[entity] = chances.GetValueOrDefault(entity) + Math.Exp(weights.Of(candidate.Signs));
            if (best is null || ReferenceEquals(entity, best) || chance > chances[best]) { best = entity; }
        }
        return best is null ? null : candidates.Where(c => ReferenceEquals(c.Mention.Entity, best)).MaxBy(c => weights.Of(c.Signs));
    }

    private static (EntityDraft, string) Found(EntityDraft person, Pronoun pronoun, string rule)
    {
        person.Type = EntityType.Person;
        if (person.Gender == Gender.Unknown) { person.Gender = pronoun.Gender; }
        return (person, rule);
    }

    private (EntityDraft, string)? Antecedent(int token, Dictionary<int, MentionDraft> byHead)
    {
        int clause = token;
        for (int steps = 0; steps < 6 && clause >= 0 && !_parsed.Is(clause, "acl"); steps++) { clause = _parsed.Tokens[clause].Head; }
        int antecedent = clause < 0 ? -1 : _parsed.Tokens[clause].Head;
        if (antecedent < 0 || antecedent > token || !byHead.TryGetValue(antecedent, out MentionDraft? mention)) { return null; }
        bool human = mention.Entity.Type is EntityType.Person or EntityType.Group;
        return _parsed.Form(token) is "which" && mention.Entity.Type == EntityType.Person || (_parsed.Form(token) is "who" or "whom" or "whose" && !human && mention.Entity.Type is not EntityType.Organization)
            ? null : (mention.Entity, "entities/relative");
    }
}
