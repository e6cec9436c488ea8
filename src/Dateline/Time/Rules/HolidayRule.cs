using System.Globalization;

namespace Dateline.Time.Rules;

/// <summary>Days with a name, fixed or movable, from <c>knowledge/en/time-holidays.tsv</c>.</summary>
/// <example>"Christmas Day 1914" -> 1914-12-25; "on Good Friday" in a story of 2022-04-20 -> 2022-04-15.</example>
/// <seealso href="specs/time/holidays.md"/>
internal sealed class HolidayRule : ITimeRule
{
    public string Name => "time/holiday";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Holiday, WordClass.Month];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (!scan[at].Capital || (scan.Class(at - 1) == WordClass.Other && scan[at - 1].Capital
            && !scan.StartsSentence(at - 1))) { return null; }
        foreach ((string[] words, string day) in scan.Holidays(at))
        {
            if (EndOf(scan, at, words) is not { } end) { continue; }
            (int Year, int End)? year = Years.After(scan, end);
            if (year is { } known)
            {
                return DayIn(day, known.Year) is { } date
                    ? new TimeMention(at, known.End, TimeType.Date) { Date = PartialDate.OfDay(date) } : null;
            }
            // "the Christmas Cottage", "the Easter Offensive" are names.
            if (words.Length == 1 && scan.Class(end) == WordClass.Other && scan[end].Capital) { return null; }
            return new TimeMention(at, end, TimeType.Date) { Resolve = context => Resolve(context, day) };
        }
        return null;
    }

    private static TimeValue? Resolve(TimeContext context, string day)
    {
        if (context.Narrative && context.Focus is { Year: > 0 } focus) { return DayIn(day,
            focus.Year.Value) is { } told ? new TimeValue(PartialDate.OfDay(told)) : null; }
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
        string[] parts = day.Split('-');
        int month = int.Parse(parts[0], CultureInfo.InvariantCulture), second = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (parts.Length == 2) { return new DateOnly(year, month, second); }
        int nth = int.Parse(parts[2], CultureInfo.InvariantCulture);
        DateOnly first = new(year, month, 1);
        DateOnly found = first.AddDays(((second - (int)first.DayOfWeek + 7) % 7) + ((nth - 1) * 7));
        return found.Month == month ? found : found.AddDays(-7);
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
