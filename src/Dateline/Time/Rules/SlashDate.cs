namespace Dateline.Time.Rules;

/// <summary>Dates as forms and file names write them: a month's name between slashes or hyphens, month and day in digits behind a word of time, eight digits.</summary>
/// <remarks>"9/11" is the name of a day of 2001; "1/2 of voters" is a fraction and left alone.</remarks>
/// <example>"23/Sep/2020", "2019-Aug-01", "Oct/2"; "on 11/20" -> the nearest November 20; "20161016" -> 2016-10-16; "2015-12" -> 2015-12.</example>
/// <seealso href="specs/time/dates.md"/>
internal sealed class SlashDate : ITimeRule
{
    public string Name => "time/slash-date";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Digits, WordClass.Month];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (scan.Class(at) == WordClass.Month)
        {
            return Mark(scan, at + 1, '/') && Glued(scan, at + 2) && scan.IsSmall(at + 2, 1, 31) && !Mark(scan, at + 3, '/')
                ? Day(at, at + 3, null, scan[at].Value, scan[at + 2].Value) : null;
        }
        return Packed(scan, at) ?? WithName(scan, at) ?? YearMonth(scan, at) ?? MonthDay(scan, at);
    }

    /// <summary>"20161016".</summary>
    private static TimeMention? Packed(TimeScan scan, int at)
    {
        TimeWord word = scan[at];
        bool eight = word is { Length: 8, Formatted: false } && word.Value / 10000 is >= 1900 and <= 2100;
        return eight ? Day(at, at + 1, word.Value / 10000, word.Value / 100 % 100, word.Value % 100) : null;
    }

    /// <summary>"23/Sep/2020", "2020/Sep/23", "2019-Aug-01".</summary>
    private static TimeMention? WithName(TimeScan scan, int at)
    {
        if (!(Mark(scan, at + 1, '/') || Mark(scan, at + 1, '-')) || scan.Class(at + 2) != WordClass.Month || !scan[at + 2].Glued
            || !Mark(scan, at + 3, scan.Word(at + 1)[0]) || !Glued(scan, at + 4)) { return null; }
        (int year, int day) = scan.IsYear(at) ? (at, at + 4) : (at + 4, at);
        return scan.IsYear(year) && scan.IsSmall(day, 1, 31) ? Day(at, at + 5, scan[year].Value, scan[at + 2].Value, scan[day].Value) : null;
    }

    /// <summary>"2015-12", where no range of years can be meant.</summary>
    private static TimeMention? YearMonth(TimeScan scan, int at)
    {
        bool month = scan.IsYear(at) && Mark(scan, at + 1, '-') && Glued(scan, at + 2) && scan[at + 2].Length == 2 && scan.IsSmall(at + 2, 1, 12)
            && scan[at + 2].Value <= scan[at].Value % 100 && !scan.IsGlued(at + 3, "-") && !scan[at].Glued;
        return month ? new TimeMention(at, at + 3, TimeType.Date) { Date = PartialDate.OfMonth(scan[at].Value, scan[at + 2].Value) } : null;
    }

    /// <summary>"on 11/20", "from 10/1 to 11/7": month first unless that is impossible.</summary>
    private static TimeMention? MonthDay(TimeScan scan, int at)
    {
        if (!scan.IsSmall(at, 1, 31) || !Mark(scan, at + 1, '/') || !Glued(scan, at + 2) || !scan.IsSmall(at + 2, 1, 31)
            || Mark(scan, at + 3, '/') || Mark(scan, at - 1, '/')) { return null; }
        if (scan[at].Value == 9 && scan[at + 2].Value == 11 && scan.Class(at - 1) is not WordClass.Weekday) { return Day(at, at + 3, 2001, 9, 11); }
        bool introduced = scan.Is(at - 1, "on", "since") || scan.Is(at - 1, "until", "till") || scan.Is(at - 1, "between")
            || scan.Class(at - 1) is WordClass.Weekday or WordClass.Deixis
            || (scan.Is(at - 1, "to", "and") | scan.Is(at - 1, "or", ",") | scan.IsDash(at - 1) && Mark(scan, at - 3, '/'))
            || (scan.Is(at - 1, "from") && Mark(scan, at + 5, '/'));
        if (!introduced || scan.Is(at + 3, "of") || (scan.Class(at + 3) == WordClass.Other && at + 3 < scan.Count && scan[at + 3].Glued)) { return null; }
        (int month, int day) = scan[at].Value <= 12 ? (scan[at].Value, scan[at + 2].Value) : (scan[at + 2].Value, scan[at].Value);
        return Day(at, at + 3, null, month, day);
    }

    private static bool Mark(TimeScan scan, int at, char mark) => scan.Class(at) == WordClass.Mark && scan[at].Glued && scan.Word(at)[0] == mark;

    private static bool Glued(TimeScan scan, int at) => scan.Class(at) == WordClass.Digits && scan[at].Glued;

    private static TimeMention? Day(int at, int end, int? year, int month, int day) => PartialDate.IsDay(year, month, day)
        ? new TimeMention(at, end, TimeType.Date) { Date = PartialDate.OfDay(year, month, day) } : null;
}
