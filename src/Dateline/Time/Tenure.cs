namespace Dateline.Time;

/// <summary>What a story calls somebody, and the spans of days in which the person was that.</summary>
/// <param name="Person">As the story names the person.</param>
/// <param name="Kind">An office held, or a race run.</param>
/// <param name="Spans">Half-open; in order of start.</param>
internal sealed record Tenure(string Person, TenureKind Kind, IReadOnlyList<(DateOnly From, DateOnly To)> Spans)
{
    /// <summary>True when the person was it on the day.</summary>
    public bool HeldOn(DateOnly day)
    {
        foreach ((DateOnly from, DateOnly to) in Spans)
        {
            if (from <= day && day < to) { return true; }
        }
        return false;
    }

    /// <summary>True when the person was it on a day of the month that begins here.</summary>
    public bool HeldIn(DateOnly month)
    {
        foreach ((DateOnly from, DateOnly to) in Spans)
        {
            if (from < month.AddMonths(1) && month < to) { return true; }
        }
        return false;
    }
}

/// <summary>Why a person dates a story.</summary>
internal enum TenureKind : byte { Office, Candidacy }
