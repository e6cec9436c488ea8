namespace Dateline.Time.Rules;

/// <summary>A date as machines write it, with or without a time of day.</summary>
/// <example>"2020-10-02" -> 2020-10-02; "2020-10-02T09:00" -> 2020-10-02T09:00.</example>
/// <seealso href="specs/time/dates.md"/>
internal sealed class IsoDate : ITimeRule
{
    public string Name => "time/iso-date";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Digits];

    public TimeMention? Match(TimeScan scan, int at)
    {
        bool dashed = scan.IsYear(at) && scan.IsGlued(at + 1, "-") && scan.IsSmall(at + 2, 1, 12)
            && scan.IsGlued(at + 3, "-") && scan.IsSmall(at + 4, 1, 31)
            && scan[at + 2].Glued && scan[at + 4].Glued && scan[at + 2].Length == 2;
        if (!dashed || !PartialDate.IsDay(scan[at].Value, scan[at + 2].Value, scan[at + 4].Value)) { return null; }
        PartialDate date = PartialDate.OfDay(scan[at].Value, scan[at + 2].Value, scan[at + 4].Value);
        int end = at + 5;
        bool timed = scan.IsGlued(end, "T") && scan.IsSmall(end + 1, 0, 24) && scan.IsGlued(end + 2, ":") && scan.IsSmall(end + 3, 0, 59);
        return timed
            ? new TimeMention(at, end + 4, TimeType.Time) { Date = date with { Clock = string.Create(null,
                $"T{scan[end + 1].Value:00}:{scan[end + 3].Value:00}") } }
            : new TimeMention(at, end, TimeType.Date) { Date = date };
    }
}
