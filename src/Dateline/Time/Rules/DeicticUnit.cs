namespace Dateline.Time.Rules;

/// <summary>A calendar unit reckoned from the story's date, or from the date last named.</summary>
/// <example>Story of 2019-11-19: "last week" -> 2019-W46, "next year" -> 2020; after "August 2016": "the next year" -> 2017.</example>
/// <seealso href="specs/time/deictic.md"/>
internal sealed class DeicticUnit : ITimeRule
{
    public string Name => "time/deictic-unit";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Deixis, WordClass.Article];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (DeixisWords.Read(scan, at) is not { } deixis)
        {
            // "over the weekend", "at the weekend": the one the verb points to.
            bool weekend = scan.Is(at, "the") && scan.Is(at + 1, "weekend") && !scan.Is(at + 2, "of") && !scan.IsApostrophe(at + 2)
                && (scan.Is(at - 1, "over", "at") || scan.Is(at - 1, "on", "during"));
            return !weekend ? null : new TimeMention(at, at + 2, TimeType.Date)
            {
                Resolve = context => Resolve(context, new DeixisWords(at + 1, 0, false, true, false), TimeUnit.Weekend, Grain.Weekend),
            };
        }
        int end = deixis.End;
        if (scan.Is(end, "calendar", "working") && scan.Class(end + 1) == WordClass.Unit && !scan.Is(end + 1, "day")) { end++; }
        if (scan.Class(end) == WordClass.DayPart && scan[end].Code is { Length: 3 } part) { return DayPart(at, end + 1, deixis, part); }
        if (scan.Class(end) != WordClass.Unit || scan[end].Value > 50) { return null; }
        TimeUnit unit = (TimeUnit)scan[end].Value;
        // "to this day" is the present.
        if (unit == TimeUnit.Day && deixis.Step == 0 && scan.Is(at - 1, "to")) { return null; }
        if (unit == TimeUnit.Night) { return DayPart(at, end + 1, deixis, "TNI"); }
        if (TimeUnits.GrainOf(unit) is not { } grain) { return null; }
        if (deixis is { Article: true, Step: 1 } && (scan.Is(at - 1, "for", "over") || scan.Is(at - 1, "within")))
        {
            return new TimeMention(at, end + 1, TimeType.Duration) { Value = TimeUnits.Duration("1", unit) };
        }
        // "the past year", "the last decade": so long a time, up to now. "the last day" is the end of something.
        if (deixis.Article && deixis.Past)
        {
            return unit == TimeUnit.Day && scan.Is(deixis.End - 1, "last") ? null
                : new TimeMention(at, end + 1, TimeType.Duration) { Value = TimeUnits.Duration("1", unit) };
        }
        // "next week on Tuesday".
        int day = scan.Is(end + 1, "on") ? end + 2 : end + 1;
        if (unit == TimeUnit.Week && scan.Class(day) == WordClass.Weekday && (scan[day].Capital || day > end + 1))
        {
            DayOfWeek weekday = (DayOfWeek)(scan[day].Value % 7);
            return new TimeMention(at, day + 1, TimeType.Date) { Resolve = context => WeekdayRule.In(Resolve(context, deixis, unit, grain), weekday) };
        }
        return unit == TimeUnit.Day && deixis.Past ? null
            : new TimeMention(at, end + 1, TimeType.Date) { Resolve = context => Resolve(context, deixis, unit, grain) };
    }

    private static TimeValue? Resolve(TimeContext context, DeixisWords deixis, TimeUnit unit, Grain grain)
    {
        PartialDate? from = deixis.FromFocus ? context.AnchorFor(grain) : context.Present is { } day ? PartialDate.OfDay(day) : null;
        if (from is not { } anchor) { return null; }
        bool reference = deixis.FromFocus ? context.Focus is null : context.PresentIsReference;
        if (grain == Grain.Year && anchor.Year is < 0) { return new TimeValue(PartialDate.OfYear(anchor.Year.Value + deixis.Step)); }
        if (anchor.Range() is not { } range) { return null; }
        // From a year no day can be reckoned.
        if (anchor.Grain < grain && grain >= Grain.Week) { return null; }
        if (grain == Grain.Weekend) { return Weekend(range.Start, deixis, context, reference); }
        return TimeUnits.Add(range.Start, unit, deixis.Step) is { } moved ? new TimeValue(PartialDate.Of(moved, grain), reference) : null;
    }

    /// <summary>"last weekend" is the one that ended before the day; early in the week "this weekend" is the one the verb points to.</summary>
    private static TimeValue? Weekend(DateOnly day, DeixisWords deixis, TimeContext context, bool reference)
    {
        bool onWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        int weeks = deixis.Step < 0 || (deixis.Step == 0 && !onWeekend && !deixis.FromFocus
            && LooksBack(context.Lean, day)) ? -1 : deixis.Step > 0 && onWeekend ? 1 : 0;
        return TimeUnits.Add(day, TimeUnit.Week, weeks) is { } moved
            ? new TimeValue(PartialDate.OfWeek(moved, Grain.Weekend), reference) : null;
    }

    private static bool LooksBack(Direction lean, DateOnly day) =>
        lean == Direction.Past || (lean == Direction.Unknown && day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday);

    private static TimeMention DayPart(int at, int end, DeixisWords deixis, string part) => new(at, end, TimeType.Time)
    {
        Resolve = context =>
        {
            DateOnly? from = deixis.FromFocus ? (context.AnchorFor(Grain.Day) is { Grain: Grain.Day } anchor
                ? anchor.Range()?.Start : null) : context.Present;
            return from is { } day && TimeUnits.Add(day, TimeUnit.Day, deixis.Step) is { } moved
                ? new TimeValue(PartialDate.OfDay(moved) with { Clock = part }, !deixis.FromFocus && context.PresentIsReference) : null;
        },
    };
}
