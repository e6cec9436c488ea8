namespace Dateline.Time.Rules;

/// <summary>A day that takes its month from the day before it, or from the month last named.</summary>
/// <example>"May 4 and 5": the second is May 5; after "19 September": "on the 20th" is September 20.</example>
/// <seealso href="specs/time/dates.md"/>
internal sealed class SecondDay : ITimeRule
{
    public string Name => "time/second-day";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Digits, WordClass.Article];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (scan.Class(at) == WordClass.Digits)
        {
            bool list = scan.Is(at - 1, "and", "or") && scan.IsSmall(at - 2, 1, 31)
                && Days.Month(scan, at - 3) is not null && scan.IsSmall(at, 1, 31) && scan[at].Value > scan[at - 2].Value;
            if (!list || scan.Class(at + 1) == WordClass.Unit || scan.Class(at + 1) == WordClass.Month
                || !PartialDate.IsDay(null, scan[at - 3].Value, scan[at].Value)) { return null; }
            (int Year, int End)? year = Years.After(scan, at + 1);
            return new TimeMention(at, year?.End ?? at + 1, TimeType.Date) { Date = PartialDate.OfDay(year?.Year,
                scan[at - 3].Value, scan[at].Value) };
        }
        int word = at + 1;
        bool introduced = scan.Is(at, "the") && (scan.Is(at - 1, "on", "by") || scan.Is(at - 1, "until", "since"));
        if (!introduced || scan.Class(word) != WordClass.Ordinal || scan[word].Length > 4
            || scan[word].Value is < 1 or > 31) { return null; }
        bool ends = scan.Class(word + 1) is WordClass.Mark || scan.Is(word + 1, "and", "at") || word + 1 == scan.Count;
        int day = scan[word].Value;
        return !ends ? null : new TimeMention(at, word + 1, TimeType.Date)
        {
            Resolve = context => context.Anchor is { Grain: Grain.Day or Grain.Month, Year: { } year } month
                && PartialDate.IsDay(year, month.Part, day)
                ? new TimeValue(PartialDate.OfDay(year, month.Part, day), context.Focus is null) : null,
        };
    }
}
