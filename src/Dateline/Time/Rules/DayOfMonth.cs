namespace Dateline.Time.Rules;

/// <summary>A day of a month that is told and not named.</summary>
/// <example>Story of 2020-07-10: "the 15th of next month" -> 2020-08-15; "the 31st day of the month" -> 2020-07-31; "the 19th of every month" -> XXXX-XX-19.</example>
/// <seealso href="specs/time/dates.md"/>
internal sealed class DayOfMonth(TimeGrammar grammar) : ITimeRule
{
    public string Name => "time/day-of-month";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Article, WordClass.Ordinal, WordClass.Number];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int start = scan.Is(at, "the") ? at + 1 : at;
        if (Days.Ordinal(scan, start) is not { Number: >= 1 and <= 31 } day) { return null; }
        int end = scan.Is(day.End, "day") ? day.End + 1 : day.End;
        if (!scan.Is(end, "of")) { return null; }
        end++;
        if (scan.Is(end, "the") && scan.Is(end + 1, "month"))
        {
            return new TimeMention(at, end + 2, TimeType.Date)
            {
                Resolve = context => context.Present is { } present ? DayIn(PartialDate.Of(present, Grain.Month), day.Number, context.PresentIsReference) : null,
            };
        }
        if (grammar.Core(scan, end) is not { } month || !scan.Is(month.End - 1, "month")) { return null; }
        if (month is { Type: TimeType.Set, Value: "P1M" })
        {
            return month with { First = at, Rule = Name, Value = string.Create(null, $"XXXX-XX-{day.Number:00}") };
        }
        return month.Type != TimeType.Date ? null
            : month with { First = at, Rule = Name, Then = value => value.Date is { } date ? DayIn(date, day.Number, value.FromReference) : null };
    }

    private static TimeValue? DayIn(PartialDate month, int day, bool reference) =>
        month is { Grain: Grain.Month, Year: { } year } && PartialDate.IsDay(year, month.Part, day)
            ? new TimeValue(PartialDate.OfDay(year, month.Part, day), reference) : null;
}
