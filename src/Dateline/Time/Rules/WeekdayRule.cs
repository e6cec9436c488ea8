namespace Dateline.Time.Rules;

/// <summary>A day of the week: the latest one for what has happened, the coming one for what is to happen.</summary>
/// <remarks>With a date behind it the date decides and the two are one expression.</remarks>
/// <example>Story of Wednesday 2019-11-20: "met on Tuesday" -> 2019-11-19; "will meet on Monday" -> 2019-11-25; "Monday, May 18, 2015" -> 2015-05-18.</example>
/// <seealso href="specs/time/weekdays.md"/>
internal sealed class WeekdayRule(MonthDay monthDay, DayMonth dayMonth, DeicticUnit deictic) : ITimeRule
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
        // "every Monday and Friday".
        if (!abbreviated && (scan.Is(at - 1, "and", "or") || scan.Is(at - 1, "/")) && scan.Class(at - 2) == WordClass.Weekday && scan.Class(at - 3) == WordClass.Every)
        {
            return new TimeMention(at, end, TimeType.Set) { Value = $"XXXX-WXX-{scan[at].Value}" };
        }
        if (Habitual(scan, at, end, abbreviated) is { } set) { return set; }
        if (DayNumber(scan, at, end, abbreviated) is { } number)
        {
            return new TimeMention(at, number.End, TimeType.Date) { Resolve = context => Nearest(context, weekday, number.Day) };
        }
        // "Sat", "Sun", "Wed", "Mon" alone are other words more often than days.
        // "on a Monday" is any Monday.
        bool lower = !scan[at].Capital && abbreviated;
        if (scan.Is(at - 1, "a") || lower || (abbreviated && !scan.Is(at - 1, "on")) || scan.IsFalseFriend(at)) { return null; }
        if (scan.Is(end, "of") && deictic.Match(scan, end + 1) is { Resolve: { } week, Type: TimeType.Date } whole && scan.Is(whole.End - 1, "week"))
        {
            return new TimeMention(at, whole.End, TimeType.Date) { Resolve = context => In(week(context), weekday) };
        }
        return new TimeMention(at, end, TimeType.Date) { Weekday = weekday };
    }

    /// <summary>The weekday of the week: "Tuesday of last week", "next week on Tuesday".</summary>
    internal static TimeValue? In(TimeValue? week, DayOfWeek weekday) => week is { Date: { Grain: Grain.Week } date } value && date.Range() is { } range
        ? value with { Date = PartialDate.OfDay(range.Start.AddDays(((int)weekday + 6) % 7)) } : null;

    /// <summary>"Friday mornings": every one of them.</summary>
    private static TimeMention? Habitual(TimeScan scan, int at, int end, bool abbreviated)
    {
        string? part = scan.Class(end) == WordClass.DayParts ? scan[end].Code : scan.Is(end, "nights") ? "TNI" : null;
        return part is null || abbreviated ? null
            : new TimeMention(at, end + 1, TimeType.Set) { Value = $"XXXX-WXX-{scan[at].Value}{part}" };
    }

    /// <summary>"Monday the 27th", "Sat 14th": a day of a month that the weekday tells.</summary>
    private static (int Day, int End)? DayNumber(TimeScan scan, int at, int end, bool abbreviated)
    {
        int word = scan.Is(end, "the") ? end + 1 : scan.IsGlued(end, ",") ? end + 1 : end;
        if (Days.Ordinal(scan, word) is not { Number: >= 1 and <= 31 } day || scan.Is(day.End, "of") || scan.Class(day.End) == WordClass.Unit) { return null; }
        // "Friday the 13th" is a film, "Monday second" no day.
        return scan.Class(word) == WordClass.Ordinal && !char.IsAsciiDigit(scan.Word(word)[0]) && word == end || (day.Number == 13 && scan.Is(at, "friday"))
            ? null : (day.Number, day.End);
    }

    /// <summary>The nearest day on the wanted side that is both.</summary>
    private static TimeValue? Nearest(TimeContext context, DayOfWeek weekday, int number)
    {
        if (context.Present is not { } present) { return null; }
        for (int away = 0; away < 400; away++)
        {
            for (int side = 1; side >= -1; side -= 2)
            {
                if ((side > 0 && context.Lean == Direction.Past) || (side < 0 && context.Lean == Direction.Future)) { continue; }
                DateOnly day = present.AddDays(side * away);
                if (day.Day == number && day.DayOfWeek == weekday) { return new TimeValue(PartialDate.OfDay(day), context.PresentIsReference); }
            }
        }
        return null;
    }
}
