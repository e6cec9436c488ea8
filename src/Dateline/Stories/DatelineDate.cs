using System.Globalization;

namespace Dateline.Stories;

/// <summary>The date part of a dateline: "October 2", "3 May 2019", "Friday, July 21, 2017", "Thursday".</summary>
internal readonly record struct DatelineDate(int? Year, int? Month, int? Day)
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>Reads a date that the whole text must be.</summary>
    public static DatelineDate? Parse(ReadOnlySpan<char> text)
    {
        int? year = null, month = null, day = null;
        bool weekday = false;
        int words = 0;
        foreach (Range range in text.SplitAny(" ,\u00A0"))
        {
            ReadOnlySpan<char> word = text[range].Trim(".()");
            if (word.IsEmpty) { continue; }
            if (++words > 5) { return null; }
            if (MonthNames.Find(word) is int found and > 0)
            {
                if (month is not null) { return null; }
                month = found;
            }
            else if (IsWeekday(word))
            {
                if (weekday) { return null; }
                weekday = true;
            }
            else if (!Number(word, ref year, ref day)) { return null; }
        }
        if (day is not null && month is null) { return null; }
        if (month is not null && day is null && year is null) { return null; }
        if (year is not null && month is null) { return null; }
        return month is not null || weekday ? new DatelineDate(year, month, day) : null;
    }

    /// <summary>The day meant, with the year from the publication where it names none: the latest such day that is not after it.</summary>
    public DateOnly? Resolve(DateOnly? published)
    {
        if (Month is not { } month || Day is not { } day) { return null; }
        if ((Year ?? published?.Year) is not { } year) { return null; }
        if (!Exists(year, month, day)) { return Year is null && Exists(year - 1, month, day) ? new DateOnly(year - 1, month, day) : null; }
        DateOnly date = new(year, month, day);
        // A story may be dated a day ahead of its publication, across the date line.
        bool nextYear = Year is null && published is { } latest && date > latest.AddDays(2) && Exists(year - 1, month, day);
        return nextYear ? new DateOnly(year - 1, month, day) : date;
    }

    private static bool Exists(int year, int month, int day) => year is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool Number(ReadOnlySpan<char> word, ref int? year, ref int? day)
    {
        foreach (string suffix in (ReadOnlySpan<string>)["st", "nd", "rd", "th"])
        {
            if (word.Length > 2 && word.EndsWith(suffix, IgnoreCase)) { word = word[..^2]; }
        }
        if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) { return false; }
        if (word.Length == 4 && number is >= 1700 and <= 2200 && year is null) { year = number; return true; }
        if (word.Length <= 2 && number is >= 1 and <= 31 && day is null) { day = number; return true; }
        return false;
    }

    /// <summary>"Monday" … "Sunday", "Mon", "Tues", "Thurs" …: a prefix of three letters or more.</summary>
    public static bool IsWeekday(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) { return false; }
        foreach (DayOfWeek day in (ReadOnlySpan<DayOfWeek>)[DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday])
        {
            string name = day.ToString();
            if (word.Equals(name, IgnoreCase) || (word.Length <= 5 && name.AsSpan().StartsWith(word, IgnoreCase))) { return true; }
        }
        return false;
    }
}
