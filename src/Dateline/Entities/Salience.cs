using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Who is in mind at a point of the story: the mentions passed so far and who spoke last.</summary>
internal sealed class Salience(StoryWords words, Clauses clauses)
{
    private const int SentencesBack = 4, MentionsBack = 64, QuotationReach = 80;

    private readonly ParsedText _parsed = words.Parsed;
    private readonly List<MentionDraft> _passed = [];
    private readonly PronounBinding _binding = new(words.Parsed, clauses);
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

    /// <summary>Who spoke last outside quotation marks.</summary>
    public EntityDraft? LastSpeaker => _lastSpeaker;

    /// <summary>The mentions passed so far.</summary>
    public IReadOnlyList<MentionDraft> Passed => _passed;

    /// <summary>The person who goes on speaking: "he" of "he said" beside a quotation, after one who spoke.</summary>
    public EntityDraft? Continues(int token, Pronoun pronoun, EntityDraft? notMeant) =>
        clauses.Speaks(token) >= 0 && NearQuotation(token) && _lastSpeaker is { Type: EntityType.Person } speaker && AntecedentFinder.Agrees(speaker, pronoun.Gender)
            && !ReferenceEquals(speaker, notMeant) && Follows(token) && !HasNewSubject(pronoun.Gender) ? speaker : null;

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
            if (!fits(mention.Entity) || !IsSubject(mention) || _binding.Excludes(token, pronoun, mention)) { continue; }
            if (only is not null && !ReferenceEquals(only, mention.Entity)) { return null; }
            only = mention.Entity;
        }
        return only is null ? null : (only, pronoun.Gender == Gender.Plural ? "entities/they-subject" : "entities/it-subject");
    }

    // Somebody else has become the subject of a main clause since.
    private bool HasNewSubject(Gender gender)
    {
        for (int i = _passed.Count - 1, steps = 0; i >= 0 && steps < MentionsBack && _passed[i].Head > _lastSpeakerAt; i--, steps++)
        {
            EntityDraft entity = _passed[i].Entity;
            if (entity.Type == EntityType.Person && !ReferenceEquals(entity, _lastSpeaker) && words.Quotation(_passed[i].Head) == 0 && AntecedentFinder.Agrees(entity, gender)
                && _passed[i].Form == MentionForm.Name && IsSubject(_passed[i]) && !clauses.IsReported(_passed[i].Head)) { return true; }
        }
        return false;
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

    private bool IsSubject(MentionDraft mention) => _parsed.Is(mention.Head, "nsubj") || (mention.OtherHeads?.Exists(t => _parsed.Is(t, "nsubj")) ?? false);
}
