namespace Dateline.Time.Rules;

/// <summary>A week by its number in the year, as calendars and sales reports count.</summary>
/// <example>"week 31" in a story of 2018 -> 2018-W31; "week 3 of 2027" -> 2027-W03; not "Week 3" of a season.</example>
/// <seealso href="specs/time/years.md"/>
internal sealed class WeekNumber : ITimeRule
{
    public string Name => "time/week-number";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Unit];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (!scan.Is(at, "week") || !scan.IsSmall(at + 1, 1, 53)) { return null; }
        int end = at + 2;
        (int Year, int End)? year = Years.After(scan, end);
        bool ofOther = year is null && scan.Is(end, "of") && scan.Class(end + 1) != WordClass.Deixis;
        if (ofOther || (year is null && scan[at].Capital && !scan.StartsSentence(at)) || scan.IsGlued(end, ":") || scan.IsGlued(end, "-")) { return null; }
        return new TimeMention(at, year?.End ?? end, TimeType.Date) { Date = new PartialDate(Grain.Week, year?.Year, scan[at + 1].Value) };
    }
}
