using System.Collections.Frozen;
using Dateline.Entities;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Places;

/// <summary>
/// Names of places that no table has, told by their last word and the preposition before them: "at Barclays Center", "on Eglinton Avenue West".
/// They keep their words; a point they get only from the town that stands beside them, said to be no finer than a town.
/// </summary>
internal sealed class UnlistedPlaceFinder(ParsedText parsed, EntitySet entities, LiteralReader reader)
{
    private static readonly Lazy<FrozenSet<string>> Sites = new(() =>
    {
        TsvTable table = TsvTable.Embedded("places/site-nouns.tsv");
        return table.Rows.Select(r => table.Cell(r, "noun")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>The names, each with the mention of the place after "in" or a comma that holds it, where there is one.</summary>
    public IEnumerable<(TextSpan Span, int Head, PlaceMention? Holder)> Find(IReadOnlyList<PlaceMention> mentions)
    {
        foreach ((Entity entity, Mention mention) in entities.Mentions)
        {
            if (mention.Form != MentionForm.Name || entity.Type is not (EntityType.Place or EntityType.Organization or EntityType.Other)) { continue; }
            (int first, int end) = parsed.TokensIn(mention.Span);
            if (end - first is < 2 or > 7 || !NamesSite(first, end) || mentions.Any(m => m.Rejected is null && m.Span.Overlaps(mention.Span))) { continue; }
            PlaceMention? holder = mentions.FirstOrDefault(m => m.First >= end && m.First <= end + 2 && m.Rejected is null && IsHeldBy(end, m.First));
            if (holder is not null || (entity.Type == EntityType.Place && PlaceWords.SitePrefixes.Contains(parsed.Form(first))) || reader.IsPut(first, mention.Head)) { yield return (mention.Span, mention.Head, holder); }
        }
    }

    private bool NamesSite(int first, int end)
    {
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> sites = Sites.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        // "Eglinton Avenue West", "Glenrock State Conservation Area", "Mount Chaambi".
        return sites.Contains(parsed.Form(end - 1)) || (end - first > 2 && sites.Contains(parsed.Form(end - 2)) && PlaceWords.Compass.Contains(parsed.Form(end - 1)))
            || PlaceWords.SitePrefixes.Contains(parsed.Form(first));
    }

    private bool IsHeldBy(int end, int first)
    {
        for (int i = end; i < first; i++)
        {
            if (parsed.Form(i) is not ("," or "in" or "near")) { return false; }
        }
        return first > end;
    }
}
