namespace Dateline.Time.Rules;

/// <summary>Month before day, with or without year; a second day makes it an interval.</summary>
/// <example>"October 2", "Oct. 2, 2020", "May the 3rd", "July 1-3, 1863" -> 1863-07-01/1863-07-03.</example>
/// <seealso href="specs/time/dates.md"/>
internal sealed class MonthDay : ITimeRule
{
    public string Name => "time/month-day";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Month];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (Days.Month(scan, at) is not { } month) { return null; }
        int next = scan.Is(month.End, "the") ? month.End + 1 : month.End;
        if ((Days.Day(scan, next) ?? Days.Spelled(scan, next)) is not { } day || !PartialDate.IsDay(null, month.Month, day.Day)) { return null; }
        if (!scan[at].Capital && scan.Is(at, "may", "march")) { return null; }
        int end = day.End;
        int? last = null;
        if (scan.IsDash(end) && Days.Day(scan, end + 1) is { } second && second.Day > day.Day && scan.Class(second.End) != WordClass.Month)
        {
            last = second.Day;
            end = second.End;
        }
        int? year = null;
        if (Years.After(scan, end) is { } found) { (year, end) = (found.Year, found.End); }
        if (!PartialDate.IsDay(year, month.Month, last ?? day.Day)) { return null; }
        return new TimeMention(at, end, TimeType.Date)
        {
            Date = PartialDate.OfDay(year, month.Month, day.Day),
            Until = last is { } until ? PartialDate.OfDay(year, month.Month, until) : null,
        };
    }
}
