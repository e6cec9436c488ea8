namespace Dateline.Time.Rules;

/// <summary>Reads the year that completes a date: "2014", "of 2014", ", 2014", "264 BC", "of that year".</summary>
internal static class Years
{
    /// <summary>A year at the word, with its era: "1992", "264 BC", "AD 71".</summary>
    public static (int Year, int End)? Read(TimeScan scan, int at)
    {
        if (scan.Is(at, "AD") && scan.Class(at + 1) == WordClass.Digits
            && scan[at + 1].Value is > 0 and < 2200) { return (scan[at + 1].Value, at + 2); }
        if (scan.Class(at) != WordClass.Digits || scan[at].Formatted || scan[at].Length > 4
            || scan[at].Value is < 1 or > 2199) { return null; }
        if (Era(scan, at + 1) is { } era) { return (era.BeforeChrist ? -scan[at].Value : scan[at].Value, era.End); }
        return scan.IsYear(at) ? (scan[at].Value, at + 1) : null;
    }

    /// <summary>A year behind a day, month or season: "2014", "of 2014", ", 2014".</summary>
    public static (int Year, int End)? After(TimeScan scan, int at)
    {
        if (scan.Is(at, "of")) { at += scan.Is(at + 1, "the") && scan.Is(at + 2, "year") ? 3 : 1; }
        else if (scan.IsGlued(at, ",") || scan.IsGlued(at, ".")) { at++; }
        else if (scan.Is(at, "in") && scan.IsYear(at + 1)) { at++; }
        return Read(scan, at) is { } found && !IsCount(scan, found.End) ? found : null;
    }

    /// <summary>"BC", "B.C.", "BCE", "AD", "CE" at the word.</summary>
    public static (bool BeforeChrist, int End)? Era(TimeScan scan, int at)
    {
        if (scan.Is(at, "BC", "BCE") && scan[at].Capital) { return (true, at + 1); }
        if (scan.Is(at, "AD", "CE") && scan[at].Capital && scan[at].Length == 2) { return (false, at + 1); }
        if (scan.Is(at, "B") && scan.IsGlued(at + 1, ".") && scan.IsGlued(at + 2, "C"))
        {
            int end = at + 3;
            if (scan.IsGlued(end, ".") && scan.IsGlued(end + 1, "E")) { end += 2; }
            return (true, scan.SkipDot(end));
        }
        return null;
    }

    /// <summary>True where a percent sign or a unit shows that the digits before were a count.</summary>
    private static bool IsCount(TimeScan scan, int at) => scan.Is(at, "%", "percent") || (scan.IsGlued(at, ":")
        && scan.Class(at + 1) == WordClass.Digits);
}
