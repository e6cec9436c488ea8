using Dateline.Entities;
using Dateline.Knowledge;

namespace Dateline.Time;

/// <summary>The persons a story names in an office or a race, and the months in which all of them were what it calls them.</summary>
internal sealed class Incumbents
{
    /// <summary>A term without an end is open up to here; nothing is concluded from its length.</summary>
    private static readonly DateOnly s_open = new(2040, 1, 1);
    /// <summary>No month before this is tried: lists of terms are thin there.</summary>
    private static readonly DateOnly s_first = new(1950, 1, 1);
    /// <summary>One in so many persons may be wrongly called or wrongly listed.</summary>
    private const int OneWrongIn = 5;

    private readonly List<Tenure> _tenures = [];

    private Incumbents() { }

    /// <summary>How many persons are known for what the story calls them.</summary>
    public int Count => _tenures.Count;

    public bool Any => _tenures.Count > 0;

    /// <summary>True when one of them runs in a race.</summary>
    public bool AnyCandidate => _tenures.Exists(t => t.Kind == TenureKind.Candidacy);

    /// <summary>True when one of them holds an office.</summary>
    public bool AnyOffice => _tenures.Exists(t => t.Kind == TenureKind.Office);

    /// <summary>One person alone, who runs for something but is not yet chosen: perhaps for another office.</summary>
    public bool IsLoneCandidate => _tenures.Count == 1 && _tenures[0].Kind == TenureKind.Candidacy && _tenures[0].Spans.Count > 1;

    /// <summary>Reads the persons whose role in the story is an office they have held or a race they have run.</summary>
    public static Incumbents Of(string text, EntitySet entities)
    {
        Incumbents found = new();
        foreach (Entity entity in entities.All)
        {
            if (entity is { Type: EntityType.Person, Role: { } role } && Office(entity, role) is { } office) { found._tenures.Add(office); }
        }
        found._tenures.AddRange(Candidacies.Default.In(text, [.. found._tenures.Select(t => t.Person)]));
        return found;
    }

    /// <summary>How many of them were what they are called, on the day.</summary>
    public int HeldOn(DateOnly day) => _tenures.Count(t => t.HeldOn(day));

    /// <summary>So many must agree on a day or month.</summary>
    public int Enough => _tenures.Count - (_tenures.Count / OneWrongIn);

    /// <summary>The months in which most of them were what they are called; none when too many disagree, or when nobody narrows anything.</summary>
    public IReadOnlyList<DateOnly> Months()
    {
        List<DateOnly> best = [];
        int most = Math.Max(1, Enough);
        for (DateOnly month = s_first; month < s_open && Any; month = month.AddMonths(1))
        {
            int held = _tenures.Count(t => t.HeldIn(month));
            if (held > most) { (most, best) = (held, []); }
            if (held == most) { best.Add(month); }
        }
        return best;
    }

    private static Tenure? Office(Entity entity, string role)
    {
        if (role.Contains("former", StringComparison.OrdinalIgnoreCase) || role.Contains("ex-", StringComparison.OrdinalIgnoreCase)
            || role.Contains("then-", StringComparison.OrdinalIgnoreCase) || role.StartsWith("late ", StringComparison.OrdinalIgnoreCase)) { return null; }
        // A title that is kept for life ("Secretary Clinton") dates nothing.
        if (role is "secretary" or "minister" or "general" or "justice") { return null; }
        bool full = entity.Name.Contains(' ', StringComparison.Ordinal);
        IReadOnlyList<OfficeTerm> terms = full ? OfficeHolderTable.Default.Terms(entity.Name) : OfficeHolderTable.Default.TermsOfSurname(entity.Name);
        List<(DateOnly From, DateOnly To)> spans = [];
        foreach (OfficeTerm term in terms)
        {
            bool elsewhere = entity.Code?.Country is { } country && term.Country is { } other && country != other;
            if (elsewhere || term.Tier == OfficeTier.Other || term.Start is not { } start
                || !OfficeName.Matches(role, term.Position)) { continue; }
            spans.Add((start, term.End ?? s_open));
        }
        return spans.Count > 0 ? new Tenure(entity.Name, TenureKind.Office, spans) : null;
    }
}
