using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Gives he, she, they, it and relative pronouns their entities, in text order: words outside quotations first, then those inside, where the speaker is known not to be meant.</summary>
internal sealed class PronounResolver(StoryWords words, List<EntityDraft> drafts)
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
        int next = 0;
        for (int i = 0; i < _parsed.Tokens.Length; i++)
        {
            while (next < mentions.Count && mentions[next].Head <= i) { salience.Pass(mentions[next++]); }
            if (_parsed.Tokens[i].Upos is not (Upos.PRON or Upos.DET) || words.Quotation(i) > 0 != inside || byHead.ContainsKey(i)) { continue; }
            Pronoun? pronoun = Pronouns.Read(_parsed.Form(i));
            if (pronoun is null) { continue; }
            (EntityDraft Entity, string Rule)? found = pronoun.Value.Kind switch
            {
                PronounKind.Relative => Antecedent(i, byHead),
                PronounKind.Personal => Personal(i, pronoun.Value, salience, mentions, next, speakers),
                _ => null,
            };
            if (found is not { } hit) { continue; }
            MentionDraft mention = new() { Span = _parsed.Tokens[i].Span, First = i, Last = i, Head = i, Form = MentionForm.Pronoun, Rule = hit.Rule };
            hit.Entity.Add(mention);
            byHead[i] = mention;
            salience.Pass(mention);
        }
    }

    private (EntityDraft, string)? Personal(int token, Pronoun pronoun, Salience salience, List<MentionDraft> mentions, int next, QuotationSpeakers? speakers)
    {
        EntityDraft? speaker = speakers?.Of(words.Quotation(token));
        if (pronoun.Gender is Gender.Male or Gender.Female)
        {
            return salience.HeOrShe(token, pronoun, speaker) is { } hit ? hit : Ahead(token, pronoun, mentions, next, speaker);
        }
        return salience.ItOrThey(token, pronoun);
    }

    // "Before he left, Macron said": the name follows in the same sentence.
    private (EntityDraft, string)? Ahead(int token, Pronoun pronoun, List<MentionDraft> mentions, int next, EntityDraft? speaker)
    {
        int end = _parsed.SentenceOf(token).End;
        for (int m = next; m < mentions.Count && mentions[m].Head < end; m++)
        {
            EntityDraft entity = mentions[m].Entity;
            if (entity.Type == EntityType.Person && !ReferenceEquals(entity, speaker) && Salience.Agrees(entity, pronoun.Gender) && !_clauses.SameClause(token, mentions[m].Head))
            {
                return (entity, "entities/he-she-ahead");
            }
        }
        return null;
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
