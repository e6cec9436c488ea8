using Dateline.Text;

namespace Dateline.Entities;

/// <summary>The entities of one story, with look-up by token and id.</summary>
public sealed class EntitySet
{
    private readonly Dictionary<string, Entity> _byId;
    private readonly Dictionary<int, (Entity Entity, Mention Mention)> _byHead = [];
    private readonly Dictionary<int, (Entity Entity, Mention Mention)> _compounds = [];
    private readonly List<(Entity Entity, Mention Mention)> _mentions = [];
    private readonly int _longest;

    /// <summary>Indexes the mentions of the given entities.</summary>
    public EntitySet(IReadOnlyList<Entity> entities)
    {
        All = entities;
        _byId = entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        foreach (Entity entity in entities)
        {
            foreach (Mention mention in entity.Mentions)
            {
                _mentions.Add((entity, mention));
                bool coordinated = entity.Members is not null && mention.Rule is "entities/compound";
                (coordinated ? _compounds : _byHead).TryAdd(mention.Head, (entity, mention));
            }
        }
        _mentions.Sort((a, b) => a.Mention.Span.CompareTo(b.Mention.Span));
        foreach ((Entity Entity, Mention Mention) hit in _mentions)
        {
            _longest = Math.Max(_longest, hit.Mention.Span.Length);
            foreach (int token in hit.Mention.OtherHeads) { _byHead.TryAdd(token, hit); }
        }
    }

    /// <summary>In order of id.</summary>
    public IReadOnlyList<Entity> All { get; }

    /// <summary>All mentions in text order, the longer first.</summary>
    public IReadOnlyList<(Entity Entity, Mention Mention)> Mentions => _mentions;

    /// <summary>The entity with the id, or null.</summary>
    public Entity? ById(string? id) => id is not null && _byId.TryGetValue(id, out Entity? entity) ? entity : null;

    /// <summary>The entity whose mention is headed by this token, or may be under another analysis: in "French President Emmanuel
    /// Macron" each of the last three words finds the person. Null for none.</summary>
    public Entity? AtHead(int token) => _byHead.TryGetValue(token, out (Entity Entity, Mention Mention) hit) ? hit.Entity : null;

    /// <summary>The mention headed by this token, or null.</summary>
    public Mention? MentionAtHead(int token) => _byHead.TryGetValue(token, out (Entity Entity, Mention Mention) hit) ? hit.Mention : null;

    /// <summary>The coordinated group whose first member is headed by this token: at "Volker" the two of "Volker and Morrison said". Null for none.</summary>
    public Entity? CompoundAtHead(int token) => _compounds.TryGetValue(token, out (Entity Entity, Mention Mention) hit) ? hit.Entity : null;

    /// <summary>The group where the token heads one, else the entity there.</summary>
    public Entity? CompoundOrEntityAtHead(int token) => CompoundAtHead(token) ?? AtHead(token);

    /// <summary>Mentions that overlap the span, in text order.</summary>
    public IEnumerable<(Entity Entity, Mention Mention)> In(TextSpan span)
    {
        // No mention that starts more than the longest one's length before the span can reach it.
        int low = 0, high = _mentions.Count, from = span.Start - _longest;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_mentions[middle].Mention.Span.Start < from) { low = middle + 1; } else { high = middle; }
        }
        for (int i = low; i < _mentions.Count && _mentions[i].Mention.Span.Start < span.End; i++)
        {
            if (_mentions[i].Mention.Span.Overlaps(span)) { yield return _mentions[i]; }
        }
    }
}
