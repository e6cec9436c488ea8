using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Gives he, she, they, it and relative pronouns their entities, in text order: words outside quotations first, then those inside, where the speaker is known not to be meant.</summary>
internal sealed class PronounResolver(StoryWords words, List<EntityDraft> drafts, SalienceWeights weights)
{
    private const int LongestClimb = 16;

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
        Salience salience = new(words, _clauses, weights);
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
                PronounKind.Personal => Personal(i, pronoun.Value, salience, byHead, speakers),
                _ => null,
            };
            if (found is not { } hit) { continue; }
            MentionDraft mention = new() { Span = _parsed.Tokens[i].Span, First = i, Last = i, Head = i, Form = MentionForm.Pronoun, Rule = hit.Rule };
            hit.Entity.Add(mention);
            byHead[i] = mention;
            salience.Pass(mention);
        }
    }

    private (EntityDraft, string)? Personal(int token, Pronoun pronoun, Salience salience, Dictionary<int, MentionDraft> byHead, QuotationSpeakers? speakers)
    {
        if (pronoun.Gender is not (Gender.Male or Gender.Female)) { return salience.ItOrThey(token, pronoun); }
        EntityDraft? speaker = speakers?.Of(words.Quotation(token));
        (EntityDraft Entity, string Rule, double Score)? before = salience.HeOrShe(token, pronoun, speaker);
        (EntityDraft Entity, string Rule)? found = before is { } hit ? (hit.Entity, hit.Rule) : null;
        if ((before?.Score ?? 0) < weights.Ahead && Ahead(token, pronoun, byHead, speaker) is { } ahead) { found = (ahead, "entities/he-she-ahead"); }
        if (found is not { } person) { return null; }
        person.Entity.Type = EntityType.Person;
        if (person.Entity.Gender == Gender.Unknown) { person.Entity.Gender = pronoun.Gender; }
        return found;
    }

    // "In his speech, Macron said", "Before he left, Macron said": the subject of a clause that the pronoun's phrase stands before.
    private EntityDraft? Ahead(int token, Pronoun pronoun, Dictionary<int, MentionDraft> byHead, EntityDraft? speaker)
    {
        int i = token;
        for (int steps = 0; steps < LongestClimb && _parsed.Tokens[i].Head is int head and >= 0; steps++, i = head)
        {
            int subject = _parsed.Child(head, "nsubj");
            if (subject <= token || i >= subject || head < token) { continue; }
            return byHead.TryGetValue(subject, out MentionDraft? mention) && mention.Entity is var person && Salience.MayBePerson(person)
                && !ReferenceEquals(person, speaker) && Salience.Agrees(person, pronoun.Gender) ? person : null;
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
