namespace Dateline.Time.Rules;

/// <summary>Some first or last units of a longer time: a length when they are counted, else the unit itself.</summary>
/// <example>"the first ten months of 1915" -> P10M; "the last week of August" -> P1W; "the first day of 2016" -> 2016-01-01.</example>
/// <seealso href="specs/time/durations.md"/>
internal sealed class SpanOfUnits(TimeGrammar grammar) : ITimeRule
{
    public string Name => "time/span-of";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Article, WordClass.Ordinal, WordClass.Deixis];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int word = scan.Is(at, "the") ? at + 1 : at;
        bool first = scan.Is(word, "first"), last = scan.Is(word, "last", "final");
        if (Nth(scan, at, word, last) is { } unitOf) { return unitOf; }
        if (!first && !last) { return null; }
        NumberPhrase? number = NumberPhrase.Read(scan, word + 1);
        int unitAt = number?.End ?? word + 1;
        if (scan.Class(unitAt) != WordClass.Unit || !scan.Is(unitAt + 1, "of")) { return null; }
        if (grammar.Core(scan, unitAt + 2) is not { Type: TimeType.Date, Value: null } whole) { return null; }
        TimeUnit unit = (TimeUnit)(scan[unitAt].Value % 50);
        bool plural = scan[unitAt].Value > 50;
        if (number is null && !plural && unit is TimeUnit.Day && whole.Date is { } date)
        {
            return whole with { First = at, Date = null, Weekday = null, Rule = Name, Resolve = context => EdgeDay(date, first, context) };
        }
        string amount = number?.Amount ?? (plural ? "X" : "1");
        return new TimeMention(at, whole.End, TimeType.Duration) { Value = TimeUnits.Duration(amount, unit) };
    }

    /// <summary>"the third week of 2018", "the last week of August", "the second month of 2021": one unit, by its place.</summary>
    private TimeMention? Nth(TimeScan scan, int at, int word, bool last)
    {
        (int Number, int End)? ordinal = last ? (0, word + 1) : Days.Ordinal(scan, word);
        if (ordinal is not { } nth || !scan.Is(nth.End, "week", "month") || !scan.Is(nth.End + 1, "of")) { return null; }
        Grain grain = scan.Is(nth.End, "week") ? Grain.Week : Grain.Month;
        if (grammar.Core(scan, nth.End + 2) is not { Type: TimeType.Date, Value: null, Until: null } whole) { return null; }
        return whole.Date is { Grain: not (Grain.Year or Grain.Month) } ? null
            : whole with { First = at, Rule = Name, Then = value => value.Date is { } date && Part(date, grain, nth.Number) is { } part ? value with { Date = part } : null };
    }

    /// <summary>Weeks belong to the year or month that has most of their days; 0 is the last one.</summary>
    private static PartialDate? Part(PartialDate whole, Grain grain, int nth)
    {
        if (whole.Range() is not { } range) { return null; }
        if (grain == Grain.Month)
        {
            return whole is { Grain: Grain.Year, Year: { } year } && nth <= 12 ? PartialDate.OfMonth(year, nth == 0 ? 12 : nth) : null;
        }
        if (whole.Grain is not (Grain.Year or Grain.Month)) { return null; }
        DateOnly thursday = nth == 0
            ? range.End.AddDays(-1 - (((int)range.End.AddDays(-1).DayOfWeek + 3) % 7))
            : range.Start.AddDays((((int)DayOfWeek.Thursday - (int)range.Start.DayOfWeek + 7) % 7) + ((nth - 1) * 7));
        return thursday >= range.Start && thursday < range.End ? PartialDate.OfWeek(thursday) : null;
    }

    private static TimeValue? EdgeDay(PartialDate date, bool first, TimeContext context)
    {
        PartialDate whole = date.Year is null && context.Present is { } day ? TimeContext.Place(date, day, context.Lean) : date;
        return whole.Range() is { } range ? new TimeValue(PartialDate.OfDay(first ? range.Start : range.End.AddDays(-1))) : null;
    }
}
