using System.Globalization;

namespace Dateline.Time.Rules;

/// <summary>Days with a name, fixed or movable, from <c>knowledge/en/time-holidays.tsv</c>.</summary>
/// <example>"Christmas Day 1914" -> 1914-12-25; "on Good Friday" in a story of 2022-04-20 -> 2022-04-15.</example>
/// <seealso href="specs/time/holidays.md"/>
internal sealed class HolidayRule : ITimeRule
{
    public string Name => "time/holiday";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Holiday, WordClass.Month, WordClass.Deixis];

    public TimeMention? Match(TimeScan scan, int at)
    {
        return Named(scan, at) is not { } named ? null : !scan.Is(named.End, "weekend") ? named
            : named with { End = named.End + 1, Then = value => value.Date?.Range() is { } range ? value with { Date = WeekendOf(range.Start) } : null };
    }

    /// <summary>"Labor Day weekend" ends with the Monday, "Thanksgiving weekend" follows the Thursday.</summary>
    internal static PartialDate WeekendOf(DateOnly day) => PartialDate.OfWeek(day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday ? day.AddDays(-2) : day, Grain.Weekend);

    private static TimeMention? Named(TimeScan scan, int at)
    {
        DeixisWords? deixis = scan.Class(at) == WordClass.Deixis ? DeixisWords.Read(scan, at) : null;
        if (scan.Class(at) == WordClass.Deixis && deixis is null) { return null; }
        int start = deixis?.End ?? at;
        if (Find(scan, start) is not { } found) { return null; }
        if (deixis is { } which) { return new TimeMention(at, found.End, TimeType.Date) { Resolve = context => Step(context, found.Day, which.Step) }; }
        if (Years.After(scan, found.End) is { } year)
        {
            return DayIn(found.Day, year.Year) is { } date
                ? new TimeMention(at, year.End, TimeType.Date) { Date = PartialDate.OfDay(date) } : null;
        }
        return new TimeMention(at, found.End, TimeType.Date) { Resolve = context => Resolve(context, found.Day) };
    }

    private static (string Day, int End)? Find(TimeScan scan, int at)
    {
        if (scan[at].Capital && scan.Class(at - 1) == WordClass.Other && scan[at - 1].Capital && !scan.StartsSentence(at - 1)) { return null; }
        foreach ((string[] words, string day) in scan.Holidays(at))
        {
            if (EndOf(scan, at, words) is not { } end) { continue; }
            // "the Christmas Cottage", "the Easter Offensive" are names.
            return words.Length == 1 && scan.Class(end) == WordClass.Other && scan[end].Capital ? null : (day, end);
        }
        return null;
    }

    /// <summary>"last Christmas", "next Easter": the first one before or after the day; "this Christmas" is the year's.</summary>
    private static TimeValue? Step(TimeContext context, string day, int step)
    {
        if (context.Present is not { } present) { return null; }
        int year = present.Year;
        if (DayIn(day, year) is not { } own) { return null; }
        if (step < 0 && own >= present) { year--; }
        if (step > 0 && own <= present) { year++; }
        return DayIn(day, year) is { } date ? new TimeValue(PartialDate.OfDay(date), context.PresentIsReference) : null;
    }

    private static TimeValue? Resolve(TimeContext context, string day)
    {
        if (context.Narrative && context.Focus is { Year: > 0 } focus)
        {
            return DayIn(day, focus.Year.Value) is { } told ? new TimeValue(PartialDate.OfDay(told)) : null;
        }
        if (context.Reference is not { } reference) { return null; }
        DateOnly? best = null;
        for (int year = reference.Year - 1; year <= reference.Year + 1; year++)
        {
            if (DayIn(day, year) is not { } date || (context.Lean == Direction.Past && date > reference)
                || (context.Lean == Direction.Future && date < reference)) { continue; }
            if (best is not { } other || Math.Abs(date.DayNumber - reference.DayNumber) < Math.Abs(other.DayNumber - reference.DayNumber)) { best = date; }
        }
        return best is { } found ? new TimeValue(PartialDate.OfDay(found), FromReference: true) : null;
    }

    private static int? EndOf(TimeScan scan, int at, string[] words)
    {
        int word = at;
        foreach (string part in words)
        {
            while (word > at && scan.Class(word) == WordClass.Mark && (scan.IsApostrophe(word) || scan.IsGlued(word, "."))) { word++; }
            if (!scan.Is(word, part)) { return null; }
            word++;
        }
        return scan.IsApostrophe(word) && words[^1] == "saints" ? word + 1 : word;
    }

    /// <summary>"12-25", "11-4-4" (fourth Thursday), "05-1-5" (last Monday), "easter-2".</summary>
    private static DateOnly? DayIn(string day, int year)
    {
        if (year is < 1583 or > 4000 && day.StartsWith("easter", StringComparison.Ordinal) || year is < 1 or > 9990) { return null; }
        if (day.StartsWith("easter", StringComparison.Ordinal))
        {
            int shift = day.Length > 6 ? int.Parse(day.AsSpan(6), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
            return Easter(year).AddDays(shift);
        }
        // "11-4-4+1" is the day after the fourth Thursday.
        int plus = day.IndexOf('+', StringComparison.Ordinal);
        int after = plus < 0 ? 0 : int.Parse(day.AsSpan(plus + 1), CultureInfo.InvariantCulture);
        string[] parts = (plus < 0 ? day : day[..plus]).Split('-');
        int month = int.Parse(parts[0], CultureInfo.InvariantCulture), second = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (parts.Length == 2) { return new DateOnly(year, month, second); }
        int nth = int.Parse(parts[2], CultureInfo.InvariantCulture);
        DateOnly first = new(year, month, 1);
        DateOnly found = first.AddDays(((second - (int)first.DayOfWeek + 7) % 7) + ((nth - 1) * 7));
        return (found.Month == month ? found : found.AddDays(-7)).AddDays(after);
    }

    /// <summary>Easter Sunday of the Gregorian calendar (the anonymous computus).</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7,
            m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
