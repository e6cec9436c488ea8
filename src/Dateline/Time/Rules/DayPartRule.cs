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
            || scan.Is(at - 1, "before", "after") || scan.Is(at - 1, "around", "since") || scan.Class(at - 1) == WordClass.Edge || scan.Is(word, "noonish")
            || (scan.Is(at - 1, "to") && scan.Is(word, "midnight", "noon") && scan.Is(at - 2, "am", "pm"));
        if (!introduced || (scan[word].Capital && !scan.StartsSentence(word))) { return null; }
        string? code = scan.Class(word) == WordClass.DayPart ? scan[word].Code : scan.Is(word, "night") ? "TNI" : null;
        if (code is null || (scan.Class(word + 1) == WordClass.Other && word + 1 < scan.Count
            && scan.Is(at - 1, "after", "before"))) { return null; }
        // "in the morning at 7".
        if (code.Length == 3 && scan.Is(word + 1, "at") && scan.IsSmall(word + 2, 1, 12) && scan.Class(word + 3) is WordClass.Mark or WordClass.Other && !scan.IsGlued(word + 3, ":"))
        {
            int hour = (scan[word + 2].Value % 12) + (code == "TMO" ? 0 : 12);
            return new TimeMention(at, word + 3, TimeType.Time) { ClockTime = string.Create(null, $"T{hour:00}:00") };
        }
        return new TimeMention(at, word + 1, TimeType.Time) { ClockTime = code };
    }
}
