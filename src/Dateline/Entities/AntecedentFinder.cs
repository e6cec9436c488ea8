using Dateline.Text;

namespace Dateline.Entities;

/// <summary>The people that a he or she may mean: those of the last sentences and of the rest of this one, with the signs that speak for each mention.</summary>
internal sealed class AntecedentFinder(StoryWords words, Clauses clauses)
{
    private const int SentencesBack = 4, MentionsBack = 64, MentionsAhead = 8, MostSigns = 24;

    private readonly ParsedText _parsed = words.Parsed;
    private readonly PronounBinding _binding = new(words.Parsed, clauses);
    private readonly Dictionary<EntityDraft, int> _times = [];
    private readonly (EntityDraft? Entity, int At)[] _lastMeant = new (EntityDraft?, int)[5];
    private readonly List<int> _signs = new(MostSigns);
    private readonly List<EntityDraft> _between = [];
    private EntityDraft? _first;
    private int _most;

    /// <summary>Moves past a mention.</summary>
    public void Pass(MentionDraft mention)
    {
        if (!MayBePerson(mention.Entity)) { return; }
        int times = _times.GetValueOrDefault(mention.Entity) + 1;
        _times[mention.Entity] = times;
        _most = Math.Max(_most, times);
        if (mention.Form != MentionForm.Headline) { _first ??= mention.Entity; }
    }

    /// <summary>Notes whom a pronoun was found to mean.</summary>
    public void Meant(Gender gender, EntityDraft entity, int token) => _lastMeant[(int)gender] = (entity, token);

    /// <summary>A person, or a name that no sure evidence typed: it may turn out a person by the pronoun.</summary>
    public static bool MayBePerson(EntityDraft entity) => entity.Type == EntityType.Person || entity.PerhapsPerson || (entity.Named && !entity.Sure && entity.Type is EntityType.Other or EntityType.Organization);

    /// <summary>True unless the genders are known to differ.</summary>
    public static bool Agrees(EntityDraft entity, Gender gender) => entity.Gender == Gender.Unknown || entity.Gender == gender;

    /// <summary>The candidates, the nearest before the pronoun first, then those behind it.</summary>
    /// <param name="token">The pronoun.</param>
    /// <param name="pronoun">Its gender and case.</param>
    /// <param name="mentions">All mentions in text order.</param>
    /// <param name="next">The first one that was not passed yet.</param>
    /// <param name="passed">Those passed, pronouns included.</param>
    /// <param name="notMeant">The speaker of the quotation that the pronoun stands in.</param>
    /// <param name="lastSpeaker">Who spoke last.</param>
    public List<AntecedentCandidate> Find(int token, Pronoun pronoun, IReadOnlyList<MentionDraft> mentions, int next, IReadOnlyList<MentionDraft> passed, EntityDraft? notMeant, EntityDraft? lastSpeaker)
    {
        List<AntecedentCandidate> found = [];
        PronounPlace place = new(_parsed, clauses, token, pronoun);
        int sentence = _parsed.SentenceIndex(token);
        _between.Clear();
        for (int i = passed.Count - 1, steps = 0; i >= 0 && steps < MentionsBack; i--, steps++)
        {
            MentionDraft mention = passed[i];
            int distance = sentence - _parsed.SentenceIndex(mention.Head);
            if (distance > SentencesBack) { break; }
            if (!Fits(mention, token, pronoun, notMeant)) { continue; }
            int others = _between.Contains(mention.Entity) ? _between.IndexOf(mention.Entity) : _between.Count;
            if (others == _between.Count) { _between.Add(mention.Entity); }
            found.Add(new AntecedentCandidate(mention, Signs(place, mention, Math.Min(distance, 3), others, lastSpeaker), false));
        }
        MarkFirst(found);
        for (int i = next, steps = 0; i < mentions.Count && steps < MentionsAhead && _parsed.SentenceIndex(mentions[i].Head) == sentence; i++, steps++)
        {
            MentionDraft mention = mentions[i];
            if (mention.First <= token || !Fits(mention, token, pronoun, notMeant)) { continue; }
            found.Add(new AntecedentCandidate(mention, Signs(place, mention, PronounPlace.AheadDistance, 3, lastSpeaker), true));
        }
        return found;
    }

    private bool Fits(MentionDraft mention, int token, Pronoun pronoun, EntityDraft? notMeant) =>
        MayBePerson(mention.Entity) && !ReferenceEquals(mention.Entity, notMeant) && Agrees(mention.Entity, pronoun.Gender) && !_binding.Excludes(token, pronoun, mention);

    // The leftmost candidate of each sentence: found runs from right to left.
    private void MarkFirst(List<AntecedentCandidate> found)
    {
        int sentence = -1;
        for (int i = found.Count - 1; i >= 0; i--)
        {
            int own = _parsed.SentenceIndex(found[i].Mention.Head);
            bool first = own != sentence;
            sentence = own;
            int[] signs = found[i].Signs;
            int distance = signs[^1];
            signs[^1] = AntecedentSigns.First[first ? 1 : 0, distance];
        }
    }

    private int[] Signs(PronounPlace pronoun, MentionDraft mention, int distance, int others, EntityDraft? lastSpeaker)
    {
        EntityDraft entity = mention.Entity;
        int top = pronoun.Top(mention), role = pronoun.Role(top), @case = (int)pronoun.Slot;
        bool same = distance is 0 or PronounPlace.AheadDistance;
        _signs.Clear();
        _signs.Add(AntecedentSigns.Place[distance, role]);
        _signs.Add(AntecedentSigns.Form[distance, FormOf(mention)]);
        _signs.Add(AntecedentSigns.Parallel[@case, role]);
        _signs.Add(AntecedentSigns.Gender[entity.Gender == Gender.Unknown ? 0 : 1]);
        _signs.Add(AntecedentSigns.Type[entity.Type == EntityType.Person ? entity.Sure ? 0 : 1 : entity.Type == EntityType.Organization ? 2 : entity.Type == EntityType.Place ? 3 : 4]);
        int times = _times.GetValueOrDefault(entity);
        _signs.Add(AntecedentSigns.Mentions[times <= 1 ? 0 : times == 2 ? 1 : times < 5 ? 2 : 3]);
        if (ReferenceEquals(entity, _first)) { _signs.Add(AntecedentSigns.Topic[0]); }
        if (times > 1 && times == _most) { _signs.Add(AntecedentSigns.Topic[1]); }
        (EntityDraft? meant, int at) = _lastMeant[(int)pronoun.Pronoun.Gender];
        if (ReferenceEquals(meant, entity)) { _signs.Add(AntecedentSigns.Chain[Math.Clamp(_parsed.SentenceIndex(pronoun.Token) - _parsed.SentenceIndex(at), 0, 2), @case]); }
        if (pronoun.Speaks && ReferenceEquals(entity, lastSpeaker)) { _signs.Add(AntecedentSigns.Speech[0, @case]); }
        if (same) { _signs.Add(AntecedentSigns.Clause[(int)pronoun.Relation(mention, top), @case]); }
        if (same && pronoun.SpokenBy(top)) { _signs.Add(AntecedentSigns.Speech[1, @case]); }
        if (pronoun.IsMainSubject && pronoun.IsMain(top) && distance < 2) { _signs.Add(AntecedentSigns.RootSubjects[1, distance == 1 ? 0 : 1]); }
        if (pronoun.PrepositionOf(top) is int preposition and >= 0) { _signs.Add(AntecedentSigns.Preposition[preposition, same ? 0 : 1]); }
        if (distance == PronounPlace.AheadDistance)
        {
            _signs.Add(AntecedentSigns.Ahead[pronoun.IsFrontedBefore(top) ? 0 : 1, @case]);
            return [.. _signs];
        }
        _signs.Add(AntecedentSigns.Nearest[Math.Min(others, 3), same ? 0 : 1]);
        if (same) { int between = pronoun.Token - mention.Last; _signs.Add(AntecedentSigns.Near[between <= 5 ? 0 : between <= 10 ? 1 : between <= 20 ? 2 : 3]); }
        _signs.Add(distance);
        return [.. _signs];
    }

    private static int FormOf(MentionDraft mention) => mention.Form switch
    {
        MentionForm.Name => mention.Last > mention.First ? 0 : 1, MentionForm.Pronoun => 2, MentionForm.Nominal => 3, _ => 4,
    };
}
