namespace Dateline.Time;

/// <summary>Joins a day with the part of day or time of day beside it: "Monday night", "Sunday at 9 a.m.", "9 a.m. on Monday".</summary>
internal static class DaySuffix
{
    public static TimeMention Extend(TimeGrammar grammar, TimeScan scan, TimeMention mention)
    {
        if (mention is { Type: TimeType.Time, ClockTime: not null, Date: null, Weekday: null,
            Resolve: null }) { return WithDay(grammar, scan, mention); }
        bool isDay = mention.Type == TimeType.Date && mention.Until is null && mention.Value is null && !mention.Week
            && mention.ClockTime is null
            && (mention.Date is { Grain: Grain.Day } || (mention.Date is null && (mention.Weekday is not null
                || mention.Rule is "time/day-word" or "time/deictic-weekday" or "time/holiday")));
        if (!isDay) { return mention; }
        int at = mention.End;
        string? part = scan.Class(at) == WordClass.DayPart ? scan[at].Code : scan.Is(at, "night") ? "TNI" : null;
        if (part is { Length: 3 } && !scan.Is(at, "dawn", "dusk")) { return mention with { End = at + 1,
            ClockTime = part, Type = TimeType.Time }; }
        int clockAt = scan.Is(at, "at", "around") ? at + 1 : at;
        return grammar.Core(scan, clockAt) is { Rule: "time/clock" } clock && (clockAt > at || scan.Class(clockAt) == WordClass.Digits)
            ? mention with { End = clock.End, ClockTime = clock.ClockTime, Type = TimeType.Time } : mention;
    }

    private static TimeMention WithDay(TimeGrammar grammar, TimeScan scan, TimeMention clock)
    {
        int at = scan.IsGlued(clock.End, ",") ? clock.End + 1 : clock.End;
        if (scan.Is(at, "on")) { at++; }
        if (grammar.Core(scan, at) is not { Type: TimeType.Date, Value: null, Until: null } day) { return clock; }
        bool isDay = day.Date is { Grain: Grain.Day } || (day.Date is null && (day.Weekday is not null
            || day.Rule is "time/day-word" or "time/deictic-weekday" or "time/holiday"))
            || (day.Rule == "time/deictic-unit" && scan.Is(day.End - 1, "day"));
        return isDay ? day with { First = clock.First, ClockTime = clock.ClockTime, Type = TimeType.Time, Rule = clock.Rule } : clock;
    }
}
