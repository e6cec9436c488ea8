namespace Dateline.Time.Rules;

/// <summary>A weekday with a word that says which: "last Friday" lies before the story's day, "next Monday" after it.</summary>
/// <example>Story of Wednesday 2019-11-20: "last Friday" -> 2019-11-15; "next Monday" -> 2019-11-25; "this Friday" -> 2019-11-22.</example>
/// <seealso href="specs/time/weekdays.md"/>
internal sealed class DeicticWeekday : ITimeRule
{
    public string Name => "time/deictic-weekday";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Deixis, WordClass.Article];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (DeixisWords.Read(scan, at) is not { } deixis || scan.Class(deixis.End) != WordClass.Weekday
            || scan[deixis.End].Length < 5) { return null; }
        DayOfWeek weekday = (DayOfWeek)(scan[deixis.End].Value % 7);
        return new TimeMention(at, deixis.End + 1, TimeType.Date)
        {
            Resolve = context =>
            {
                DateOnly? from = deixis.FromFocus ? context.Anchor?.Range()?.Start : context.Present;
                return from is { } day
                    ? new TimeValue(PartialDate.OfDay(Place(weekday, day, deixis.Step)), !deixis.FromFocus
                        && context.PresentIsReference) : null;
            },
        };
    }

    private static DateOnly Place(DayOfWeek weekday, DateOnly day, int step) => step switch
    {
        < 0 => TimeContext.Place(weekday, day.AddDays(-1), Direction.Past),
        > 0 => TimeContext.Place(weekday, day, Direction.Future),
        _ => day.AddDays(((((int)weekday + 6) % 7) - (((int)day.DayOfWeek + 6) % 7))),
    };
}
