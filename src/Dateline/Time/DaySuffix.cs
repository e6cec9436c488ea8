namespace Dateline.Time;

/// <summary>Joins a day with the part of day or time of day beside it: "Monday night", "Sunday at 9 a.m.", "9 a.m. on Monday".</summary>
internal static class DaySuffix
{
    public static TimeMention Extend(TimeGrammar grammar, TimeScan scan, TimeMention mention)
    {
        if (mention is { Type: TimeType.Time, ClockTime: not null, Date: null, Weekday: null,
            Resolve: null }) { return WithDay(grammar, scan, mention); }
        if (mention is { Type: TimeType.Set, Value: { } set } && (set == "P1D" || set.StartsWith("XXXX-WXX-", StringComparison.Ordinal)))
        {
            int hour = scan.Is(mention.End, "at") ? mention.End + 1 : mention.End;
            return grammar.Core(scan, hour) is { Rule: "time/clock" or "time/spoken-clock", ClockTime: { } when } at0
                ? mention with { End = at0.End, Value = (set == "P1D" ? "XXXX-XX-XX" : set) + when } : mention;
        }
        bool isDay = (mention.Type == TimeType.Date || mention.Rule == "time/day-word") && mention.Until is null && mention.Value is null && !mention.Week
            && mention.ClockTime is null
            && (mention.Date is { Grain: Grain.Day } || (mention.Date is null && (mention.Weekday is not null
                || mention.Rule is "time/day-word" or "time/deictic-weekday" or "time/holiday" or "time/day-of-month" or "time/offset-from")));
        if (!isDay) { return mention; }
        int at = mention.End;
        // "Tuesday in the morning", "tomorrow at noon".
        if (scan.Is(at, "in") && scan.Is(at + 1, "the") && scan.Class(at + 2) == WordClass.DayPart && scan[at + 2].Code is { Length: 3 } half)
        {
            return mention with { End = at + 3, ClockTime = half, Type = TimeType.Time };
        }
        if (scan.Is(at, "at") && scan.Class(at + 1) == WordClass.DayPart) { return mention with { End = at + 2, ClockTime = scan[at + 1].Code, Type = TimeType.Time }; }
        if (scan.Class(at) == WordClass.DayPart && scan[at].Code is { Length: > 3 } noon) { return mention with { End = at + 1, ClockTime = noon, Type = TimeType.Time }; }
        string? part = scan.Class(at) == WordClass.DayPart ? scan[at].Code : scan.Is(at, "night") ? "TNI" : null;
        if (part is { Length: 3 } && !scan.Is(at, "dawn", "dusk")) { return mention with { End = at + 1,
            ClockTime = part, Type = TimeType.Time }; }
        int clockAt = scan.Is(at, "at", "around") ? at + 1 : at;
        if (clockAt > at && BareHour(scan, clockAt) is { } bare) { return mention with { End = clockAt + 1, ClockTime = bare, Type = TimeType.Time }; }
        return grammar.Core(scan, clockAt) is { Rule: "time/clock" or "time/spoken-clock" } clock && (clockAt > at || scan.Class(clockAt) is WordClass.Digits or WordClass.Number)
            ? mention with { End = clock.End, ClockTime = clock.ClockTime, Type = TimeType.Time } : mention;
    }

    /// <summary>"tomorrow at 7": an hour with nothing behind it that it could count.</summary>
    private static string? BareHour(TimeScan scan, int at)
    {
        bool ends = at + 1 == scan.Count || (scan.Class(at + 1) == WordClass.Mark && scan.Word(at + 1)[0] is '.' or ',' or '?' or '!' or ';');
        return ends && scan.IsSmall(at, 1, 12) ? string.Create(null, $"T{scan[at].Value:00}:00") : null;
    }

    private static TimeMention WithDay(TimeGrammar grammar, TimeScan scan, TimeMention clock)
    {
        int at = scan.IsGlued(clock.End, ",") ? clock.End + 1 : clock.End;
        if (grammar.Core(scan, at) is { Type: TimeType.Set, Value: { } every } set && (every == "P1D" || every.StartsWith("XXXX-WXX-", StringComparison.Ordinal)))
        {
            return set with { First = clock.First, Value = (every == "P1D" ? "XXXX-XX-XX" : every) + clock.ClockTime };
        }
        if (scan.Is(at, "on")) { at++; }
        if (grammar.Core(scan, at) is not { Type: TimeType.Date, Value: null, Until: null } day) { return clock; }
        bool isDay = day.Date is { Grain: Grain.Day } || (day.Date is null && (day.Weekday is not null
            || day.Rule is "time/day-word" or "time/deictic-weekday" or "time/holiday"))
            || (day.Rule == "time/deictic-unit" && scan.Is(day.End - 1, "day"));
        return isDay ? day with { First = clock.First, ClockTime = clock.ClockTime, Type = TimeType.Time, Rule = clock.Rule } : clock;
    }
}
