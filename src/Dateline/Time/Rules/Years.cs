namespace Dateline.Time.Rules;

/// <summary>Reads the year that completes a date: "2014", "of 2014", ", 2014", "264 BC", "of that year".</summary>
internal static class Years
{
    /// <summary>A year at the word, with its era: "1992", "264 BC", "AD 71".</summary>
    public static (int Year, int End)? Read(TimeScan scan, int at)
    {
        if (scan.Is(at, "AD") && scan.Class(at + 1) == WordClass.Digits
            && scan[at + 1].Value is > 0 and < 2200) { return (scan[at + 1].Value, at + 2); }
        if (scan.Class(at) == WordClass.Number) { return Spelled(scan, at); }
        if (scan.Class(at) != WordClass.Digits || scan[at].Formatted || scan[at].Length > 4
            || scan[at].Value is < 1) { return null; }
        if (Era(scan, at + 1) is { } era && (era.BeforeChrist || scan[at].Value <= 2199)) { return (era.BeforeChrist ? -scan[at].Value : scan[at].Value, era.End); }
        return scan.IsYear(at) ? (scan[at].Value, at + 1) : null;
    }

    /// <summary>"nineteen ninety-six", "nineteen hundred and ninety three", "two thousand and fifteen".</summary>
    private static (int Year, int End)? Spelled(TimeScan scan, int at)
    {
        int first = scan[at].Value, end = at + 1;
        if (first == 2 && scan.Is(end, "thousand"))
        {
            int rest = scan.Is(end + 1, "and") ? end + 2 : end + 1;
            return Tens(scan, rest, 1) is { } years ? (2000 + years.Value, years.End) : null;
        }
        if (first is not (>= 15 and <= 20)) { return null; }
        bool hundred = scan.Is(end, "hundred");
        if (hundred) { end = scan.Is(end + 1, "and") ? end + 2 : end + 1; }
        return Tens(scan, end, hundred ? 1 : 10) is { } tens && (first < 20 || tens.Value >= 10) ? ((first * 100) + tens.Value, tens.End) : null;
    }

    private static (int Value, int End)? Tens(TimeScan scan, int at, int least)
    {
        if (scan.Class(at) != WordClass.Number || NumberPhrase.Read(scan, at) is not { Count: { } count } number) { return null; }
        return count >= least && count < 100 ? (count, number.End) : null;
    }

    /// <summary>A year behind a day, month or season: "2014", "of 2014", ", 2014".</summary>
    public static (int Year, int End)? After(TimeScan scan, int at)
    {
        if (scan.Is(at, "of") && scan.Class(at + 1) == WordClass.Digits && !scan[at + 1].Formatted && scan[at + 1].Length == 3 && scan[at + 1].Value >= 100
            && scan.Class(at + 2) == WordClass.Mark) { return (scan[at + 1].Value, at + 2); }
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
