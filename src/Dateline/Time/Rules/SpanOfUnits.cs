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

    private static TimeValue? EdgeDay(PartialDate date, bool first, TimeContext context)
    {
        PartialDate whole = date.Year is null && context.Present is { } day ? TimeContext.Place(date, day, context.Lean) : date;
        return whole.Range() is { } range ? new TimeValue(PartialDate.OfDay(first ? range.Start : range.End.AddDays(-1))) : null;
    }
}
