namespace Dateline.Time.Rules;

/// <summary>So many units before or after a time that is named: "two weeks after May 13", "the day before Christmas", "3 days from Tuesday".</summary>
/// <remarks>From a day it is told to the day, from a month to the month, from a year to the year.</remarks>
/// <example>"two weeks after May 13, 1999" -> 1999-05-27; "three years before 1914" -> 1911.</example>
/// <seealso href="specs/time/offsets.md"/>
internal sealed class OffsetFrom(TimeGrammar grammar) : ITimeRule
{
    public string Name => "time/offset-from";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Digits, WordClass.Number, WordClass.Scale, WordClass.Article];

    public TimeMention? Match(TimeScan scan, int at)
    {
        UnitCounts? found = UnitCounts.Read(scan, at);
        if (scan.Is(at, "the") && scan.Class(at + 1) == WordClass.Unit && scan[at + 1].Value < 50)
        {
            found = new UnitCounts(at + 2, [(1, (TimeUnit)scan[at + 1].Value)]);
        }
        if (found is not { } counts || counts.Finest < TimeUnit.Day) { return null; }
        int step = scan.Is(counts.End, "before") ? -1 : scan.Is(counts.End, "after", "from") || scan.Is(counts.End, "following") ? 1 : 0;
        // "in the two weeks before Christmas", "for two weeks after Easter" are lengths.
        bool length = !scan.Is(at, "the") && (scan.Is(at - 1, "the", "for") || scan.Is(at - 1, "over", "within") || scan.Is(at - 1, "during", "in"));
        if (step == 0 || length || scan.Is(counts.End + 1, "now", "yesterday") || (scan.Is(counts.End + 1, "tomorrow") && scan.Is(at, "the"))) { return null; }
        if (grammar.Core(scan, counts.End + 1) is not { Type: TimeType.Date, Value: null, Until: null, ClockTime: null } anchor) { return null; }
        // "lasted 64 days from November 21": a length; "3 days from Tuesday": a day.
        if (scan.Is(counts.End, "from") && (anchor.Date is not null || scan.Is(anchor.End, "to", "until"))) { return null; }
        // "the day after the summer of 1998" says no day.
        if (TimeUnits.GrainOf(counts.Finest) is not { } grain || anchor.Date is { } date && date.Grain < grain) { return null; }
        return anchor with { First = at, Rule = Name, Then = value => Move(value, counts, step) };
    }

    private static TimeValue? Move(TimeValue value, UnitCounts counts, int step)
    {
        if (value.Date is not { } date || date.Range() is not { } range || counts.From(range.Start, step) is not { } moved) { return null; }
        return value with { Date = PartialDate.Of(moved, date.Grain) };
    }
}
