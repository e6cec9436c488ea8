namespace Dateline.Time.Rules;

/// <summary>Day before month, with or without year; two days make it an interval.</summary>
/// <example>"2 October 2020", "the 2nd of May", "25th of August", "5–6 September 2019" -> 2019-09-05/2019-09-06.</example>
/// <seealso href="specs/time/dates.md"/>
internal sealed class DayMonth : ITimeRule
{
    public string Name => "time/day-month";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Digits, WordClass.Ordinal, WordClass.Number, WordClass.Article];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int start = scan.Is(at, "the") ? at + 1 : at;
        if ((Days.Day(scan, start) ?? (start == at ? Days.Spelled(scan, at) : null)) is not { } day) { return null; }
        int end = day.End;
        int? last = null;
        if (scan.Is(end, "and", "or") || scan.Is(end, "to", "until")) { return First(scan, at, day.Day, end); }
        if (scan.IsDash(end) && Days.Day(scan, end + 1) is { } second && second.Day > day.Day)
        {
            last = second.Day;
            end = second.End;
        }
        if (scan.Is(end, "day") && scan.Is(end + 1, "of")) { end++; }
        if (scan.Is(end, "of")) { end++; }
        if (Days.Month(scan, end) is not { } month || !PartialDate.IsDay(null, month.Month, last ?? day.Day)) { return null; }
        if (!scan[end].Capital && scan.Is(end, "may", "march")) { return null; }
        end = month.End;
        // A number that follows another date's month is that date's: "on July 4 May said".
        int? year = null;
        if (Years.After(scan, end) is { } found) { (year, end) = (found.Year, found.End); }
        if (!PartialDate.IsDay(year, month.Month, last ?? day.Day)) { return null; }
        return new TimeMention(at, end, TimeType.Date)
        {
            Date = PartialDate.OfDay(year, month.Month, day.Day),
            Until = last is { } until ? PartialDate.OfDay(year, month.Month, until) : null,
        };
    }

    /// <summary>"28 and 29 August": the month behind the second day is the first one's too.</summary>
    private TimeMention? First(TimeScan scan, int at, int day, int end)
    {
        if (Days.Day(scan, scan.Is(end + 1, "the") ? end + 2 : end + 1) is null) { return null; }
        return Match(scan, end + 1) is { Date: { } second } && day < second.Day
            ? new TimeMention(at, end, TimeType.Date) { Date = second with { Day = day } } : null;
    }
}
