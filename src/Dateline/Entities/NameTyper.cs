namespace Dateline.Entities;

/// <summary>Types every name string once per story, from the points of all its occurrences.</summary>
internal sealed class NameTyper(FormEvidence form, NameEvidence evidence)
{
    /// <summary>Occurrences of a string that are asked for their surroundings; more add nothing.</summary>
    private const int OccurrencesAsked = 24;

    /// <summary>What the model's reading of all occurrences is worth.</summary>
    private const double ModelPoints = 3;

    /// <summary>Points from which a name tells those it is coordinated with what they are, and what its word is worth.</summary>
    private const double SurePoints = 5, NeighbourPoints = 2.5;

    /// <summary>Below this a name stays <see cref="EntityType.Other"/>; more is asked where the model reads no name.</summary>
    private const double FewestPoints = 1, FewestUnread = 2.5;

    /// <summary>Groups the pieces by their string, in order of first occurrence, and types the groups.</summary>
    public List<NameGroup> Type(IReadOnlyList<NamePiece> pieces)
    {
        Dictionary<string, NameGroup> byText = new(StringComparer.OrdinalIgnoreCase);
        List<NameGroup> groups = [];
        // Prose first: its spelling names the group, not the headline's.
        foreach (NamePiece piece in pieces.OrderBy(p => p.Headline))
        {
            string key = piece.Text.Replace('’', '\'').Replace('-', ' ');
            if (!byText.TryGetValue(key, out NameGroup? group))
            {
                byText.Add(key, group = new NameGroup(piece.Text));
                groups.Add(group);
                form.Add(piece, group.Scores);
            }
            group.Pieces.Add(piece);
            if (group.Pieces.Count <= OccurrencesAsked) { evidence.AddContext(piece, group.Scores); }
        }
        foreach (NameGroup group in groups)
        {
            foreach (NamePiece piece in group.Pieces.Take(OccurrencesAsked))
            {
                if (evidence.Modelled(piece) is { } type) { group.Modelled = true; group.Scores[type] += ModelPoints / Math.Min(group.Pieces.Count, OccurrencesAsked); }
            }
        }
        AskNeighbours(groups);
        foreach (NameGroup group in groups)
        {
            group.Type = group.Scores.Best(out double points);
            group.Points = points;
            if (points < (group.Modelled ? FewestPoints : FewestUnread)) { group.Type = EntityType.Other; }
        }
        return groups;
    }

    // "Reuters, Bloomberg and Zipdash": what is named in one breath is of one kind; who is sure tells who is not.
    private void AskNeighbours(List<NameGroup> groups)
    {
        Dictionary<int, NameGroup> byHead = [];
        foreach (NameGroup group in groups)
        {
            foreach (NamePiece piece in group.Pieces) { byHead.TryAdd(evidence.PhraseHead(piece), group); }
        }
        List<(NameGroup Group, EntityType Type)> told = [];
        foreach ((int head, NameGroup group) in byHead)
        {
            if (evidence.Coordinator(head) is not (>= 0 and int first) || !byHead.TryGetValue(first, out NameGroup? other) || ReferenceEquals(group, other)) { continue; }
            Tell(group, other, told);
            Tell(other, group, told);
        }
        foreach ((NameGroup group, EntityType type) in told) { group.Scores[type] += NeighbourPoints; }
    }

    private static void Tell(NameGroup from, NameGroup to, List<(NameGroup, EntityType)> told)
    {
        EntityType type = from.Scores.Best(out double points);
        to.Scores.Best(out double own);
        if (points >= SurePoints && own < SurePoints) { told.Add((to, type == EntityType.Country ? EntityType.Place : type)); }
    }
}
