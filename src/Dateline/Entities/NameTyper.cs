namespace Dateline.Entities;

/// <summary>Types every name string once per story, from the points of all its occurrences.</summary>
internal sealed class NameTyper(NameEvidence evidence)
{
    /// <summary>Occurrences of a string that are asked for their surroundings; more add nothing.</summary>
    private const int OccurrencesAsked = 24;

    /// <summary>What the model's reading of all occurrences is worth.</summary>
    private const double ModelPoints = 3;

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
                evidence.AddForm(piece, group.Scores);
            }
            group.Pieces.Add(piece);
            if (group.Pieces.Count <= OccurrencesAsked) { evidence.AddContext(piece, group.Scores); }
        }
        foreach (NameGroup group in groups)
        {
            bool modelled = false;
            foreach (NamePiece piece in group.Pieces.Take(OccurrencesAsked))
            {
                if (evidence.Modelled(piece) is { } type) { modelled = true; group.Scores[type] += ModelPoints / Math.Min(group.Pieces.Count, OccurrencesAsked); }
            }
            group.Type = group.Scores.Best(out double points);
            group.Points = points;
            if (points < (modelled ? FewestPoints : FewestUnread)) { group.Type = EntityType.Other; }
        }
        return groups;
    }
}
