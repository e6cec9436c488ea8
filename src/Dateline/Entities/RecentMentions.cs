namespace Dateline.Entities;

/// <summary>Whom the story spoke of last: the entities of the last few hundred mentions before a token, each once, the latest first.</summary>
internal sealed class RecentMentions
{
    /// <summary>Mentions looked at: all of a story of some thousand words, and a bound for one without end.</summary>
    private const int Reach = 400;

    private readonly List<MentionDraft> _names;
    private readonly List<MentionDraft> _nominals = [];
    private readonly HashSet<EntityDraft> _seen = [];

    public RecentMentions(IEnumerable<EntityDraft> drafts)
    {
        _names = [.. drafts.SelectMany(d => d.Mentions).Where(m => m.Form != MentionForm.Headline)];
        _names.Sort((a, b) => a.First.CompareTo(b.First));
    }

    /// <summary>Takes a nominal in; nominals come in text order.</summary>
    public void Add(MentionDraft nominal) => _nominals.Add(nominal);

    /// <summary>Entities mentioned before the token with the first token of their last mention there.</summary>
    public IEnumerable<(EntityDraft Entity, int At)> Before(int token)
    {
        _seen.Clear();
        int names = Count(_names, token) - 1, nominals = Count(_nominals, token) - 1;
        for (int steps = 0; steps < Reach && (names >= 0 || nominals >= 0); steps++)
        {
            MentionDraft next = nominals < 0 || (names >= 0 && _names[names].First > _nominals[nominals].First) ? _names[names--] : _nominals[nominals--];
            if (_seen.Add(next.Entity)) { yield return (next.Entity, next.First); }
        }
    }

    /// <summary>Entities named at the beginning of the story, the earlier ranked higher: what headline and deck speak of.</summary>
    public IEnumerable<(EntityDraft Entity, int At)> FirstOfStory()
    {
        _seen.Clear();
        for (int i = 0; i < _names.Count && i < Reach; i++)
        {
            if (_seen.Add(_names[i].Entity)) { yield return (_names[i].Entity, -_names[i].First); }
        }
    }

    private static int Count(List<MentionDraft> mentions, int token)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (mentions[middle].First < token) { low = middle + 1; } else { high = middle; }
        }
        return low;
    }
}
