using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Who is in mind at a point of the story: mentions passed so far, weighed by place in the clause, distance and repetition.</summary>
/// <remarks>Weights are tuned on half of GAP development and the stories; see specs/entities/pronouns.md for the behaviours they serve.</remarks>
internal sealed class Salience(StoryWords words, Clauses clauses, SalienceWeights weights)
{
    private const int SentencesBack = 4, MentionsBack = 64, QuotationReach = 80;

    private readonly ParsedText _parsed = words.Parsed;
    private readonly List<MentionDraft> _passed = [];
    private readonly Dictionary<EntityDraft, double> _scores = [];
    private EntityDraft? _lastSpeaker;
    private int _lastSpeakerAt = -1;

    /// <summary>Moves past a mention.</summary>
    public void Pass(MentionDraft mention)
    {
        _passed.Add(mention);
        if (words.Quotation(mention.Head) == 0 && !clauses.IsReported(mention.Head) && (clauses.Speaks(mention.Head) >= 0 || clauses.Accords(mention.Head) || SpeaksByTitle(mention)))
        {
            (_lastSpeaker, _lastSpeakerAt) = (mention.Entity, mention.Head);
        }
    }

    private bool SpeaksByTitle(MentionDraft mention)
    {
        foreach (int token in mention.OtherHeads ?? [])
        {
            if (clauses.Speaks(token) >= 0) { return true; }
        }
        return false;
    }

    /// <summary>True unless the genders are known to differ.</summary>
    public static bool Agrees(EntityDraft entity, Gender gender) => entity.Gender == Gender.Unknown || entity.Gender == gender;

    // A name that no evidence typed may turn out a person by the pronoun.
    public static bool MayBePerson(EntityDraft entity) => entity.Type == EntityType.Person || (entity.Named && !entity.Sure && entity.Type is EntityType.Other or EntityType.Organization);

    /// <summary>The person a he or she means.</summary>
    public (EntityDraft Entity, string Rule, double Score)? HeOrShe(int token, Pronoun pronoun, EntityDraft? notMeant)
    {
        bool quotes = clauses.Speaks(token) >= 0 && NearQuotation(token);
        if (quotes && _lastSpeaker is { Type: EntityType.Person } speaker && Agrees(speaker, pronoun.Gender) && !ReferenceEquals(speaker, notMeant) && Follows(token))
        {
            return (speaker, "entities/he-she-speaker", double.MaxValue);
        }
        EntityDraft? best = Weigh(token, pronoun, notMeant, out double score);
        return best is null ? null : (best, "entities/he-she", score);
    }

    /// <summary>The body or group that it or they means; only the last speaker, or the subject of this or the last sentence.</summary>
    public (EntityDraft Entity, string Rule)? ItOrThey(int token, Pronoun pronoun)
    {
        bool fits(EntityDraft e) => pronoun.Gender == Gender.Plural ? e.Type == EntityType.Group : e.Type is EntityType.Organization or EntityType.Country;
        if (clauses.Speaks(token) >= 0 && _lastSpeaker is { } speaker && Follows(token) && (fits(speaker) || (pronoun.Gender == Gender.Plural && speaker.Type == EntityType.Organization)))
        {
            return (speaker, pronoun.Gender == Gender.Plural ? "entities/they-speaker" : "entities/it-speaker");
        }
        if (IsExpletive(token, pronoun)) { return null; }
        int sentence = _parsed.SentenceIndex(token);
        EntityDraft? only = null;
        for (int i = _passed.Count - 1, steps = 0; i >= 0 && steps < MentionsBack; i--, steps++)
        {
            MentionDraft mention = _passed[i];
            int distance = sentence - _parsed.SentenceIndex(mention.Head);
            if (distance > 1) { break; }
            if (!fits(mention.Entity) || !IsSubject(mention) || Excluded(token, pronoun, mention)) { continue; }
            if (only is not null && !ReferenceEquals(only, mention.Entity)) { return null; }
            only = mention.Entity;
        }
        return only is null ? null : (only, pronoun.Gender == Gender.Plural ? "entities/they-subject" : "entities/it-subject");
    }

    private bool NearQuotation(int token)
    {
        Sentence sentence = _parsed.SentenceOf(token);
        int from = Math.Max(Math.Max(0, sentence.First - 3), token - QuotationReach), to = Math.Min(Math.Min(_parsed.Tokens.Length, sentence.End + 3), token + QuotationReach);
        for (int i = from; i < to; i++)
        {
            if (words.Quotation(i) > 0) { return true; }
        }
        return false;
    }

    private bool Follows(int token) => _parsed.SentenceIndex(token) - _parsed.SentenceIndex(_lastSpeakerAt) <= SentencesBack;

    private bool IsExpletive(int token, Pronoun pronoun) => pronoun.Gender == Gender.Neuter && (_parsed.Is(token, "expl")
        || (_parsed.Tokens[token].Head is int head and >= 0 && (_parsed.Child(head, "csubj") >= 0 || _parsed.Tokens[head].Upos == Upos.ADJ)));

    private EntityDraft? Weigh(int token, Pronoun pronoun, EntityDraft? notMeant, out double bestScore)
    {
        _scores.Clear();
        int sentence = _parsed.SentenceIndex(token);
        int owner = pronoun.Case is PronounCase.Owner or PronounCase.Any or PronounCase.Reflexive ? clauses.Subject(clauses.Predicate(token)) : -1;
        bool subject = _parsed.Is(token, "nsubj");
        EntityDraft? best = null;
        bestScore = 0;
        int clause = clauses.Predicate(token);
        for (int i = _passed.Count - 1, steps = 0; i >= 0 && steps < MentionsBack; i--, steps++)
        {
            MentionDraft mention = _passed[i];
            int distance = sentence - _parsed.SentenceIndex(mention.Head);
            if (distance > SentencesBack) { break; }
            EntityDraft entity = mention.Entity;
            if (!MayBePerson(entity) || ReferenceEquals(entity, notMeant) || !Agrees(entity, pronoun.Gender) || Excluded(token, pronoun, mention)) { continue; }
            double score = Slot(mention.Head) * Form(mention.Form) * Math.Pow(weights.Decay, distance);
            if (entity.Type != EntityType.Person) { score *= weights.Unsure; }
            if (distance == 0 && mention.Head != owner && pronoun.Case is PronounCase.Owner or PronounCase.Any && clauses.Predicate(mention.Head) == clause) { score += weights.SameClause; }
            if (subject && IsSubject(mention)) { score += weights.Parallel * Math.Pow(weights.Decay, distance); }
            if (mention.Head == owner && pronoun.Case is not PronounCase.Object) { score += weights.OwnSubject; }
            if (entity.Gender == pronoun.Gender) { score += weights.KnownGender; }
            if (ReferenceEquals(entity, _lastSpeaker) && clauses.Speaks(token) >= 0) { score += weights.Speaker; }
            _scores.TryGetValue(entity, out double before);
            double total = before == 0 ? score : Math.Max(before, score) + weights.Repetition * Math.Min(before, score);
            _scores[entity] = total;
            if (total > bestScore) { (best, bestScore) = (entity, total); }
        }
        return best;
    }

    // "Bush met him": the object of a clause is not its subject; "his brother John" is not himself.
    private bool Excluded(int token, Pronoun pronoun, MentionDraft mention)
    {
        if (pronoun.Case is PronounCase.Owner || _parsed.Is(token, "nmod:poss"))
        {
            int noun = _parsed.Tokens[token].Head;
            return noun >= 0 && (mention.Head == noun || (mention.First > token && _parsed.IsUnder(mention.Head, noun)));
        }
        if (pronoun.Case is PronounCase.Reflexive) { return false; }
        int predicate = clauses.Predicate(token);
        if (_parsed.Is(token, "nsubj")) { return clauses.Predicate(mention.Head) == predicate && mention.Head > token; }
        int subject = clauses.Subject(predicate);
        return subject == mention.Head || (subject >= 0 && (mention.OtherHeads?.Contains(subject) ?? false));
    }

    private bool IsSubject(MentionDraft mention) => _parsed.Is(mention.Head, "nsubj") || (mention.OtherHeads?.Exists(t => _parsed.Is(t, "nsubj")) ?? false);

    private double Slot(int head)
    {
        for (int steps = 0; steps < 4 && _parsed.Tokens[head].Deprel is "flat" or "appos" or "compound" && _parsed.Tokens[head].Head >= 0; steps++) { head = _parsed.Tokens[head].Head; }
        return _parsed.Tokens[head].Deprel switch
        {
            "nsubj" => 1, "nsubj:pass" => 0.9, "obj" or "iobj" or "obl:agent" or "root" or "parataxis" => weights.Object, "nmod:poss" or "conj" => weights.Possessor,
            _ => weights.Oblique,
        };
    }

    private double Form(MentionForm form) => form switch { MentionForm.Pronoun => weights.Pronoun, MentionForm.Nominal => weights.Nominal, MentionForm.Headline => weights.Headline, _ => 1 };
}
