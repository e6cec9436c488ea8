namespace Dateline.Time.Rules;

/// <summary>A time of day in figures: with a.m. or p.m., or with minutes after a word of time.</summary>
/// <example>"4:30 a.m." -> T04:30; "6am" -> T06:00; "at 22:30" -> T22:30; "15:11 GMT" -> T15:11; "9 o'clock" -> T09:00.</example>
/// <seealso href="specs/time/clock.md"/>
internal sealed class Clock : ITimeRule
{
    public string Name => "time/clock";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Digits, WordClass.Number];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (scan.Class(at) == WordClass.Number)
        {
            return scan[at].Value <= 12 && OClock(scan, at + 1) is { } spoken ? Mention(scan, at, spoken, scan[at].Value, 0, null) : null;
        }
        if (Military(scan, at) is { } military) { return military; }
        // "4.30pm" is scanned as one decimal number.
        int hour, minute = 0, second = -1, end = at + 1;
        bool minutes = false;
        if (scan[at].Formatted)
        {
            ReadOnlySpan<char> written = scan.Word(at);
            int dot = written.IndexOf('.');
            if (dot is < 1 or > 2 || written.Length - dot != 3 || !int.TryParse(written[..dot], out hour)
                || !int.TryParse(written[(dot + 1)..], out minute)) { return null; }
            if (hour > 12 || minute > 59) { return null; }
            // "leave at 6.45": a sum would be followed by what it counts.
            if (scan.Is(at - 1, "at") && written.Length - dot == 3 && (end == scan.Count || scan.Class(end) == WordClass.Mark && scan.Word(end)[0] is '.' or ',' or '?' or '!' or ';'))
            {
                return Mention(scan, at, end, hour, minute, null);
            }
            return SpokenClock.HalfOfDay(scan, end) is { } half ? Mention(scan, at, half.End, hour, minute, half.Pm) : null;
        }
        if (!scan.IsSmall(at, 0, 24)) { return null; }
        hour = scan[at].Value;
        if (scan.IsGlued(end, ":") && scan.IsSmall(end + 1, 0, 59) && scan[end + 1].Glued && scan[end + 1].Length == 2)
        {
            (minute, end, minutes) = (scan[end + 1].Value, end + 2, true);
            if (scan.IsGlued(end, ":") && scan.IsSmall(end + 1, 0, 59) && scan[end + 1].Length == 2) { (second, end) = (scan[end + 1].Value, end + 2); }
        }
        if (SpokenClock.HalfOfDay(scan, end) is { } clock && hour <= 12) { return Mention(scan, at, clock.End, hour, minute, clock.Pm, second); }
        if (SpokenClock.PartOfDay(scan, end) is { } part && minutes && hour <= 12) { return Mention(scan, at, part.End, hour, minute, part.Pm, second); }
        if (OClock(scan, end) is { } oclock && hour <= 12) { return Mention(scan, at, oclock, hour, 0, null); }
        if (!minutes) { return null; }
        bool hours = scan.Is(end, "hours", "hrs") || scan.Is(end, "h");
        // "3:1" is a score, "12:45" after "at" a time; two written digits before the colon are a time anywhere.
        bool introduced = TimePrepositions.Contains(scan.Word(at - 1)) || scan.Is(at - 1, "at") || scan.IsDash(at - 1)
            || scan.Class(at - 1) == WordClass.Approximate;
        return hours || introduced || Zone(scan, end) > end || scan[at].Length == 2 ? Mention(scan, at, hours
            ? end + 1 : end, hour, minute, null, second) : null;
    }

    private static TimeMention Mention(TimeScan scan, int at, int end, int hour, int minute, bool? pm, int second = -1)
    {
        if (pm is { } half) { hour = (hour % 12) + (half ? 12 : 0); }
        string clock = second < 0 ? string.Create(null, $"T{hour:00}:{minute:00}") : string.Create(null, $"T{hour:00}:{minute:00}:{second:00}");
        return new TimeMention(at, Zone(scan, end), TimeType.Time) { ClockTime = clock };
    }

    /// <summary>"0900 hours", "1430hrs".</summary>
    private static TimeMention? Military(TimeScan scan, int at)
    {
        bool four = scan.Class(at) == WordClass.Digits && !scan[at].Formatted && scan[at].Length == 4
            && scan[at].Value / 100 <= 24 && scan[at].Value % 100 < 60;
        if (!four || !(scan.Is(at + 1, "hours", "hrs") && (scan.Is(at - 1, "at") || scan.Is(at + 1, "hrs")
            || scan.Word(at)[0] == '0' || TimePrepositions.Contains(scan.Word(at - 1))))) { return null; }
        return Mention(scan, at, at + 2, scan[at].Value / 100, scan[at].Value % 100, null);
    }

    private static int? OClock(TimeScan scan, int at) =>
        scan.Is(at, "oclock") ? at + 1 : scan.Is(at, "o") && scan.IsApostrophe(at + 1) && scan.Is(at + 2, "clock") ? at + 3 : null;

    private static int Zone(TimeScan scan, int at)
    {
        if (scan.Is(at, "local") && scan.Is(at + 1, "time")) { return at + 2; }
        if (scan.Is(at, "GMT", "UTC") || scan.Is(at, "EST", "EDT") || scan.Is(at, "CET", "BST")
            || scan.Is(at, "PST", "PDT") || scan.Is(at, "ET")) { return scan[at].Capital ? at + 1 : at; }
        return at;
    }
}
