namespace Dateline.Time.Rules;

/// <summary>Quarters and halves of a year, with the year or of the year the verb points to.</summary>
/// <example>"the third quarter of 2020" -> 2020-Q3; "Q1 2019" -> 2019-Q1; "the first half of 2020" -> 2020-H1.</example>
/// <seealso href="specs/time/years.md"/>
internal sealed class QuarterRule : ITimeRule
{
    public string Name => "time/quarter";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Article, WordClass.Ordinal, WordClass.Other, WordClass.Digits];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (scan.Class(at) == WordClass.Digits)
        {
            int q = scan.IsGlued(at + 1, "-") ? at + 2 : at + 1;
            return scan.IsYear(at) && scan.Is(q, "Q") && scan.IsSmall(q + 1, 1, 4) && scan[q + 1].Glued
                ? new TimeMention(at, q + 2, TimeType.Date) { Date = new PartialDate(Grain.Quarter, scan[at].Value, scan[q + 1].Value) } : null;
        }
        if (scan.Class(at) == WordClass.Other)
        {
            if (!scan.Is(at, "Q") || !scan.IsSmall(at + 1, 1, 4) || !scan[at + 1].Glued) { return null; }
            (int Year, int End)? of = Years.After(scan, scan.IsGlued(at + 2, "-") && scan.IsYear(at + 3) ? at + 3 : at + 2);
            if (of is null && !scan[at].Capital) { return null; }
            return new TimeMention(at, of?.End ?? at + 2, TimeType.Date) { Date = new PartialDate(Grain.Quarter,
                of?.Year, scan[at + 1].Value) };
        }
        int word = scan.Is(at, "the") ? at + 1 : at;
        if (scan.Class(word) != WordClass.Ordinal) { return null; }
        int number = scan[word].Value;
        Grain grain;
        if (scan.Is(word + 1, "quarter") && number is >= 1 and <= 4) { grain = Grain.Quarter; }
        else if (scan.Is(word + 1, "half") && number is 1 or 2) { grain = Grain.Half; }
        else { return null; }
        (int Year, int End)? year = Years.After(scan, word + 2);
        if (year is null && grain == Grain.Half) { return null; }
        if (year is null && scan.Is(word + 2, "of") && !scan.Is(word + 3, "the", "this")
            && !scan.Is(word + 3, "last", "next")) { return null; }
        return new TimeMention(at, year?.End ?? word + 2, TimeType.Date) { Date = new PartialDate(grain, year?.Year, number) };
    }
}
