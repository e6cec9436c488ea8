namespace Dateline.Time.Rules;

/// <summary>A month with its year, or a span of months in one year.</summary>
/// <example>"April 2016", "July of 2014", "May, 1750", "2021 July", "August-September 1914" -> 1914-08/1914-09.</example>
/// <seealso href="specs/time/dates.md"/>
internal sealed class MonthYear : ITimeRule
{
    public string Name => "time/month-year";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Month, WordClass.Digits];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (scan.IsYear(at))
        {
            return Days.Month(scan, at + 1) is { } named && !scan.Is(at + 1, "may")
                && !scan.Is(at + 1, "march") && Days.Day(scan, named.End) is null
                ? new TimeMention(at, named.End, TimeType.Date) { Date = PartialDate.OfMonth(scan[at].Value, named.Month) } : null;
        }
        if (Days.Month(scan, at) is not { } month) { return null; }
        int end = month.End;
        int? last = null;
        if (scan.IsDash(end) && Days.Month(scan, end + 1) is { } second
            && second.Month > month.Month) { (last, end) = (second.Month, second.End); }
        if (Years.After(scan, end) is not { } year) { return null; }
        return new TimeMention(at, year.End, TimeType.Date)
        {
            Date = PartialDate.OfMonth(year.Year, month.Month),
            Until = last is { } until ? PartialDate.OfMonth(year.Year, until) : null,
        };
    }
}
