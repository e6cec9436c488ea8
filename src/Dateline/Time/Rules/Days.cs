namespace Dateline.Time.Rules;

/// <summary>Reads months and days of the month.</summary>
internal static class Days
{
    /// <summary>A month with the dot of its abbreviation: "Oct.", "May". Null for the verbs and names that look like one.</summary>
    public static (int Month, int End)? Month(TimeScan scan, int at)
    {
        if (scan.Class(at) != WordClass.Month) { return null; }
        return (scan[at].Value, scan[at].Length <= 4 ? DotOfAbbreviation(scan, at) : at + 1);
    }

    /// <summary>A day of the month: "2", "2nd", "second", "twenty-ninth".</summary>
    public static (int Day, int End)? Day(TimeScan scan, int at)
    {
        if (scan.IsSmall(at, 1, 31))
        {
            bool clockOrCount = scan.IsGlued(at + 1, ":") || scan.IsGlued(at + 1, "%") || (scan.IsGlued(at + 1, "/")
                && scan.Class(at + 2) == WordClass.Digits);
            return clockOrCount ? null : (scan[at].Value, at + 1);
        }
        return Ordinal(scan, at) is { Number: >= 1 and <= 31 } found ? (found.Number, found.End) : null;
    }

    /// <summary>"May twenty nine": a day in words, where it counts nothing.</summary>
    public static (int Day, int End)? Spelled(TimeScan scan, int at)
    {
        if (scan.Class(at) != WordClass.Number || NumberPhrase.Read(scan, at) is not { Count: >= 2 and <= 31 and { } count } number) { return null; }
        bool counts = scan.Class(number.End) == WordClass.Other && number.End < scan.Count && !scan[number.End].Capital;
        return counts || scan.Class(number.End) is WordClass.Unit or WordClass.Scale or WordClass.DayPart ? null : (count, number.End);
    }

    /// <summary>"20th", "third", "twenty-first".</summary>
    public static (int Number, int End)? Ordinal(TimeScan scan, int at)
    {
        if (scan.Class(at) == WordClass.Ordinal) { return (scan[at].Value, at + 1); }
        if (scan.Class(at) == WordClass.Number && scan[at].Value >= 20)
        {
            int next = scan.IsDash(at + 1) ? at + 2 : at + 1;
            if (scan.Class(next) == WordClass.Ordinal && scan[next].Value < 10) { return (scan[at].Value + scan[next].Value, next + 1); }
        }
        return null;
    }

    private static int DotOfAbbreviation(TimeScan scan, int at)
    {
        bool abbreviated = !scan.Is(at, "may") && !scan.Is(at, "june") && !scan.Is(at, "july");
        return abbreviated ? scan.SkipDot(at + 1) : at + 1;
    }
}
