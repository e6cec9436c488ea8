namespace Dateline.Time.Rules;

/// <summary>A part of a day whose day is another one's: "in the morning", "at midnight", "that night", "at dawn".</summary>
/// <example>After "18 April 1775": "in the morning" -> 1775-04-18TMO; "at noon" -> 1775-04-18T12:00.</example>
/// <seealso href="specs/time/clock.md"/>
internal sealed class DayPartRule : ITimeRule
{
    public string Name => "time/day-part";

    public ReadOnlySpan<WordClass> Starts => [WordClass.DayPart, WordClass.Article, WordClass.Unit];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int word = scan.Is(at, "the") ? at + 1 : at;
        if (word > at && scan.Class(word) == WordClass.Edge) { word++; }
        bool introduced = scan.Is(at - 1, "in") || scan.Is(at - 1, "at", "by") || scan.Is(at - 1, "during", "until")
            || scan.Is(at - 1, "before", "after") || scan.Is(at - 1, "around", "since") || scan.Class(at - 1) == WordClass.Edge;
        if (!introduced || (scan[word].Capital && !scan.StartsSentence(word))) { return null; }
        string? code = scan.Class(word) == WordClass.DayPart ? scan[word].Code : scan.Is(word, "night") ? "TNI" : null;
        if (code is null || (scan.Class(word + 1) == WordClass.Other && word + 1 < scan.Count
            && scan.Is(at - 1, "after", "before"))) { return null; }
        return new TimeMention(at, word + 1, TimeType.Time) { ClockTime = code };
    }
}
