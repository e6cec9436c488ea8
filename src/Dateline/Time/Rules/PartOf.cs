namespace Dateline.Time.Rules;

/// <summary>A part of a named day, or the week of one.</summary>
/// <example>"the night of April 29" -> 2025-04-29TNI; "the early hours of Monday" -> 2022-08-22TMO; "the week of April 10" -> 2018-W15.</example>
/// <seealso href="specs/time/clock.md"/>
internal sealed class PartOf(TimeGrammar grammar) : ITimeRule
{
    public string Name => "time/part-of";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Article, WordClass.DayPart, WordClass.Unit, WordClass.Edge];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int word = scan.Class(at) == WordClass.Article ? at + 1 : at;
        bool early = false;
        if (scan.Class(word) == WordClass.Edge)
        {
            early = scan.Is(word, "early");
            word++;
            if (scan.Is(word, "in", "on") && scan.Is(word + 1, "the")) { word += 2; }
        }
        string? code = null;
        bool week = false;
        if (scan.Class(word) == WordClass.DayPart) { code = scan[word].Code; }
        else if (scan.Is(word, "night")) { code = "TNI"; }
        else if (early && scan.Is(word, "hours")) { code = "TMO"; }
        else if (scan.Is(word, "week")) { week = true; }
        else if (scan.Is(word, "weekend") && scan.Is(word + 1, "of") && grammar.Core(scan, word + 2) is { Type: TimeType.Date, Value: null } near
            && near.Date is null or { Grain: Grain.Day })
        {
            return near with { First = at, Rule = Name, Then = value => value.Date?.Range() is { } range ? value with { Date = HolidayRule.WeekendOf(range.Start) } : null };
        }
        if (code is not null && scan.Is(word + 1, "hours")) { word++; }
        bool begins = week && (scan.Is(word + 1, "commencing", "beginning") || scan.Is(word + 1, "starting"));
        if ((code is null && !week) || !(scan.Is(word + 1, "of") || begins)) { return null; }
        if (grammar.Core(scan, word + 2) is not { Type: TimeType.Date } day || day.Value is not null) { return null; }
        if (week) { return day.Date is { Grain: Grain.Day }
            ? day with { First = at, Week = true, Type = TimeType.Date, Rule = Name } : null; }
        return day.Date is null or { Grain: Grain.Day }
            ? day with { First = at, ClockTime = code, Type = TimeType.Time, Rule = Name } : null;
    }
}
