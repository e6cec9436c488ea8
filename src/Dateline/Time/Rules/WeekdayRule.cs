namespace Dateline.Time.Rules;

/// <summary>A day of the week: the latest one for what has happened, the coming one for what is to happen.</summary>
/// <remarks>With a date behind it the date decides and the two are one expression.</remarks>
/// <example>Story of Wednesday 2019-11-20: "met on Tuesday" -> 2019-11-19; "will meet on Monday" -> 2019-11-25; "Monday, May 18, 2015" -> 2015-05-18.</example>
/// <seealso href="specs/time/weekdays.md"/>
internal sealed class WeekdayRule(MonthDay monthDay, DayMonth dayMonth) : ITimeRule
{
    public string Name => "time/weekday";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Weekday];

    public TimeMention? Match(TimeScan scan, int at)
    {
        bool abbreviated = scan[at].Length <= 5 && !scan.Word(at).EndsWith("day", StringComparison.OrdinalIgnoreCase);
        int end = abbreviated ? scan.SkipDot(at + 1) : at + 1;
        int date = scan.IsGlued(end, ",") ? end + 1 : end;
        if (scan.Is(date, "the") && Days.Day(scan, date + 1) is null) { date = end; }
        TimeMention? behind = monthDay.Match(scan, date) ?? dayMonth.Match(scan, date);
        DayOfWeek weekday = (DayOfWeek)(scan[at].Value % 7);
        if (behind is not null) { return behind with { First = at, Weekday = weekday }; }
        // "Sat", "Sun", "Wed", "Mon" alone are other words more often than days.
        // "on a Monday" is any Monday.
        if (scan.Is(at - 1, "a") || abbreviated && !(scan[at].Capital && scan.Is(at - 1, "on")) || !scan[at].Capital
            && !scan.Is(at - 1, "on") || scan.IsFalseFriend(at)) { return null; }
        return new TimeMention(at, end, TimeType.Date) { Weekday = weekday };
    }
}
