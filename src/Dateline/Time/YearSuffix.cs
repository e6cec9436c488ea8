using Dateline.Time.Rules;

namespace Dateline.Time;

/// <summary>Joins a date with the words behind it that say its year: "July 25 of that year", "in March last year", "April the same year".</summary>
internal static class YearSuffix
{
    public static TimeMention Extend(DeicticUnit years, TimeScan scan, TimeMention mention)
    {
        if (mention.Date is not { Year: null, Grain: Grain.Month or Grain.Day or Grain.Season or Grain.Quarter or Grain.Week } date
            || mention.Until is not null) { return mention; }
        int at = scan.Is(mention.End, "of") ? mention.End + 1 : scan.IsGlued(mention.End, ",") ? mention.End + 1 : mention.End;
        if (years.Match(scan, at) is not { Type: TimeType.Date, Resolve: { } resolve } year
            || !scan.Is(year.End - 1, "year")) { return mention; }
        return mention with
        {
            End = year.End,
            Date = null,
            Weekday = null,
            Resolve = context => resolve(context) is { Date.Year: { } named } value ? value with { Date = date.In(named) } : null,
        };
    }
}
