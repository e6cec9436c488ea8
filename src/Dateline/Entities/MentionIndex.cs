namespace Dateline.Entities;

/// <summary>Look-ups over the mentions of drafts.</summary>
internal static class MentionIndex
{
    /// <summary>Mentions by head and by every token that may head them; compounds are left out.</summary>
    public static Dictionary<int, MentionDraft> ByHead(IEnumerable<EntityDraft> drafts)
    {
        Dictionary<int, MentionDraft> index = [];
        List<MentionDraft> mentions = [.. drafts.SelectMany(d => d.Mentions).Where(m => m.Rule is not "entities/compound")];
        foreach (MentionDraft mention in mentions) { index.TryAdd(mention.Head, mention); }
        foreach (MentionDraft mention in mentions)
        {
            foreach (int token in mention.OtherHeads ?? []) { index.TryAdd(token, mention); }
        }
        return index;
    }

    /// <summary>All mentions in order of their heads; a coordination behind its first member.</summary>
    public static List<MentionDraft> InOrder(IEnumerable<EntityDraft> drafts)
    {
        List<MentionDraft> mentions = [.. drafts.SelectMany(d => d.Mentions)];
        mentions.Sort((a, b) => a.Head != b.Head ? a.Head.CompareTo(b.Head) : (a.Entity.Members is null ? 0 : 1) - (b.Entity.Members is null ? 0 : 1));
        return mentions;
    }
}
