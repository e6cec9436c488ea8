namespace Dateline.Time.Rules;

/// <summary>Two years with a dash, the second perhaps cut to two digits: one interval.</summary>
/// <example>"1992-1994" -> 1992/1994; "1915-17" -> 1915/1917; "264-241 BC" -> BC0264/BC0241.</example>
/// <seealso href="specs/time/intervals.md"/>
internal sealed class YearRange : ITimeRule
{
    public string Name => "time/year-range";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Digits];

    public TimeMention? Match(TimeScan scan, int at)
    {
        bool plain = scan.Class(at) == WordClass.Digits && !scan[at].Formatted && scan[at].Length is 3 or 4
            && !(scan[at].Glued && scan.IsDash(at - 1));
        if (!plain || !(scan.IsDash(at + 1) || scan.IsGlued(at + 1, "/")) || !scan[at + 1].Glued) { return null; }
        int second = at + 2;
        if (scan.Class(second) != WordClass.Digits || scan[second].Formatted || !scan[second].Glued) { return null; }
        int first = scan[at].Value, last = scan[second].Value;
        if (Years.Era(scan, second + 1) is { BeforeChrist: true } era)
        {
            return last < first ? Mention(at, era.End, -first, -last) : null;
        }
        if (!scan.IsYear(at)) { return null; }
        if (scan[second].Length == 2 && last > first % 100
            && scan.IsDash(at + 1) | last == (first % 100) + 1) { return Mention(at, second + 1, first, (first / 100 * 100) + last); }
        return scan.IsYear(second) && last > first && scan.IsDash(at + 1) ? Mention(at, second + 1, first, last) : null;
    }

    private static TimeMention Mention(int at, int end, int first, int last) =>
        new(at, end, TimeType.Date) { Date = PartialDate.OfYear(first), Until = PartialDate.OfYear(last) };
}
